using System.Collections.Concurrent;
using Advocacy.Content;
using Advocacy.Digests.Holidays;
using Advocacy.Digests.Spread;
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
    WorkingDays workingDays,
    TimeProvider time,
    IOptions<DigestOptions> options,
    ILogger<DigestPlanner> logger
)
{
    /// <summary>Plans everyone whose digest hour has come since the last run, within the current ISO week.</summary>
    public async Task<PlanReport> PlanDueAsync(CancellationToken cancellationToken = default)
    {
        var now = time.GetUtcNow();
        var closed = await workingDays.ReadAsync(cancellationToken);
        var progress = await ReadProgressAsync(cancellationToken);
        // A clock that was set back must not keep people waiting, nor days off that were changed: planning an hour twice does no harm.
        var last =
            progress?.PlannedThrough <= now && progress.DaysOff == closed.Signature
                ? progress.PlannedThrough
                : null as DateTimeOffset?;
        var report = await PlanHoursAsync(last, now, now, closed, cancellationToken: cancellationToken);
        await SaveProgressAsync(now, closed, cancellationToken);
        return report;
    }

    /// <summary>
    /// Plans everyone whose digest hour begins after <paramref name="after"/> (<c>null</c>: the start of the week) and not after
    /// <paramref name="through"/>, in the ISO week that <paramref name="within"/> falls in where they are.
    /// </summary>
    /// <param name="progress">Told after each part how many more people were gone through.</param>
    public async Task<PlanReport> PlanHoursAsync(
        DateTimeOffset? after,
        DateTimeOffset through,
        DateTimeOffset within,
        IProgress<PlanReport>? progress = null,
        CancellationToken cancellationToken = default
    ) =>
        await PlanHoursAsync(
            after,
            through,
            within,
            await workingDays.ReadAsync(cancellationToken),
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
            .Between(
                zone,
                DigestCalendar.StartOfWeek(zone, now),
                now,
                now,
                await workingDays.ReadAsync(cancellationToken)
            )
            .FirstOrDefault(one => one.Day == employee.DigestDay && one.Hour == employee.DigestHour);
        if (hour is null)
        {
            return PlanReport.Empty;
        }
        await OpenAsync(hour.EditionId, cancellationToken);
        var book = BookOf(hour.EditionId, await OfferablePostsAsync(cancellationToken));
        var slot = employee.DigestSlot;
        var (report, deliveries) = await PlanPeopleAsync(hour.EditionId, slot, [employee], book, cancellationToken);
        await EnqueueAsync(hour.EditionId, deliveries, cancellationToken);
        return report;
    }

    private Task<PlanReport> PlanHoursAsync(
        DateTimeOffset? after,
        DateTimeOffset through,
        DateTimeOffset within,
        ClosedDays closed,
        IProgress<PlanReport>? progress = null,
        CancellationToken cancellationToken = default
    ) =>
        PlanAsync(
            zone =>
                DigestCalendar.Between(
                    zone,
                    after ?? DigestCalendar.StartOfWeek(zone, within),
                    through,
                    within,
                    closed
                ),
            progress,
            cancellationToken
        );

    private async Task<PlanReport> PlanAsync(
        Func<TimeZoneInfo, IEnumerable<DigestHour>> hoursOf,
        IProgress<PlanReport>? progress,
        CancellationToken cancellationToken
    )
    {
        var total = PlanReport.Empty;
        IReadOnlyList<Post>? posts = null;
        var books = new Dictionary<string, SpreadBook>();
        var ready = new Dictionary<string, List<string>>();
        foreach (var zone in await roster.ZonesAsync(cancellationToken))
        {
            foreach (var hour in hoursOf(TimeZoneInfo.FindSystemTimeZoneById(zone)))
            {
                var slot = Employee.SlotOf(zone, hour.Day, hour.Hour);
                await foreach (var people in due.InSlotAsync(slot, cancellationToken))
                {
                    posts ??= await OfferablePostsAsync(cancellationToken);
                    if (!books.TryGetValue(hour.EditionId, out var book))
                    {
                        await OpenAsync(hour.EditionId, cancellationToken);
                        book = BookOf(hour.EditionId, posts);
                        books[hour.EditionId] = book;
                    }
                    var (part, deliveries) = await PlanPeopleAsync(
                        hour.EditionId,
                        slot,
                        people,
                        book,
                        cancellationToken
                    );
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

    private SpreadBook BookOf(string editionId, IEnumerable<Post> posts) =>
        new(store, new FairSpread(editionId, posts, options.Value, time.GetUtcNow()), options.Value);

    /// <summary>Full messages leave at once; what is left over waits for the people of the next hour.</summary>
    private async Task EnqueueFullAsync(string editionId, List<string> employeeIds, CancellationToken cancellationToken)
    {
        var full = employeeIds.Count / options.Value.BatchSize * options.Value.BatchSize;
        await EnqueueAsync(editionId, employeeIds.GetRange(0, full), cancellationToken);
        employeeIds.RemoveRange(0, full);
    }

    private async Task<(PlanReport Part, IReadOnlyList<string> ToSend)> PlanPeopleAsync(
        string editionId,
        string slot,
        IReadOnlyList<Employee> people,
        SpreadBook book,
        CancellationToken cancellationToken
    )
    {
        var now = time.GetUtcNow();
        var known = await due.LookUpAsync(people, editionId, now, cancellationToken);
        var readers = people
            .Where(person => known[person.Id].Skip is null or SkipReason.AlreadySent)
            .Select(person => new Reader(person, known[person.Id].Seen, known[person.Id].Current))
            .ToList();
        var part = await book.ChooseAsync(slot, readers, cancellationToken);

        var byId = people.ToDictionary(person => person.Id, StringComparer.Ordinal);
        var created = new ConcurrentDictionary<string, bool>();
        await StoreCalls.ForEachAsync(
            part.Picks,
            async (chosen, ct) =>
            {
                var delivery = NewDelivery(byId[chosen.Key], editionId, chosen.Value, now);
                created[chosen.Key] = await store.TryCreateAsync(Containers.Deliveries, delivery, ct) is not null;
            },
            cancellationToken
        );
        await book.DoneAsync(part, readers, cancellationToken);

        var skipped = people
            .Where(person => !created.GetValueOrDefault(person.Id))
            .Select(person =>
                known[person.Id].Skip
                ?? (part.Picks.ContainsKey(person.Id) ? SkipReason.AlreadySent : SkipReason.NothingNew)
            );
        return (
            new PlanReport(
                people.Count,
                created.Count(one => one.Value),
                skipped.CountBy(reason => reason).ToDictionary()
            ),
            // Those too that a planner created and then died before it put them on the queue.
            [
                .. people
                    .Select(person => person.Id)
                    .Where(id => part.Picks.ContainsKey(id) || known[id].Current?.State == DeliveryState.Planned),
            ]
        );
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

    private async Task<PlannerProgress?> ReadProgressAsync(CancellationToken cancellationToken) =>
        (
            await store.ReadAsync<PlannerProgress>(
                Containers.Editions,
                PlannerProgress.ProgressId,
                PlannerProgress.ProgressId,
                cancellationToken
            )
        )?.Value;

    private Task<string> SaveProgressAsync(
        DateTimeOffset through,
        ClosedDays closed,
        CancellationToken cancellationToken
    ) =>
        store.UpsertAsync(
            Containers.Editions,
            new PlannerProgress
            {
                Id = PlannerProgress.ProgressId,
                PlannedThrough = through,
                DaysOff = closed.Signature,
            },
            cancellationToken
        );
}
