using System.Diagnostics.Metrics;
using System.Text.Json;

namespace Advocacy.Platform.Telemetry;

/// <summary>The figures of this app, named by OpenTelemetry's conventions. Their attributes name queues and outcomes, never people.</summary>
public sealed class Metrics
{
    /// <summary>The meter's name, for whoever listens.</summary>
    public const string MeterName = "Advocacy";

    private const string Queue = "queue";
    private const string Outcome = "outcome";

    private readonly Histogram<double> _queueAge;
    private readonly Counter<long> _messagesProcessed;
    private readonly Counter<long> _postsJudged;
    private readonly Counter<long> _digestsSettled;
    private readonly Counter<long> _feedsHarvested;

    public Metrics(IMeterFactory meters)
    {
        ArgumentNullException.ThrowIfNull(meters);
        var meter = meters.Create(MeterName);
        _queueAge = meter.CreateHistogram(
            "advocacy.queue.age",
            "s",
            "Time from enqueuing a message to a try to handle it.",
            advice: new InstrumentAdvice<double>
            {
                HistogramBucketBoundaries = [0.1, 0.5, 1, 5, 15, 60, 300, 900, 3_600, 14_400, 86_400, 604_800],
            }
        );
        _messagesProcessed = meter.CreateCounter<long>(
            "advocacy.queue.processed",
            "{message}",
            "Tries to handle a message: done, kept as unusable, or failed and to be tried again."
        );
        _postsJudged = meter.CreateCounter<long>(
            "advocacy.posts.judged",
            "{post}",
            "Posts by the tone gate's verdict."
        );
        _digestsSettled = meter.CreateCounter<long>(
            "advocacy.digests.settled",
            "{digest}",
            "Digests that reached a final state: sent, failed or unknown."
        );
        _feedsHarvested = meter.CreateCounter<long>(
            "advocacy.feeds.harvested",
            "{feed}",
            "Feeds at each harvest, by outcome."
        );
    }

    internal void QueueAge(string queue, TimeSpan age)
    {
        // Two machines' clocks may differ.
        if (_queueAge.Enabled)
        {
            _queueAge.Record(Math.Max(0, age.TotalSeconds), KeyValuePair.Create(Queue, (object?)queue));
        }
    }

    internal void MessageProcessed(string queue, string outcome) =>
        _messagesProcessed.Add(
            1,
            KeyValuePair.Create(Queue, (object?)queue),
            KeyValuePair.Create(Outcome, (object?)outcome)
        );

    internal void PostJudged<T>(T verdict)
        where T : struct, Enum => Add(_postsJudged, "verdict", verdict);

    internal void DigestSettled<T>(T outcome)
        where T : struct, Enum => Add(_digestsSettled, Outcome, outcome);

    internal void FeedHarvested<T>(T outcome)
        where T : struct, Enum => Add(_feedsHarvested, Outcome, outcome);

    /// <summary>The feature's own word for what happened, in snake case as the conventions have it.</summary>
    private static void Add<T>(Counter<long> counter, string attribute, T word)
        where T : struct, Enum
    {
        if (counter.Enabled)
        {
            var value = JsonNamingPolicy.SnakeCaseLower.ConvertName(word.ToString());
            counter.Add(1, KeyValuePair.Create(attribute, (object?)value));
        }
    }
}
