using System.Collections.Concurrent;
using Advocacy.Content.Feeds;
using Advocacy.Platform.Queue;
using Advocacy.Platform.Store;
using Advocacy.Platform.Telemetry;
using Microsoft.Extensions.Logging;

namespace Advocacy.Content;

/// <summary>Visits every feed that is due and puts its new entries on the <c>content</c> queue. One bad feed never stops the rest.</summary>
public sealed class FeedHarvester(
    IDocumentStore store,
    IWorkQueue queue,
    WebFetcher fetcher,
    HarvestOptions options,
    Metrics metrics,
    TimeProvider time,
    ILogger<FeedHarvester> logger
)
{
    private const int MessagesAtOnce = 100;

    /// <inheritdoc cref="RunAsync(IProgress{HarvestedSource}?, CancellationToken)"/>
    public Task<HarvestReport> RunAsync(CancellationToken cancellationToken = default) =>
        RunAsync(null, cancellationToken);

    /// <summary>One harvest of all sources.</summary>
    /// <param name="progress">Told of each source as it is done, on any thread.</param>
    /// <param name="cancellationToken">Stops between sources and while fetching; what is on the queue by then stays there.</param>
    public async Task<HarvestReport> RunAsync(IProgress<HarvestedSource>? progress, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var harvested = new ConcurrentBag<HarvestedSource>();
        void Done(HarvestedSource one)
        {
            harvested.Add(one);
            metrics.FeedHarvested(one.Outcome);
            progress?.Report(one);
        }
        var due = new List<FeedSource>();
        await foreach (
            var (source, _) in store.QueryAllAsync<FeedSource>(new Query(Containers.Sources), cancellationToken)
        )
        {
            if (NotVisited(source, now) is { } one)
            {
                Done(one);
            }
            else
            {
                due.Add(source);
            }
        }
        var lanes = new HarvestLanes();
        await Parallel.ForEachAsync(
            HarvestLanes.Of(due, options.PerHost, now),
            new ParallelOptions { MaxDegreeOfParallelism = options.Parallelism, CancellationToken = cancellationToken },
            async (lane, token) =>
            {
                foreach (var source in lane)
                {
                    Done(
                        lanes.LeftAlone(source) is { } reason
                            ? Outcome(source, HarvestOutcome.NotDue, reason)
                            : await OneAsync(source, lanes, token)
                    );
                }
            }
        );
        var report = new HarvestReport([
            .. harvested.OrderBy(one => one.Name, StringComparer.Ordinal).ThenBy(one => one.SourceId),
        ]);
        ContentLog.Harvested(
            logger,
            report.Sources.Count,
            report.Of(HarvestOutcome.Read),
            report.Of(HarvestOutcome.Failed),
            report.EntriesNew
        );
        return report;
    }

    /// <returns>What is to say of a source that is not visited; <c>null</c> where it is due.</returns>
    private static HarvestedSource? NotVisited(FeedSource source, DateTimeOffset now) =>
        source.Gone ? Outcome(source, HarvestOutcome.Gone, "It answered 410 Gone at an earlier visit.")
        : source.Paused ? Outcome(source, HarvestOutcome.NotDue, "It is paused.")
        : source.NotBefore is { } notBefore && notBefore > now
            ? Outcome(source, HarvestOutcome.NotDue, $"Not before {DocumentJson.Text(notBefore)}.")
        : null;

    private async Task<HarvestedSource> OneAsync(
        FeedSource source,
        HarvestLanes lanes,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await VisitAsync(source, lanes, cancellationToken);
        }
        catch (Exception problem) when (!cancellationToken.IsCancellationRequested)
        {
            ContentLog.SourceBroke(logger, problem, source.Id);
            var reason = $"An unexpected error, {problem.GetType().Name}: {problem.Message}";
            try
            {
                return await FailedAsync(source, new FetchResult.Failed(reason), cancellationToken);
            }
            catch (Exception again) when (!cancellationToken.IsCancellationRequested)
            {
                // The store itself is away: the report is all that can still tell.
                ContentLog.SourceBroke(logger, again, source.Id);
                return Outcome(source, HarvestOutcome.Failed, reason);
            }
        }
    }

    private async Task<HarvestedSource> VisitAsync(
        FeedSource source,
        HarvestLanes lanes,
        CancellationToken cancellationToken
    )
    {
        if (!Uri.TryCreate(source.Url, UriKind.Absolute, out var url))
        {
            return await FailedAsync(
                source,
                new FetchResult.Failed($"\"{source.Url}\" is no address."),
                cancellationToken
            );
        }
        var conditions = new FetchConditions(source.ETag, source.LastModified);
        switch (await fetcher.FetchAsync(url, conditions, cancellationToken))
        {
            case FetchResult.Fetched fetched:
                return await ReadAsync(source, fetched, cancellationToken);
            case FetchResult.NotModified unchanged:
                await SaveAsync(
                    source,
                    stored => FeedSourceState.AfterNoChange(stored, source, unchanged.MovedTo, time.GetUtcNow()),
                    cancellationToken
                );
                return Outcome(source, HarvestOutcome.Unchanged, null);
            case FetchResult.Gone:
                const string Gone = "HTTP 410: it is gone and will not be visited again.";
                await SaveAsync(
                    source,
                    stored => FeedSourceState.AfterGone(stored, source, Gone, time.GetUtcNow()),
                    cancellationToken
                );
                return Outcome(source, HarvestOutcome.Gone, Gone);
            case FetchResult.Failed failed:
                lanes.Note(source, failed);
                return await FailedAsync(source, failed, cancellationToken);
            default:
                throw new InvalidOperationException("A fetch has no other result.");
        }
    }

    private async Task<HarvestedSource> ReadAsync(
        FeedSource source,
        FetchResult.Fetched fetched,
        CancellationToken cancellationToken
    )
    {
        using var content = fetched.Open();
        var feed = FeedReader.Read(content, fetched.Url, fetched.Charset, cancellationToken);
        var warnings = FeedSourceState.Sentences(feed.Warnings);
        if (feed.Format == FeedFormat.Unknown)
        {
            var reason = warnings.Count > 0 ? warnings[0] : "It is no feed that can be read.";
            return await FailedAsync(source, new FetchResult.Failed(reason), cancellationToken);
        }
        var now = time.GetUtcNow();
        var sorted = SortedEntries.Of(feed, source, now);
        if (sorted.Unread > 0)
        {
            warnings =
            [
                $"{sorted.Unread} entries after the first {FeedSourceState.MostKnown} were left out.",
                .. warnings,
            ];
        }
        // The queue first: a crash between the two repeats the entries, and taking in recognises them.
        foreach (var messages in sorted.Messages.Chunk(MessagesAtOnce))
        {
            await queue.EnqueueAsync(Queues.Content, messages, cancellationToken: cancellationToken);
        }
        string[] noted = [.. sorted.Refused, .. warnings];
        await SaveAsync(
            source,
            stored => FeedSourceState.AfterReading(stored, source, fetched, sorted.Hashes, noted, now),
            cancellationToken
        );
        return Outcome(source, HarvestOutcome.Read, null) with
        {
            EntriesNew = sorted.Messages.Count,
            EntriesKnown = sorted.Known,
            EntriesDuplicate = sorted.Duplicates,
            EntriesRefused = sorted.Refused,
            Warnings = warnings,
        };
    }

    private async Task<HarvestedSource> FailedAsync(
        FeedSource source,
        FetchResult.Failed failed,
        CancellationToken cancellationToken
    )
    {
        ContentLog.SourceFailed(logger, source.Id, failed.Reason);
        await SaveAsync(
            source,
            stored => FeedSourceState.AfterFailure(stored, source, failed.Reason, failed.RetryAfter, time.GetUtcNow()),
            cancellationToken
        );
        return Outcome(source, HarvestOutcome.Failed, failed.Reason);
    }

    private Task<FeedSource?> SaveAsync(
        FeedSource source,
        Func<FeedSource, FeedSource?> change,
        CancellationToken cancellationToken
    ) => store.ChangeAsync(Containers.Sources, source.PartitionKey, source.Id, change, cancellationToken);

    private static HarvestedSource Outcome(FeedSource source, HarvestOutcome outcome, string? reason) =>
        new(source.Name, source.Id, outcome) { Reason = reason };
}
