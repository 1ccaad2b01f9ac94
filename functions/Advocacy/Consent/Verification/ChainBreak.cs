namespace Advocacy.Consent.Verification;

/// <summary>What is wrong with a chain.</summary>
public enum ChainBreakKind
{
    /// <summary>The event is not what it was: what comes after it carries another hash, or it cannot be read.</summary>
    Changed,

    /// <summary>There is no event of this number, and perhaps none of the following ones.</summary>
    Missing,

    /// <summary>The event follows another than it says.</summary>
    Reordered,

    /// <summary>The state is missing, or is not what the events add up to; the number is the last event's.</summary>
    StateDisagrees,

    /// <summary>The event names words that never were, or were others.</summary>
    WordingUnknown,
}

/// <summary>One place where one employee's chain does not hold.</summary>
/// <param name="EmployeeId">Opaque.</param>
/// <param name="Sequence">The event's number.</param>
/// <param name="Kind">What is wrong.</param>
public sealed record ChainBreak(string EmployeeId, int Sequence, ChainBreakKind Kind);

/// <summary>What came of looking at chains.</summary>
/// <param name="People">With a record.</param>
/// <param name="Events">In all.</param>
/// <param name="Unchained">Events from before there was a chain (Schema 1); only what follows them can be proven.</param>
/// <param name="PeopleUnchained">People with such events.</param>
/// <param name="BreakCount">Breaks found.</param>
/// <param name="Breaks">The first of them, at most <see cref="ConsentVerifier.MostNamed"/>, in no promised order.</param>
public sealed record ConsentVerification(
    long People,
    long Events,
    long Unchained,
    long PeopleUnchained,
    long BreakCount,
    IReadOnlyList<ChainBreak> Breaks
);
