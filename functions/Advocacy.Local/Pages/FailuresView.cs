namespace Advocacy.Local.Pages;

/// <summary>Messages that failed for good and were kept. Each has a POST without fields to <c>/failures/{id}/retry</c>.</summary>
public sealed record FailuresView
{
    public required LocalFrame Frame { get; init; }

    /// <summary>What came of a retry.</summary>
    public Notice? Notice { get; init; }

    /// <summary>Newest first.</summary>
    public required IReadOnlyList<FailureRow> Failures { get; init; }

    public required Paging Paging { get; init; }
}

/// <param name="Id">As in <c>/failures/{id}/retry</c>.</param>
/// <param name="Queue">The queue it failed on, without <c>-poison</c>.</param>
/// <param name="Reason">Why, in one sentence.</param>
/// <param name="Body">The message as it stood on the queue.</param>
/// <param name="At">When it was kept.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="RetriedAt">When it was put back; <c>null</c> while it is open.</param>
public sealed record FailureRow(
    string Id,
    string Queue,
    string Reason,
    string Body,
    DateTimeOffset At,
    int Attempts,
    DateTimeOffset? RetriedAt = null
);
