using Advocacy.Consent;
using Advocacy.Programme;

namespace Advocacy.Joining;

/// <summary>The form, empty or as it came back. It is a POST to the page's own address.</summary>
public sealed record JoinView
{
    public required CompanyProfile Company { get; init; }

    /// <summary>ISO 639-1.</summary>
    public required string Language { get; init; }

    /// <summary>This page in the other language.</summary>
    public required string OtherLanguageUrl { get; init; }

    /// <summary>What work addresses end in, at least one.</summary>
    public required IReadOnlyList<string> Domains { get; init; }

    /// <summary>What was entered.</summary>
    public required JoinEntry Entry { get; init; }

    public required IReadOnlyList<PurposeChoice> Choices { get; init; }
    public required string WordingVersion { get; init; }
    public AddressFault? AddressFault { get; init; }

    /// <summary>True where the form came back because nothing was ticked.</summary>
    public bool NothingTicked { get; init; }
}

/// <summary>The answer to the form, the same whether the address is known or not.</summary>
/// <param name="Address">As it was entered.</param>
/// <param name="Hours">That the link works.</param>
/// <param name="MostMails">To one address in 24 hours.</param>
public sealed record JoinSentView(CompanyProfile Company, string Language, string Address, int Hours, int MostMails);

/// <summary>The page behind the mail's link. Its form is a POST to the page's own address.</summary>
public sealed record ConfirmJoinView
{
    public required CompanyProfile Company { get; init; }

    /// <summary>ISO 639-1: the wordings' and the page's.</summary>
    public required string Language { get; init; }

    public required string Address { get; init; }
    public required string Name { get; init; }
    public required IReadOnlyList<PurposeChoice> Choices { get; init; }
    public required string WordingVersion { get; init; }

    /// <summary>True where the words changed between showing the page and its POST: then nothing was recorded.</summary>
    public bool WordingChanged { get; init; }
}
