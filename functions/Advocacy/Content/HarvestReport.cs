namespace Advocacy.Content;

public enum HarvestOutcome
{
    /// <summary>Fetched and read.</summary>
    Read,

    /// <summary>304: nothing has changed since the last visit.</summary>
    Unchanged,

    /// <summary>Not fetched, not a feed, or not stored; tried again later.</summary>
    Failed,

    /// <summary>410: not visited again.</summary>
    Gone,

    /// <summary>Not visited: its time has not come.</summary>
    NotDue,
}

/// <summary>What one harvest did.</summary>
/// <param name="Sources">One for each FeedSource, by name.</param>
public sealed record HarvestReport(IReadOnlyList<HarvestedSource> Sources)
{
    public int EntriesNew => Sources.Sum(source => source.EntriesNew);
    public int EntriesDuplicate => Sources.Sum(source => source.EntriesDuplicate);
    public int EntriesRefused => Sources.Sum(source => source.EntriesRefused.Count);

    public int Of(HarvestOutcome outcome) => Sources.Count(source => source.Outcome == outcome);
}

/// <summary>What became of one feed.</summary>
public sealed record HarvestedSource(string Name, string SourceId, HarvestOutcome Outcome)
{
    /// <summary>Why, in one sentence; <c>null</c> where it was read or had not changed.</summary>
    public string? Reason { get; init; }

    /// <summary>Put on the queue.</summary>
    public int EntriesNew { get; init; }

    /// <summary>Seen at an earlier visit.</summary>
    public int EntriesKnown { get; init; }

    /// <summary>Share their id or link with an earlier entry of the same answer.</summary>
    public int EntriesDuplicate { get; init; }

    /// <summary>One sentence for each, with its line in the feed.</summary>
    public IReadOnlyList<string> EntriesRefused { get; init; } = [];

    /// <summary>What the reader passed over: line and cause.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];
}
