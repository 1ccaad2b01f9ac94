using Advocacy.Platform.Store;

namespace Advocacy.Programme;

/// <summary>Who the company is, in mails and disclosures. One document, id <c>company</c>, in the <c>programme</c> container.</summary>
public sealed record CompanyProfile : Document
{
    public const string CompanyId = "company";

    public override string PartitionKey => Id;

    /// <summary>As the disclosure names it.</summary>
    public required string Name { get; init; }

    /// <summary>From address of the digests; ASCII.</summary>
    public required string SenderAddress { get; init; }

    public required string SenderName { get; init; }

    /// <summary>Whose answer a reply gets, and the mailto of List-Unsubscribe.</summary>
    public required string ReplyAddress { get; init; }

    /// <summary>ISO 3166-1 alpha-2: chooses the country profile of the disclosure.</summary>
    public string Country { get; init; } = "DK";

    /// <summary>Days on which the company itself is closed, beside the holidays of its <see cref="Country"/>.</summary>
    public IReadOnlyList<DateOnly> ClosingDays { get; init; } = [];

    /// <summary>Postal address and registration number for the foot of each mail.</summary>
    public string Imprint { get; init; } = "";

    /// <summary>Accent colour of mails and pages, <c>#rrggbb</c>.</summary>
    public string Accent { get; init; } = "#0f5c5c";

    public string? LogoUrl { get; init; }

    /// <summary>
    /// Channels that the share page offers, in its order, as <c>Sharing.ShareChannels</c> names them; <c>null</c> for every one that the
    /// country profile allows.
    /// </summary>
    public IReadOnlyList<string>? Channels { get; init; }

    /// <summary>Where the link in a share goes. Default <see cref="LinkStyle.ShortLink"/>.</summary>
    public LinkStyle LinkStyle { get; init; } = LinkStyle.ShortLink;

    /// <summary>
    /// The parameters that a shared link carries, for example <c>utm_source={channel}&amp;utm_campaign={edition}</c>; empty for none,
    /// <c>null</c> for <c>Sharing.UtmTemplate.Default</c>.
    /// </summary>
    public string? Utm { get; init; }

    /// <summary>Of the weekly digest.</summary>
    public MailLook Look { get; init; } = MailLook.Magazine;

    /// <summary>Why the company asks its people to share at all, in a few sentences; <c>null</c> where it does not say.</summary>
    public LocalText? Why { get; init; }
}

public enum LinkStyle
{
    /// <summary>To this installation, which counts that somebody came, without knowing who, and sends them on to the post.</summary>
    ShortLink,

    /// <summary>Straight to the post: nothing is counted here, and networks show the post's own host at once. LinkedIn keeps a link's card for about a week either way.</summary>
    FinalUrl,
}
