using Advocacy.Content.Feeds;

namespace Advocacy.Content;

/// <summary>What a visit leaves behind in its FeedSource. Each is a change to whatever is stored by then.</summary>
internal static class FeedSourceState
{
    /// <summary>Hashes of entries that one source remembers.</summary>
    public const int MostKnown = 1_000;

    private const int MostWarnings = 10;

    public static FeedSource AfterReading(
        FeedSource stored,
        FeedSource visited,
        FetchResult.Fetched fetched,
        IReadOnlyList<string> hashes,
        IReadOnlyList<string> warnings,
        DateTimeOffset now
    )
    {
        var read = Moved(Visited(stored, visited, now), visited, fetched.MovedTo) with
        {
            KnownEntries = Known(stored.KnownEntries, hashes),
        };
        read = read with { Health = read.Health with { Warnings = [.. warnings.Take(MostWarnings)] } };
        // Another address meanwhile: these belong to the old one.
        return stored.Url == visited.Url
            ? read with
            {
                ETag = fetched.Conditions.ETag,
                LastModified = fetched.Conditions.LastModified,
            }
            : read;
    }

    public static FeedSource AfterNoChange(FeedSource stored, FeedSource visited, Uri? movedTo, DateTimeOffset now) =>
        Moved(Visited(stored, visited, now), visited, movedTo);

    public static FeedSource AfterFailure(
        FeedSource stored,
        FeedSource visited,
        string reason,
        TimeSpan? retryAfter,
        DateTimeOffset now
    )
    {
        var failures = stored.Health.FailuresInARow + 1;
        var failed = stored with
        {
            Health = stored.Health with { LastVisit = now, FailuresInARow = failures, LastError = reason },
        };
        return stored.Url == visited.Url
            ? failed with
            {
                NotBefore = now + HarvestTimes.BackOff(stored.Id, failures, retryAfter),
            }
            : failed;
    }

    public static FeedSource AfterGone(FeedSource stored, FeedSource visited, string reason, DateTimeOffset now) =>
        AfterFailure(stored, visited, reason, null, now) with
        {
            Gone = stored.Url == visited.Url,
        };

    /// <summary>Warnings as they are kept and shown.</summary>
    public static IReadOnlyList<string> Sentences(IEnumerable<FeedWarning> warnings) =>
        [
            // The reader's messages name their line themselves.
            .. warnings.Select(warning => string.Concat(warning.Message[..1].ToUpperInvariant(), warning.Message[1..])),
        ];

    private static FeedSource Visited(FeedSource stored, FeedSource visited, DateTimeOffset now)
    {
        var healthy = stored with
        {
            Health = stored.Health with { LastVisit = now, LastSuccess = now, FailuresInARow = 0, LastError = null },
        };
        return stored.Url == visited.Url ? healthy with { NotBefore = now + HarvestTimes.BetweenVisits } : healthy;
    }

    private static FeedSource Moved(FeedSource stored, FeedSource visited, Uri? movedTo) =>
        movedTo is not null && stored.Url == visited.Url
            ? stored with
            {
                Url = movedTo.AbsoluteUri,
                Health = stored.Health with { MovedFrom = visited.Url },
            }
            : stored;

    /// <summary>The feed's own entries last, the newest of them (feeds begin with it) at the very end; then the latest others.</summary>
    private static IReadOnlyList<string> Known(IReadOnlyList<string> before, IReadOnlyList<string> hashes)
    {
        var now = hashes.ToHashSet();
        return [.. before.Where(hash => !now.Contains(hash)).Concat(hashes.Reverse()).TakeLast(MostKnown)];
    }
}
