using System.Collections.Concurrent;
using System.Diagnostics;
using Advocacy.Platform.Telemetry;

namespace Advocacy.Tests.Platform.Telemetry;

/// <summary>
/// Hears the activities of one test: those that begin under its own root or continue a trace of it. What other tests do at the same
/// time stays untraced.
/// </summary>
internal sealed class HeardTraces : IDisposable
{
    private readonly ConcurrentDictionary<ActivityTraceId, bool> _traces = new();
    private readonly ConcurrentQueue<Activity> _stopped = new();
    private readonly ActivityListener _listener;

    public HeardTraces()
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == Tracing.SourceName,
            Sample = (ref ActivityCreationOptions<ActivityContext> options) =>
                _traces.ContainsKey(options.Parent.TraceId)
                    ? ActivitySamplingResult.AllDataAndRecorded
                    : ActivitySamplingResult.None,
            ActivityStopped = activity =>
            {
                if (_traces.ContainsKey(activity.TraceId))
                {
                    _stopped.Enqueue(activity);
                }
            },
        };
        ActivitySource.AddActivityListener(_listener);
    }

    /// <summary>In the order they ended.</summary>
    public IReadOnlyList<Activity> All => [.. _stopped];

    public Activity Single(string name) =>
        All.Where(activity => activity.DisplayName == name)
            .ShouldHaveSingleItem($"Heard: {string.Join(", ", All.Select(activity => activity.DisplayName))}");

    /// <summary>A trace of its own, as a request or a timer begins one; to be ended by whoever asks.</summary>
    public Activity Begin(string name)
    {
        var root = new Activity(name).SetIdFormat(ActivityIdFormat.W3C);
        // Nothing around it: a new trace.
        Activity.Current = null;
        root.ActivityTraceFlags = ActivityTraceFlags.Recorded;
        root.Start();
        _traces[root.TraceId] = true;
        return root;
    }

    public void Dispose() => _listener.Dispose();
}
