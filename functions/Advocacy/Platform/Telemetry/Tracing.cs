using System.Diagnostics;

namespace Advocacy.Platform.Telemetry;

/// <summary>
/// The activities of this app, named by OpenTelemetry's conventions for messaging. Their attributes name queues and posts, never
/// people. Where nobody listens none is started, and nothing is computed.
/// </summary>
public static class Tracing
{
    /// <summary>The source's name, for whoever listens.</summary>
    public const string SourceName = "Advocacy";

    private static readonly ActivitySource s_source = new(SourceName);

    /// <summary>The W3C trace context of what runs now, to be kept with what it makes; <c>null</c> where nothing is traced.</summary>
    internal static string? Here => Activity.Current is { IdFormat: ActivityIdFormat.W3C } here ? here.Id : null;

    /// <summary>Enqueuing messages.</summary>
    internal static Activity? Send(string system, string queue, int count)
    {
        var activity = s_source.StartActivity($"send {queue}", ActivityKind.Producer);
        if (count > 1)
        {
            activity?.SetTag("messaging.batch.message_count", count);
        }
        return Tag(activity, system, queue, "send");
    }

    /// <summary>Handling a message: part of the trace it was enqueued in, with a link to what runs around it here.</summary>
    internal static Activity? Process(string system, string queue, string? traceParent)
    {
        var name = $"process {queue}";
        var activity = ActivityContext.TryParse(traceParent, null, isRemote: true, out var parent)
            ? s_source.StartActivity(
                name,
                ActivityKind.Consumer,
                parent,
                links: Activity.Current is { } around && around.TraceId != parent.TraceId
                    ? [new ActivityLink(around.Context)]
                    : null
            )
            : s_source.StartActivity(name, ActivityKind.Consumer);
        return Tag(activity, system, queue, "process");
    }

    /// <summary>What a person does with a post: a trace of its own, linked to the post's.</summary>
    /// <param name="name">What is done.</param>
    /// <param name="postId">The Post.</param>
    /// <param name="traceParent">The post's.</param>
    internal static Activity? OnPost(string name, string postId, string? traceParent)
    {
        var activity = s_source.StartActivity(name);
        Link(activity, [traceParent]);
        return activity?.SetTag("advocacy.post.id", postId);
    }

    /// <summary>Links what runs now, where it is ours, to the traces of what it works on.</summary>
    internal static void LinkHere(IEnumerable<string?> traceParents)
    {
        if (Activity.Current is { } here && here.Source == s_source)
        {
            Link(here, traceParents);
        }
    }

    /// <summary>The kind of an error only: its message may quote a person's data.</summary>
    internal static void Fail(Activity? activity, Exception error) =>
        activity?.SetStatus(ActivityStatusCode.Error).SetTag("error.type", error.GetType().FullName);

    private static void Link(Activity? activity, IEnumerable<string?> traceParents)
    {
        if (activity is null)
        {
            return;
        }
        foreach (var traceParent in traceParents.Distinct())
        {
            if (ActivityContext.TryParse(traceParent, null, isRemote: true, out var context))
            {
                activity.AddLink(new ActivityLink(context));
            }
        }
    }

    private static Activity? Tag(Activity? activity, string system, string queue, string operation) =>
        activity
            ?.SetTag("messaging.system", system)
            .SetTag("messaging.destination.name", queue)
            .SetTag("messaging.operation.name", operation)
            .SetTag("messaging.operation.type", operation);
}
