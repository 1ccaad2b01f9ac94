using Advocacy.Consent;
using Advocacy.Content;
using Advocacy.Digests;
using Advocacy.Engagement;
using Advocacy.Local.Hosting;
using Advocacy.Local.Pages;
using Advocacy.Local.Weeks;
using Advocacy.People;
using Advocacy.Platform;
using Advocacy.Platform.Store;
using Advocacy.Sharing;

namespace Advocacy.Local;

/// <summary>Counts what the start page shows.</summary>
internal sealed class LocalFigures(
    IDocumentStore store,
    TimerLoop timers,
    DataFolder data,
    SiteLinks links,
    AdapterOptions adapters,
    TimeProvider time
)
{
    private static readonly Dictionary<string, string> s_timers = new()
    {
        ["HarvestFeeds"] = "visits the feeds that are due",
        ["PlanDigests"] = "plans the digests whose hour has come",
        ["RollUpInsights"] = "adds up what came of the posts",
        ["ReadBounces"] = "reads what mail servers sent back",
        ["KeepHouse"] = "settles stale claims, names ailing feeds",
    };

    public async Task<StartView> StartAsync(LocalFrame frame, Notice? notice, CancellationToken cancellationToken)
    {
        var edition = Edition.IdOf(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(frame.Now, frame.Zone).DateTime));
        var sources = await AllAsync<FeedSource>(Containers.Sources, cancellationToken);
        var last = await store.ReadAsync<WeekReport>(
            Containers.Editions,
            WeekReport.LastId,
            WeekReport.LastId,
            cancellationToken
        );
        return new StartView
        {
            Frame = frame,
            EditionId = edition,
            Notice = notice,
            LastRun = last is null ? null : SummaryOf(last.Value),
            Posts = Count(await AllAsync<Post>(Containers.Posts, cancellationToken)),
            Employees = await ConsentAsync(cancellationToken),
            Deliveries = await DeliveriesAsync(edition, cancellationToken),
            Engagement = await EngagementAsync(cancellationToken),
            Feeds = new FeedCounts(sources.Count, sources.Count(source => source.Health.FailuresInARow > 0)),
            Timers =
            [
                .. timers
                    .NextRuns()
                    .Select(run => new TimerView(run.Name, s_timers.GetValueOrDefault(run.Name, ""), run.Next)),
            ],
            Preferences = await OwnPageAsync(cancellationToken),
            Outbox = adapters.Mail == MailAdapter.Outbox ? data.Outbox : null,
        };
    }

    private async Task<OwnPage?> OwnPageAsync(CancellationToken cancellationToken)
    {
        var anybody = await store.QueryAsync<Employee>(
            new Query(Containers.Employees) { PageSize = 1 },
            cancellationToken
        );
        return anybody.Items is [{ Value: var person }, ..]
            ? new OwnPage(person.Name, links.Preferences(person.Id))
            : null;
    }

    public static PostCounts Count(IReadOnlyList<Post> posts) =>
        new(
            posts.Count(post => post.Status == PostStatus.Ready),
            posts.Count(post => post.Status == PostStatus.Held),
            posts.Count(post => post.Status == PostStatus.New)
        );

    public async Task<IReadOnlyList<T>> AllAsync<T>(Container container, CancellationToken cancellationToken)
        where T : Document =>
        await store
            .QueryAllAsync<T>(new Query(container) { PageSize = 1000 }, cancellationToken)
            .Select(item => item.Value)
            .ToListAsync(cancellationToken);

    private async Task<ConsentCounts> ConsentAsync(CancellationToken cancellationToken)
    {
        var states = (await AllAsync<CurrentConsent>(Containers.Consents, cancellationToken)).ToDictionary(state =>
            state.EmployeeId
        );
        var (yes, no, undecided, paused) = (0, 0, 0, 0);
        foreach (var employee in await AllAsync<Employee>(Containers.Employees, cancellationToken))
        {
            var decided = states.GetValueOrDefault(employee.Id);
            var allows = decided?.Allows(ConsentPurpose.DigestEmail) == true;
            yes += allows ? 1 : 0;
            var refused = decided?.Purposes.GetValueOrDefault(ConsentPurpose.DigestEmail) == ConsentAction.Withdrawn;
            no += refused ? 1 : 0;
            undecided += allows || refused ? 0 : 1;
            paused += allows && employee.PausedUntil > time.GetUtcNow() ? 1 : 0;
        }
        return new ConsentCounts(yes, no, undecided, paused);
    }

    private async Task<DeliveryCounts> DeliveriesAsync(string edition, CancellationToken cancellationToken)
    {
        var query = new Query(Containers.Deliveries)
        {
            Where = [new Condition("editionId", Comparison.Equal, edition)],
            PageSize = 1000,
        };
        var states = new int[Enum.GetValues<DeliveryState>().Length];
        await foreach (var (delivery, _) in store.QueryAllAsync<Delivery>(query, cancellationToken))
        {
            states[(int)delivery.State]++;
        }
        return new DeliveryCounts(
            states[(int)DeliveryState.Planned],
            states[(int)DeliveryState.Sending],
            states[(int)DeliveryState.Sent],
            states[(int)DeliveryState.Failed],
            states[(int)DeliveryState.Unknown]
        );
    }

    private async Task<EngagementCounts> EngagementAsync(CancellationToken cancellationToken)
    {
        var delivered = 0L;
        var kinds = new long[Enum.GetValues<EngagementKind>().Length];
        await foreach (
            var (one, _) in store.ScanAsync<EngagementEvent>(Containers.Engagements, 0, 1, cancellationToken)
        )
        {
            kinds[(int)one.Kind] += one.Count;
        }
        await foreach (
            var (tally, _) in store.ScanAsync<DeliveryTally>(Containers.Engagements, 0, 1, cancellationToken)
        )
        {
            delivered += tally.Texts.Sum(text => text.People) * (tally.Returned ? -1 : 1);
        }
        return new EngagementCounts(
            delivered,
            kinds[(int)EngagementKind.SharePageViewed],
            kinds[(int)EngagementKind.Shared],
            kinds[(int)EngagementKind.AudienceClick]
        );
    }

    private static RunSummary SummaryOf(WeekReport report) =>
        new(
            report.From,
            [
                new StageView(
                    "Harvested",
                    report.Entries.New,
                    "new posts",
                    $"{LocalFrame.Count(report.Feeds.Count, "feed")}, {report.Entries.Duplicate} known entries",
                    report.Feeds.Count(feed => feed.Outcome == HarvestOutcome.Failed)
                ),
                new StageView(
                    "Judged",
                    report.Posts.Ready,
                    "posts ready",
                    $"{report.Posts.Held.Count} held for review"
                ),
                new StageView(
                    "Planned",
                    report.Employees.Due,
                    "people due",
                    string.Join(
                        ", ",
                        report.Employees.Skipped.OrderBy(s => s.Key).Select(s => $"{s.Value} {Summaries.Word(s.Key)}")
                    )
                ),
                new StageView("Sent", report.Employees.Mailed, "digests", null, report.Failures.Count),
            ]
        );
}
