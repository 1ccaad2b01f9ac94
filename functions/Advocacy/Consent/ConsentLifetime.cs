using Advocacy.Platform.Store;

namespace Advocacy.Consent;

/// <summary>
/// How long one person's record lasts: for ever while a yes stands, and <see cref="ConsentOptions.KeepProofDays"/> after the last yes was
/// withdrawn; a yes before then makes it last again. All documents of a person go together, the state a moment before the events:
/// else somebody could add to a chain whose beginning is gone.
/// </summary>
internal sealed class ConsentLifetime(ConsentOptions options)
{
    public TimeSpan KeepProof => options.KeepProof;

    /// <summary>The state with its lifetime.</summary>
    /// <param name="events">Those that led to it, at least since the last yes; any more do no harm.</param>
    public CurrentConsent Of(CurrentConsent state, IEnumerable<ConsentEvent> events, DateTimeOffset now)
    {
        DateTimeOffset? until = state.AnyGiven ? null : state.KeptUntil ?? (LastNo(events) ?? now) + KeepProof;
        return state with { KeptUntil = until, Ttl = Seconds(until, now, Math.Floor, least: 1) };
    }

    /// <summary>The ttl of the events that belong to a state.</summary>
    public static int? OfEvents(DateTimeOffset? keptUntil, DateTimeOffset now) =>
        Seconds(keptUntil, now, Math.Ceiling, least: 2);

    /// <summary>Those of the events whose lifetime is not the state's.</summary>
    public static IEnumerable<Stored<ConsentEvent>> Unlike(
        CurrentConsent state,
        IEnumerable<Stored<ConsentEvent>> events
    ) => events.Where(one => one.Value.Ttl is null == state.KeptUntil is not null);

    private static DateTimeOffset? LastNo(IEnumerable<ConsentEvent> events) =>
        events.Where(one => one.Action == ConsentAction.Withdrawn).Max(one => (DateTimeOffset?)one.At);

    private static int? Seconds(DateTimeOffset? until, DateTimeOffset now, Func<double, double> round, int least) =>
        until is { } end ? (int)Math.Max(round((end - now).TotalSeconds), least) : null;
}
