using Advocacy.Platform.Store;

namespace Advocacy.Platform.Limits;

/// <summary>What one key took of one limit. Its id is a keyed hash of both, so that it names nobody; it goes with its window.</summary>
public sealed record RateCounter : Document
{
    public override string PartitionKey => Id;

    public required IReadOnlyList<Taken> Takings { get; init; }
}

/// <param name="Ticket">What it was taken for: the same ticket counts once.</param>
public sealed record Taken(string Ticket, DateTimeOffset At);
