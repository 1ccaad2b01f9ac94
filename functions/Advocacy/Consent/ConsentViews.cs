using Advocacy.Programme;

namespace Advocacy.Consent;

/// <summary>One purpose, asked for on its own. The page's form is a POST to the page's own address that says which wording was shown.</summary>
public sealed record ConfirmConsentView
{
    /// <summary>The form's field with the wording's version.</summary>
    public const string WordingField = "wording";

    public required CompanyProfile Company { get; init; }

    /// <summary>ISO 639-1: the wording's and the page's.</summary>
    public required string Language { get; init; }

    public required ConsentPurpose Purpose { get; init; }

    /// <summary>Plain text, exactly as it is hashed; an empty line separates paragraphs.</summary>
    public required string Wording { get; init; }

    public required string WordingVersion { get; init; }

    /// <summary>When this person said yes to it, in the person's zone; then the page says so and asks nothing. <c>null</c>: not yet.</summary>
    public DateTimeOffset? GivenAt { get; init; }
}

/// <summary>What was recorded.</summary>
public sealed record ConfirmedView
{
    public required CompanyProfile Company { get; init; }

    /// <summary>ISO 639-1.</summary>
    public required string Language { get; init; }

    public required ConsentPurpose Purpose { get; init; }
    public required string WordingVersion { get; init; }

    /// <summary>In the person's zone.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The page on which it is taken back, which asks first; <c>null</c> where the purpose has none.</summary>
    public string? WithdrawUrl { get; init; }
}

/// <summary>Asks before it stops the digest. The page's form is a POST without fields to the page's own address (RFC 8058's too).</summary>
/// <param name="Company">Whose digest it is.</param>
/// <param name="Language">ISO 639-1.</param>
public sealed record UnsubscribeView(CompanyProfile Company, string Language);

/// <summary>The answer to the POST; 200 without a redirect, because mail providers send it too.</summary>
/// <param name="Company">Whose digest it was.</param>
/// <param name="Language">ISO 639-1.</param>
/// <param name="At">When it was recorded, in the person's zone.</param>
/// <param name="SubscribeUrl">The page on which the person may say yes again; <c>null</c> for none.</param>
public sealed record UnsubscribedView(
    CompanyProfile Company,
    string Language,
    DateTimeOffset At,
    string? SubscribeUrl = null
);
