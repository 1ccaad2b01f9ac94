namespace Advocacy.Platform.Queue;

/// <summary>A message as it was enqueued, taken out of its envelope.</summary>
/// <param name="Text">The message; where there is a <paramref name="Defect"/>, as much of it as could be opened.</param>
/// <param name="EnqueuedAt">When it was enqueued; <c>null</c> where nobody said.</param>
/// <param name="TraceParent">The W3C trace context of whoever enqueued it, as it stands there.</param>
/// <param name="Defect">Why it cannot be used, now or later, in sentences; <c>null</c> where it can.</param>
public sealed record OpenedMessage(
    string Text,
    DateTimeOffset? EnqueuedAt = null,
    string? TraceParent = null,
    string? Defect = null
);
