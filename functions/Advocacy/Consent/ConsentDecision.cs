namespace Advocacy.Consent;

/// <summary>How, when and to which words somebody decided.</summary>
/// <param name="WordingVersion">A version of <see cref="ConsentWordings"/>.</param>
/// <param name="Language">The language of the words that were shown.</param>
/// <param name="Channel">Where it happened: <c>confirm-page</c>, <c>one-click</c>, <c>import:</c> and the row's own words.</param>
/// <param name="At">
/// When it happened, where that lies back (an import); <c>null</c> for a decision that is made now. One that lies back yields to
/// every later decision on record.
/// </param>
public sealed record ConsentEvidence(string WordingVersion, string Language, string Channel, DateTimeOffset? At = null)
{
    /// <summary>Who or what caused it.</summary>
    public ConsentCause Cause { get; init; } = ConsentCause.Employee;

    /// <summary>A salted hash of the network address that the decision came from; <c>null</c> where it came from none.</summary>
    public string? NetworkHash { get; init; }
}

/// <summary>A consent given or withdrawn, to be put on record.</summary>
public sealed record ConsentDecision(ConsentPurpose Purpose, ConsentAction Action, ConsentEvidence Evidence);

/// <summary>What came of recording decisions.</summary>
/// <param name="Current">The state after it.</param>
/// <param name="Recorded">The events that were written; without those decisions that held already or yielded to a later one.</param>
public sealed record ConsentOutcome(CurrentConsent Current, IReadOnlyList<ConsentEvent> Recorded);
