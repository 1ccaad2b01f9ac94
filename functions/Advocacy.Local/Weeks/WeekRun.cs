using System.Globalization;
using Advocacy.Content;
using Advocacy.Digests;
using Advocacy.Digests.Spread;
using Advocacy.Insights;
using Advocacy.Local.Hosting;
using Advocacy.Platform;
using Advocacy.Platform.Queue;
using Advocacy.Platform.Store;

namespace Advocacy.Local.Weeks;

/// <summary>
/// Runs one week: inputs in, feeds harvested, tone judged, digests planned and sent. Every step is the function's own work, and
/// the queues' functions run as they do in the host.
/// </summary>
internal sealed class WeekRun(
    IDocumentStore store,
    IWorkQueue queue,
    CompanyLoader loader,
    FeedHarvester harvester,
    DigestPlanner planner,
    ThinPosts thin,
    InsightRollUp rollUp,
    QueuePump pump,
    DataFolder data,
    AdapterOptions adapters,
    TimeProvider time
)
{
    private static readonly TimeSpan s_hour = TimeSpan.FromHours(1);

    public async Task<WeekReport> RunAsync(
        WeekInputs inputs,
        StageDisplay display,
        CancellationToken cancellationToken = default
    )
    {
        var start = time.GetUtcNow();
        var loaded = await loader.LoadAsync(inputs, display, cancellationToken);
        var harvest = await HarvestAsync(display, cancellationToken);
        var content = await TakeInAsync(display, loaded, harvest, start, cancellationToken);
        var day = inputs.Day ?? DateOnly.FromDateTime(start.UtcDateTime);
        var sentBefore = await CountSentAsync(start, cancellationToken);
        var plan = await MailAsync(inputs, display, day, cancellationToken);
        await rollUp.RunAsync(cancellationToken);
        var sent = await CountSentAsync(start, cancellationToken) - sentBefore;
        display.Done(Stages.Mail, Summaries.Of(plan, sent));

        var report = new WeekReport
        {
            Id = WeekReport.LastId,
            Week = Edition.IdOf(day),
            From = start,
            To = time.GetUtcNow(),
            Roster = loaded.Roster,
            Feeds = harvest.Sources,
            Entries = content,
            Posts = await PostsAsync(cancellationToken),
            Employees = new EmployeeCounts(plan.Due, sent, plan.Skipped),
            Thin = await thin.OfAsync(Edition.IdOf(day), cancellationToken),
            Outbox = adapters.Mail == MailAdapter.Outbox ? data.Outbox : null,
            Failures =
            [
                .. loaded.Failures,
                .. harvest
                    .Sources.Where(source => source.Outcome == HarvestOutcome.Failed)
                    .Select(source => $"Feed {source.Name}: {source.Reason}"),
                .. await FailedMessagesAsync(loaded, start, cancellationToken),
                .. await FailedDeliveriesAsync(start, cancellationToken),
            ],
            Notes = loaded.Notes,
        };
        await store.UpsertAsync(Containers.Editions, report, cancellationToken);
        return report;
    }

    private async Task<HarvestReport> HarvestAsync(StageDisplay display, CancellationToken cancellationToken)
    {
        display.Begin(Stages.Harvest, null);
        var report = await harvester.RunAsync(cancellationToken);
        display.Done(Stages.Harvest, Summaries.Of(report));
        return report;
    }

    private async Task<EntryCounts> TakeInAsync(
        StageDisplay display,
        LoadedInputs loaded,
        HarvestReport harvest,
        DateTimeOffset start,
        CancellationToken cancellationToken
    )
    {
        var before = await CountAsync<Post>(Containers.Posts, cancellationToken);
        var refusedBefore = (await KeptAsync(cancellationToken)).Select(kept => (kept.Id, kept.LastAt)).ToHashSet();
        var waiting = await queue.CountAsync(Queues.Content, cancellationToken);
        display.Begin(Stages.Tone, Math.Max(1, waiting * 2));
        await pump.DrainAsync((_, count) => display.Advance(Stages.Tone, count), cancellationToken);
        var taken = await CountAsync<Post>(Containers.Posts, cancellationToken) - before;
        var refused = (await KeptAsync(cancellationToken))
            .Where(kept => kept.Queue == Queues.Content && !refusedBefore.Contains((kept.Id, kept.LastAt)))
            .Select(kept => kept.Reason)
            .ToList();
        var known = harvest.Sources.Sum(source => source.EntriesKnown + source.EntriesDuplicate);
        var duplicates = Math.Max(0, (int)waiting - taken - refused.Count);
        var posts = await PostsAsync(cancellationToken);
        display.Done(Stages.Tone, Summaries.Of(posts, taken));
        return new EntryCounts(
            taken,
            duplicates + known,
            [
                .. refused,
                .. harvest.Sources.SelectMany(source =>
                    source.EntriesRefused.Select(reason => $"Feed {source.Name}: {reason}")
                ),
            ]
        );
    }

    private async Task<PlanReport> MailAsync(
        WeekInputs inputs,
        StageDisplay display,
        DateOnly day,
        CancellationToken cancellationToken
    )
    {
        var people = await CountAsync<People.Employee>(Containers.Employees, cancellationToken);
        display.Begin(Stages.Mail, Math.Max(1, people * 2L));
        var progress = new Direct<PlanReport>(part =>
            // Whoever is skipped is done; whoever is planned is half done until the mail is sent.
            display.Advance(Stages.Mail, part.Planned + 2L * (part.Due - part.Planned))
        );
        if (inputs.AtOnce)
        {
            var report = await planner.PlanWholeWeekAsync(progress, cancellationToken);
            await SendAsync(display, cancellationToken);
            return report;
        }
        var total = PlanReport.Empty;
        var start = time.GetUtcNow();
        var monday = Edition.MondayOf(day);
        // Thursday noon in UTC lies in the same ISO week wherever people are.
        var within = new DateTimeOffset(monday.AddDays(3).ToDateTime(new TimeOnly(12, 0)), TimeSpan.Zero);
        DateTimeOffset? planned = null;
        for (var now = start; planned is null || !IsOver(monday, planned.Value); now = NextRun(now))
        {
            ((SteppingClock)time).StepTo(now);
            var report = await planner.PlanHoursAsync(planned, now, within, progress, cancellationToken);
            total += report;
            planned = now;
            await SendAsync(display, cancellationToken);
        }
        return total;
    }

    private async Task SendAsync(StageDisplay display, CancellationToken cancellationToken)
    {
        var before = 0L;
        await pump.DrainAsync(
            (name, messages) =>
            {
                if (name == Queues.Digests)
                {
                    before += messages;
                    display.Advance(Stages.Mail, messages * 100L);
                }
            },
            cancellationToken
        );
    }

    /// <summary>True once the next Monday has come everywhere: UTC-12 is the last.</summary>
    private static bool IsOver(DateOnly monday, DateTimeOffset now) =>
        now.UtcDateTime.AddHours(-12) >= monday.AddDays(7).ToDateTime(TimeOnly.MinValue);

    /// <summary>PlanDigests' next run: 53 minutes past.</summary>
    private static DateTimeOffset NextRun(DateTimeOffset now)
    {
        var hour = new DateTimeOffset(now.UtcDateTime.Date.AddHours(now.UtcDateTime.Hour), TimeSpan.Zero).AddMinutes(
            53
        );
        return hour > now ? hour : hour + s_hour;
    }

    private async Task<PostTotals> PostsAsync(CancellationToken cancellationToken)
    {
        var ready = 0;
        var held = new List<HeldPost>();
        await foreach (var (post, _) in store.QueryAllAsync<Post>(new Query(Containers.Posts), cancellationToken))
        {
            ready += post.Status == PostStatus.Ready ? 1 : 0;
            if (post.Status == PostStatus.Held)
            {
                held.Add(new HeldPost(post.Title, [.. post.Verdict?.Messages("en") ?? []]));
            }
        }
        return new PostTotals(ready, held);
    }

    private async Task<IReadOnlyList<FailedMessage>> KeptAsync(CancellationToken cancellationToken)
    {
        var query = new Query(Containers.Failures)
        {
            Where = [new Condition("state", Comparison.Equal, nameof(FailedMessageState.Kept))],
        };
        var kept = new List<FailedMessage>();
        await foreach (var (message, _) in store.QueryAllAsync<FailedMessage>(query, cancellationToken))
        {
            kept.Add(message);
        }
        return kept;
    }

    private async Task<IReadOnlyList<string>> FailedMessagesAsync(
        LoadedInputs loaded,
        DateTimeOffset start,
        CancellationToken cancellationToken
    ) =>
        [
            .. (await KeptAsync(cancellationToken))
                .Where(kept => kept.LastAt >= start)
                .Select(kept =>
                    loaded.Drops.TryGetValue(kept.Body, out var file)
                        ? $"{file}: {kept.Reason}"
                        : $"A message of queue {kept.Queue} is kept: {kept.Reason}"
                ),
        ];

    private async Task<IReadOnlyList<string>> FailedDeliveriesAsync(
        DateTimeOffset start,
        CancellationToken cancellationToken
    )
    {
        var reasons = new List<string>();
        foreach (var state in new[] { DeliveryState.Failed, DeliveryState.Unknown })
        {
            var query = new Query(Containers.Deliveries)
            {
                Where = [new Condition("state", Comparison.Equal, state.ToString())],
            };
            await foreach (var (delivery, _) in store.QueryAllAsync<Delivery>(query, cancellationToken))
            {
                if (delivery.SettledAt >= start)
                {
                    reasons.Add($"{state}: {delivery.Reason}");
                }
            }
        }
        return
        [
            .. reasons
                .CountBy(reason => reason)
                .Select(sum => string.Create(CultureInfo.InvariantCulture, $"{sum.Value} digests {sum.Key}")),
        ];
    }

    private async Task<int> CountSentAsync(DateTimeOffset start, CancellationToken cancellationToken)
    {
        // The zones' weeks differ around Monday: the editions of the days before and after count too.
        var editions = new[] { -1, 0, 1 }
            .Select(days => Edition.IdOf(DateOnly.FromDateTime(start.UtcDateTime.AddDays(days))))
            .Distinct();
        var count = 0;
        foreach (var edition in editions)
        {
            var query = new Query(Containers.Deliveries)
            {
                Where =
                [
                    new Condition("editionId", Comparison.Equal, edition),
                    new Condition("state", Comparison.Equal, nameof(DeliveryState.Sent)),
                ],
                PageSize = 1000,
            };
            count += await store.QueryAllAsync<Delivery>(query, cancellationToken).CountAsync(cancellationToken);
        }
        return count;
    }

    private ValueTask<int> CountAsync<T>(Container container, CancellationToken cancellationToken)
        where T : Document =>
        store
            .QueryAllAsync<T>(new Query(container) { PageSize = 1000 }, cancellationToken)
            .CountAsync(cancellationToken);

    /// <summary>Reports on the caller's thread: Progress would hop to another and come late.</summary>
    private sealed class Direct<T>(Action<T> report) : IProgress<T>
    {
        public void Report(T value) => report(value);
    }
}
