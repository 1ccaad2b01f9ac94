using Advocacy.Programme;

namespace Advocacy.Sharing;

/// <summary>
/// The channels, what each really accepts, and which of them a company offers. Sources: the networks' documentation of their share links, read
/// in 2026-11.
/// </summary>
public static class ShareChannels
{
    /// <summary>Somewhere that has no button here.</summary>
    public const string Other = "other";

    /// <summary>
    /// Countries where a button that opens a message to a third party is left out: the company would be the one who asks for
    /// unsolicited mail.
    /// </summary>
    private static readonly string[] NoMessageButtons = ["DK"];

    /// <summary>In the order in which a page shows them where the company says nothing.</summary>
    public static IReadOnlyList<ShareChannel> All { get; } =
    [
        new("linkedin", "LinkedIn", ShareKind.Social, ShareTextHandling.CopyFirst),
        new("facebook", "Facebook", ShareKind.Social, ShareTextHandling.CopyFirst),
        new("x", "X", ShareKind.Social, ShareTextHandling.Prefilled),
        new("bluesky", "Bluesky", ShareKind.Social, ShareTextHandling.Prefilled),
        new("threads", "Threads", ShareKind.Social, ShareTextHandling.Prefilled),
        new("mastodon", "Mastodon", ShareKind.Social, ShareTextHandling.Prefilled),
        new("teams", "Teams", ShareKind.Chat, ShareTextHandling.Prefilled),
        new("reddit", "Reddit", ShareKind.Forum, ShareTextHandling.TitleOnly),
        new("mail", "E-mail", ShareKind.Mail, ShareTextHandling.Prefilled, ToSomebody: true),
        new("whatsapp", "WhatsApp", ShareKind.Chat, ShareTextHandling.Prefilled, ToSomebody: true),
    ];

    public static ShareChannel? Find(string? key) =>
        All.FirstOrDefault(channel => string.Equals(channel.Key, key, StringComparison.Ordinal));

    /// <summary>Those that the company chose, else all, and none that its country rules out.</summary>
    public static IReadOnlyList<ShareChannel> OfferedBy(CompanyProfile company) =>
        [
            .. (company.Channels is { } chosen ? chosen.Select(Find).OfType<ShareChannel>().Distinct() : All).Where(
                channel => IsAllowedIn(company.Country, channel)
            ),
        ];

    /// <param name="country">ISO 3166-1 alpha-2 of the company's country profile.</param>
    public static bool IsAllowedIn(string country, ShareChannel channel) =>
        !channel.ToSomebody || !NoMessageButtons.Contains(country, StringComparer.OrdinalIgnoreCase);

    /// <summary>What a form may send: a channel of <see cref="All"/>, or <see cref="Other"/>.</summary>
    public static bool IsKnown(string? channel) => channel == Other || Find(channel) is not null;

    /// <summary>A channel as people know it, for example <c>LinkedIn</c>; <c>null</c> where there is no such channel.</summary>
    public static string? NameOf(string channel) => Find(channel)?.Name;
}
