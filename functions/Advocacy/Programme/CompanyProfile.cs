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

    /// <summary>Why the company asks its people to share at all, in a few sentences; <c>null</c> where it does not say.</summary>
    public LocalText? Why { get; init; }
}
