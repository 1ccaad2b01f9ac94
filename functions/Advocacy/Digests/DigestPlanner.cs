using System.Collections.Concurrent;
using Advocacy.Content;
using Advocacy.People;
using Advocacy.Platform.Queue;
using Advocacy.Platform.Store;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Advocacy.Digests;

/// <summary>
/// Decides who gets a digest now and with what, and puts it on the <c>digests</c> queue. A run that dies half way is repeated: a
/// delivery exists once per person and edition, whoever creates it, and one that is still only planned is put on the queue again.
/// </summary>
public sealed class DigestPlanner(
    IDocumentStore store,
    IWorkQueue queue,
    Roster roster,
    DueEmployees due,
    TimeProvider time,
    IOptions<DigestOptions> options,
    ILogger<DigestPlanner> logger
)
{
    /// <summary>Plans everyone whose digest hour has come since the last run, within the current ISO week.</summary>
    public async Task<PlanReport> PlanDueAsync(CancellationToken cancellationToken = default)
    {
        var now = time.GetUtcNow();
        var last = await ReadProgressAsync(cancellationToken);
        // A clock that was set back must not keep people waiting: planning an hour twice does no harm.
        var report = await PlanHoursAsync(last <= now ? last : null, now, now, cancellationToken: cancellationToken);
        await SaveProgressAsync(now, cancellationToken);
        return report;
    }

    /// <summary>
    /// Plans everyone whose digest hour begins after <paramref name="after"/> (<c>null</c>: the start of the week) and not after
    /// <paramref name="through"/>, in the ISO week that <paramref name="within"/> falls in where they are.
    /// </summary>
    /// <param name="progress">Told after each part how many more people were gone through.</param>
    public Task<PlanReport> PlanHoursAsync(
        DateTimeOffset? after,
        DateTimeOffset through,
        DateTimeOffset within,
        IProgress<PlanReport>? progress = null,
        CancellationToken cancellationToken = default
    ) =>
        PlanAsync(
            zone => DigestCalendar.Between(zone, after ?? DigestCalendar.StartOfWeek(zone, within), through, within),
            progress,
            cancellationToken
        );

    /// <summary>Plans everyone of the current ISO week at once, whatever their hour.</summary>
    public Task<PlanReport> PlanWholeWeekAsync(
        IProgress<PlanReport>? progress = null,
        CancellationToken cancellationToken = default
    )
    {
        var now = time.GetUtcNow();
        // Two days further than the week lasts anywhere; the calendar stops at each zone's own Sunday.
        return PlanHoursAsync(null, now.AddDays(9), now, progress, cancellationToken);
    }

    /// <summary>
    /// Plans one person of the current week whose hour of it has passed already, as when they just chose an hour that has: the runs by the
    /// clock would not see them any more. A person who had this week's digest is skipped, as everywhere.
    /// </summary>
    /// <param name="employee">As they will be: planned first and saved then, a crash in between costs nobody a week.</param>
    /// <returns>Nobody due where the hour is still to come.</returns>
    public async Task<PlanReport> PlanMissedAsync(Employee employee, CancellationToken cancellationToken = default)
    {
        var now = time.GetUtcNow();
        var zone = TimeZoneInfo.FindSystemTimeZoneById(employee.TimeZone);
        var hour = DigestCalendar
            .Between(zone, DigestCalendar.StartOfWeek(zone, now), now, now)
            .FirstOrDefault(one => one.Day == employee.DigestDay && one.Hour == employee.DigestHour);
        if (hour is null)
        {
            return PlanReport.Empty;
        }
        await OpenAsync(hour.EditionId, cancellationToken);
        var spread = SpreadOf(hour.EditionId, await OfferablePostsAsync(cancellationToken));
        var (report, deliveries) = await PlanPeopleAsync(hour.EditionId, [employee], spread, cancellationToken);
        await EnqueueAsync(hour.EditionId, deliveries, cancellationToken);
        return report;
    }

    private async Task<PlanReport> PlanAsync(
        Func<TimeZoneInfo, IEnumerable<DigestHour>> hoursOf,
        IProgress<PlanReport>? progress,
        CancellationToken cancellationToken
    )
    {
        var total = PlanReport.Empty;
        IReadOnlyList<Post>? posts = null;
        var spreads = new Dictionary<string, FairSpread>();
        var ready = new Dictionary<string, List<string>>();
        foreach (var zone in await roster.ZonesAsync(cancellationToken))
        {
            foreach (var hour in hoursOf(TimeZoneInfo.FindSystemTimeZoneById(zone)))
            {
                var slot = Employee.SlotOf(zone, hour.Day, hour.Hour);
                await foreach (var people in due.InSlotAsync(slot, cancellationToken))
                {
                    posts ??= await OfferablePostsAsync(cancellationToken);
                    if (!spreads.TryGetValue(hour.EditionId, out var spread))
                    {
                        await OpenAsync(hour.EditionId, cancellationToken);
                        spread = SpreadOf(hour.EditionId, posts);
                        spreads[hour.EditionId] = spread;
                    }
                    var (part, deliveries) = await PlanPeopleAsync(hour.EditionId, people, spread, cancellationToken);
                    progress?.Report(part);
                    total += part;
                    var waiting = ready.GetValueOrDefault(hour.EditionId) ?? (ready[hour.EditionId] = []);
                    waiting.AddRange(deliveries);
                    await EnqueueFullAsync(hour.EditionId, waiting, cancellationToken);
                }
            }
        }
        foreach (var (edition, rest) in ready)
        {
            await EnqueueAsync(edition, rest, cancellationToken);
        }
        if (total.Due > 0)
        {
            DigestLog.Planned(logger, total.Due, total.Planned);
        }
        return total;
    }

    private FairSpread SpreadOf(string editionId, IEnumerable<Post> posts) =>
        new(editionId, posts, options.Value.MostPosts, options.Value.TurnShare);

    /// <summary>Full messages leave at once; what is left over waits for the people of the next hour.</summary>
    private async Task EnqueueFullAsync(string editionId, List<string> employeeIds, CancellationToken cancellationToken)
    {
        var full = employeeIds.Count / options.Value.BatchSize * options.Value.BatchSize;
        await EnqueueAsync(editionId, employeeIds.GetRange(0, full), cancellationToken);
        employeeIds.RemoveRange(0, full);
    }

    private async Task<(PlanReport Part, IReadOnlyList<string> ToSend)> PlanPeopleAsync(
        string editionId,
        IReadOnlyList<Employee> people,
        FairSpread spread,
        CancellationToken cancellationToken
    )
    {
        var now = time.GetUtcNow();
        var known = await due.LookUpAsync(people, editionId, now, cancellationToken);

        // One after the other, because each choice depends on what the unit was given before.
        var skipped = new List<SkipReason>();
        var planned = new List<Delivery>();
        var again = new List<string>();
        foreach (var employee in people)
        {
            var (skip, seen) = known[employee.Id];
            if (skip is null)
            {
                if (spread.Choose(employee, seen) is { Count: > 0 } picks)
                {
                    planned.Add(NewDelivery(employee, editionId, picks, now));
                    continue;
                }
                skip = SkipReason.NothingNew;
            }
            skipped.Add(skip.Value);
            if (skip == SkipReason.AlreadySent)
            {
                again.Add(employee.Id);
            }
        }

        var created = new ConcurrentDictionary<string, bool>();
        await StoreCalls.ForEachAsync(
            planned,
            async (delivery, ct) =>
                created[delivery.EmployeeId] =
                    await store.TryCreateAsync(Containers.Deliveries, delivery, ct) is not null,
            cancellationToken
        );
        var mine = planned
            .Where(delivery => created[delivery.EmployeeId])
            .Select(delivery => delivery.EmployeeId)
            .ToList();
        skipped.AddRange(Enumerable.Repeat(SkipReason.AlreadySent, planned.Count - mine.Count));
        return (
            new PlanReport(people.Count, mine.Count, skipped.CountBy(reason => reason).ToDictionary()),
            [.. mine, .. await StillPlannedAsync(editionId, again, cancellationToken)]
        );
    }

    /// <summary>Of people whose delivery exists: those that a planner created and then died before it put them on the queue.</summary>
    private async Task<IReadOnlyList<string>> StillPlannedAsync(
        string editionId,
        List<string> employeeIds,
        CancellationToken cancellationToken
    )
    {
        var waiting = new ConcurrentBag<string>();
        await StoreCalls.ForEachAsync(
            employeeIds,
            async (id, ct) =>
            {
                var delivery = await store.ReadAsync<Delivery>(
                    Containers.Deliveries,
                    id,
                    Delivery.IdOf(id, editionId),
                    ct
                );
                if (delivery?.Value.State == DeliveryState.Planned)
                {
                    waiting.Add(id);
                }
            },
            cancellationToken
        );
        return [.. waiting.Order(StringComparer.Ordinal)];
    }

    private Task EnqueueAsync(string editionId, IReadOnlyList<string> employeeIds, CancellationToken cancellationToken)
    {
        var messages = DigestMessage.For(editionId, employeeIds, options.Value.BatchSize);
        return messages.Count == 0
            ? Task.CompletedTask
            : queue.EnqueueAsync(Queues.Digests, messages, cancellationToken: cancellationToken);
    }

    private async Task<IReadOnlyList<Post>> OfferablePostsAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var query = new Query(Containers.Posts)
        {
            Where =
            [
                new Condition("status", Comparison.Equal, nameof(PostStatus.Ready)),
                new Condition(
                    "publishedAt",
                    Comparison.AtLeast,
                    DocumentJson.Text(now.AddDays(-options.Value.OldestPostDays))
                ),
            ],
        };
        var posts = new List<Post>();
        await foreach (var (post, _) in store.QueryAllAsync<Post>(query, cancellationToken))
        {
            if (post.IsOfferableAt(now))
            {
                posts.Add(post);
            }
        }
        return posts;
    }

    private Task<string?> OpenAsync(string editionId, CancellationToken cancellationToken) =>
        store.TryCreateAsync(
            Containers.Editions,
            new Edition
            {
                Id = editionId,
                OpenedAt = time.GetUtcNow(),
                Ttl = options.Value.KeepDeliveriesDays * 24 * 60 * 60,
            },
            cancellationToken
        );

    private Delivery NewDelivery(Employee employee, string editionId, IReadOnlyList<Pick> picks, DateTimeOffset now) =>
        new()
        {
            Id = Delivery.IdOf(employee.Id, editionId),
            EmployeeId = employee.Id,
            EditionId = editionId,
            Picks = picks,
            Unit = employee.Unit,
            Archetype = employee.Archetype,
            Language = employee.Language,
            PlannedAt = now,
            Ttl = options.Value.KeepDeliveriesDays * 24 * 60 * 60,
        };

    private async Task<DateTimeOffset?> ReadProgressAsync(CancellationToken cancellationToken) =>
        (
            await store.ReadAsync<PlannerProgress>(
                Containers.Editions,
                PlannerProgress.ProgressId,
                PlannerProgress.ProgressId,
                cancellationToken
            )
        )
            ?.Value
            .PlannedThrough;

    private Task<string> SaveProgressAsync(DateTimeOffset through, CancellationToken cancellationToken) =>
        store.UpsertAsync(
            Containers.Editions,
            new PlannerProgress { Id = PlannerProgress.ProgressId, PlannedThrough = through },
            cancellationToken
        );
}
