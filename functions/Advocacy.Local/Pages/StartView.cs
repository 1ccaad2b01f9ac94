namespace Advocacy.Local.Pages;

/// <summary>Everything at a glance. Its button is a POST without fields to <c>/run-week</c>, whose answer is this page with a notice.</summary>
public sealed record StartView
{
    public required LocalFrame Frame { get; init; }

    /// <summary>The ISO week that the figures of this week are about, for example <c>2026-W48</c>.</summary>
    public required string EditionId { get; init; }

    /// <summary>What came of the button, for example <c>12 digests sent</c>.</summary>
    public Notice? Notice { get; init; }

    /// <summary><c>null</c> before the first.</summary>
    public RunSummary? LastRun { get; init; }

    public required PostCounts Posts { get; init; }
    public required ConsentCounts Employees { get; init; }
    public required DeliveryCounts Deliveries { get; init; }
    public required EngagementCounts Engagement { get; init; }
    public required FeedCounts Feeds { get; init; }

    /// <summary>In the order in which they run next.</summary>
    public IReadOnlyList<TimerView> Timers { get; init; } = [];

    /// <summary>One person's own page, so that it can be tried; every person's page has a link to theirs. <c>null</c> where there is nobody.</summary>
    public OwnPage? Preferences { get; init; }

    /// <summary>Where the mails are as files, as the operator would type it; <c>null</c> where they go out by SMTP.</summary>
    public string? Outbox { get; init; }
}

/// <param name="Name">Whose it is.</param>
/// <param name="Url">Works without a password.</param>
public sealed record OwnPage(string Name, string Url);

/// <param name="At">When it began.</param>
/// <param name="Stages">In the order of the flow.</param>
public sealed record RunSummary(DateTimeOffset At, IReadOnlyList<StageView> Stages);

/// <param name="Name">For example <c>Harvested</c>.</param>
/// <param name="Count">The figure that matters.</param>
/// <param name="What">What is counted, in the plural or singular that fits, for example <c>entries</c>.</param>
/// <param name="Detail">The rest in a few words, for example <c>3 feeds, 1 unchanged</c>.</param>
/// <param name="Failed">How many did not go through; they are named on the failures page.</param>
public sealed record StageView(string Name, int Count, string What, string? Detail = null, int Failed = 0);

/// <param name="Waiting">Taken in, not yet judged.</param>
public sealed record PostCounts(int Ready, int Held, int Waiting);

/// <param name="Yes">Said yes to the digest.</param>
/// <param name="No">Withdrew it.</param>
/// <param name="Undecided">Never answered.</param>
/// <param name="Paused">Of those who said yes.</param>
public sealed record ConsentCounts(int Yes, int No, int Undecided, int Paused)
{
    public int Total => Yes + No + Undecided;
}

/// <summary>This week's deliveries by state.</summary>
public sealed record DeliveryCounts(int Planned, int Sending, int Sent, int Failed, int Unknown);

/// <summary>All that came of the digests so far, in totals.</summary>
public sealed record EngagementCounts(long Delivered, long SharePagesViewed, long Shared, long AudienceClicks);

/// <param name="Failing">Whose last visit failed.</param>
public sealed record FeedCounts(int Total, int Failing);

/// <param name="Name">The function's.</param>
/// <param name="Does">In a few words.</param>
public sealed record TimerView(string Name, string Does, DateTimeOffset NextAt);
