using System.Globalization;
using System.Text;

namespace Advocacy.Sharing;

/// <summary>What a network does with the text that a share link carries.</summary>
public enum ShareTextHandling
{
    /// <summary>It takes the URL only: the text must be copied first and pasted there.</summary>
    CopyFirst,

    /// <summary>It takes the URL and a title; the text must be copied.</summary>
    TitleOnly,

    /// <summary>It opens with the text in place.</summary>
    Prefilled,
}

/// <summary>A link that opens a network's own window for a new post.</summary>
/// <param name="Channel">As EngagementEvent and ShareText name it, for example <c>linkedin</c>.</param>
/// <param name="Name">As people know it, for example <c>LinkedIn</c>.</param>
/// <param name="Href">https or mailto.</param>
/// <param name="Text">What becomes of the text.</param>
/// <param name="TooLongBy">Characters, as the network counts them, above what it takes; 0 where it fits or takes no text.</param>
public sealed record ShareChannelLink(
    string Channel,
    string Name,
    string Href,
    ShareTextHandling Text,
    int TooLongBy = 0
);

/// <summary>
/// The channels and what each really accepts. Sources: the networks' documentation of their share links, read in 2026-11; Teams'
/// <c>msgText</c> is in use but not documented.
/// </summary>
public static class ShareChannels
{
    // X and Mastodon count every URL as 23 characters, whatever its length.
    private const int CountedUrl = 23;

    /// <summary>
    /// Countries where a button that opens a message to a third party is left out: the company would be the one who asks for
    /// unsolicited mail.
    /// </summary>
    private static readonly string[] NoMessageButtons = ["DK"];

    /// <param name="text">With its disclosure; the URL is added where a channel takes it inside the text.</param>
    /// <param name="url">Absolute http(s).</param>
    /// <param name="title">The post's.</param>
    /// <param name="country">ISO 3166-1 alpha-2 of the company's country profile.</param>
    public static IReadOnlyList<ShareChannelLink> For(string text, string url, string title, string country)
    {
        var (u, t) = (Uri.EscapeDataString(url), Uri.EscapeDataString(text));
        var holdsUrl = text.Contains(url, StringComparison.Ordinal);
        var whole = holdsUrl ? text : $"{text}\n\n{url}";
        var w = Uri.EscapeDataString(whole);
        var urlApart = holdsUrl ? "" : $"&url={u}";
        // What stands round the URL; one for the space or line end before it.
        var rest = holdsUrl ? text.Replace(url, "", StringComparison.Ordinal) : $"{text} ";

        List<ShareChannelLink> links =
        [
            new(
                "linkedin",
                "LinkedIn",
                $"https://www.linkedin.com/sharing/share-offsite/?url={u}",
                ShareTextHandling.CopyFirst
            ),
            new(
                "facebook",
                "Facebook",
                $"https://www.facebook.com/sharer/sharer.php?u={u}",
                ShareTextHandling.CopyFirst
            ),
            Prefilled("x", "X", $"https://x.com/intent/post?text={t}{urlApart}", Weighted(rest) + CountedUrl, 280),
            Prefilled("bluesky", "Bluesky", $"https://bsky.app/intent/compose?text={w}", Graphemes(whole), 300),
            Prefilled(
                "threads",
                "Threads",
                $"https://www.threads.com/intent/post?text={t}{urlApart}",
                Graphemes(whole),
                500
            ),
            // The text stands in the fragment: it goes to the person's own server and nowhere else.
            Prefilled(
                "mastodon",
                "Mastodon",
                $"https://share.joinmastodon.org/#text={w}",
                Graphemes(rest) + CountedUrl,
                500
            ),
            new(
                "reddit",
                "Reddit",
                $"https://www.reddit.com/submit?url={u}&title={Uri.EscapeDataString(title)}",
                ShareTextHandling.TitleOnly
            ),
            Prefilled("teams", "Teams", $"https://teams.microsoft.com/share?href={u}&msgText={t}"),
        ];
        if (!NoMessageButtons.Contains(country, StringComparer.OrdinalIgnoreCase))
        {
            links.Add(Prefilled("mail", "E-mail", $"mailto:?subject={Uri.EscapeDataString(title)}&body={w}"));
            links.Add(Prefilled("whatsapp", "WhatsApp", $"https://wa.me/?text={w}"));
        }
        return links;
    }

    /// <summary>What the form may send: a channel of <see cref="For"/> in any country, or <c>other</c>.</summary>
    public static bool IsKnown(string? channel) =>
        channel == Other
        || For("", "https://x/", "", country: "")
            .Any(link => string.Equals(link.Channel, channel, StringComparison.Ordinal));

    /// <summary>A channel as people know it, for example <c>LinkedIn</c>; <c>null</c> where it has no link here.</summary>
    public static string? NameOf(string channel) =>
        For("", "https://x/", "", country: "")
            .FirstOrDefault(link => string.Equals(link.Channel, channel, StringComparison.Ordinal))
            ?.Name;

    /// <summary>Somewhere that has no link here.</summary>
    public const string Other = "other";

    private static ShareChannelLink Prefilled(string channel, string name, string href, int length = 0, int most = 0) =>
        new(channel, name, href, ShareTextHandling.Prefilled, Math.Max(0, length - most));

    private static int Graphemes(string text) => new StringInfo(text).LengthInTextElements;

    // X weighs a character of the Latin and similar scripts 1, every other one 2, and an emoji 2 however many code points it has.
    private static int Weighted(string text)
    {
        var weight = 0;
        var elements = StringInfo.GetTextElementEnumerator(text);
        while (elements.MoveNext())
        {
            var light = 0;
            var heavy = false;
            foreach (var rune in elements.GetTextElement().EnumerateRunes())
            {
                light++;
                heavy |= !IsLight(rune);
            }
            weight += heavy ? 2 : light;
        }
        return weight;
    }

    private static bool IsLight(Rune rune) =>
        rune.Value is <= 4351 or (>= 8192 and <= 8205) or (>= 8208 and <= 8223) or (>= 8242 and <= 8247);
}
