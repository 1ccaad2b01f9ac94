using Advocacy.Programme;

namespace Advocacy.Consent;

/// <summary>What was recorded, of one purpose or several.</summary>
public sealed record RecordedView
{
    public required CompanyProfile Company { get; init; }

    /// <summary>ISO 639-1.</summary>
    public required string Language { get; init; }

    public required IReadOnlyList<ConsentPurpose> Purposes { get; init; }
    public required string WordingVersion { get; init; }

    /// <summary>In the person's zone.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The page that stops the digest, which asks first; <c>null</c> where there is no digest among them.</summary>
    public string? WithdrawUrl { get; init; }
}
