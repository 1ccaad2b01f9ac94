using Advocacy.Consent;
using Advocacy.Programme;

namespace Advocacy.Invitations;

/// <summary>The page behind the invitation's button. Its form is a POST to the page's own address.</summary>
public sealed record InvitationPageView
{
    public required CompanyProfile Company { get; init; }

    /// <summary>ISO 639-1: the wordings' and the page's.</summary>
    public required string Language { get; init; }

    public required IReadOnlyList<PurposeChoice> Choices { get; init; }
    public required string WordingVersion { get; init; }

    /// <summary>True where the form came back because nothing was ticked.</summary>
    public bool NothingTicked { get; init; }

    /// <summary>True where the words changed between showing the page and its POST: then nothing was recorded.</summary>
    public bool WordingChanged { get; init; }
}

/// <summary>Asks before a no. The page's form is a POST without fields to the page's own address (RFC 8058's too).</summary>
/// <param name="Language">ISO 639-1.</param>
public sealed record DeclineView(CompanyProfile Company, string Language);

/// <summary>The answer to a no.</summary>
/// <param name="Language">ISO 639-1.</param>
public sealed record DeclinedView(CompanyProfile Company, string Language);
