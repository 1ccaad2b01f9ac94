using Advocacy.Platform.Store;
using Advocacy.Programme.Pulse;
using Microsoft.Extensions.Options;

namespace Advocacy.Insights.Dashboard;

/// <summary>Reads what the comms team's page shows. It reads figures that are found already and counts nobody anew.</summary>
public sealed class InsightReader(
    IDocumentStore store,
    GoalProgress goals,
    SupplyReader supply,
    HealthReader health,
    PulseQuestions pulse,
    IOptions<InsightOptions> options
)
{
    private const int MostPosts = 20;

    /// <param name="week">The week that the page is about, for example <c>2026-W48</c>.</param>
    /// <param name="weeks">How many weeks the trend has, the one of the page included.</param>
    public async Task<DashboardFigures> DashboardAsync(
        string week,
        int weeks = 26,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(weeks, 1);
        var monday = Digests.Edition.MondayOf(week);
        var trend = TrendAsync(monday.AddDays(-7 * (weeks - 1)), monday, cancellationToken);
        var groups = GroupsAsync(week, cancellationToken);
        var ready = supply.ReadAsync(week, cancellationToken);
        var works = health.ReadAsync(week, cancellationToken);
        var asked = pulse.AllAsync(cancellationToken);
        var reached = goals.ReadAsync(week, cancellationToken);
        var rows = await groups;
        return new DashboardFigures
        {
            Week = week,
            Monday = monday,
            SmallestGroup = options.Value.SmallestGroup,
            Trend = await trend,
            Before = (await trend).LastOrDefault(one => one.WeekStart == monday.AddDays(-7)),
            Groups = rows,
            BestPosts = await BestAsync(rows, cancellationToken),
            Goals = await reached,
            Pulse = (await asked).FirstOrDefault(question => question.Result is { Groups.Count: > 0 }),
            Supply = await ready,
            Health = await works,
        };
    }

    /// <summary>Weeks of which something came, oldest first.</summary>
    public async Task<IReadOnlyList<WeekInsight>> TrendAsync(
        DateOnly from,
        DateOnly through,
        CancellationToken cancellationToken = default
    )
    {
        var between = new Query(Containers.Insights)
        {
            Where =
            [
                new Condition("week", Comparison.AtLeast, Digests.Edition.IdOf(from)),
                new Condition("week", Comparison.AtMost, Digests.Edition.IdOf(through)),
            ],
            PageSize = 1000,
        };
        var weeks = await store
            .QueryAllAsync<WeekInsight>(between, cancellationToken)
            .Select(stored => stored.Value)
            .ToListAsync(cancellationToken);
        return [.. weeks.OrderBy(one => one.WeekStart)];
    }

    /// <summary>The rows of one week; those with most first, hours by the clock.</summary>
    public async Task<IReadOnlyList<GroupInsight>> GroupsAsync(
        string week,
        CancellationToken cancellationToken = default
    )
    {
        var ofTheWeek = new Query(Containers.Insights)
        {
            Where = [new Condition("week", Comparison.Equal, week)],
            PageSize = 1000,
        };
        var rows = await store
            .QueryAllAsync<GroupInsight>(ofTheWeek, cancellationToken)
            .Select(stored => stored.Value)
            .ToListAsync(cancellationToken);
        return
        [
            .. rows.OrderBy(row => row.Group)
                .ThenBy(row => row.Group == InsightGroup.Hour ? row.Key : "", StringComparer.Ordinal)
                .ThenByDescending(row => row.Clicks)
                .ThenByDescending(row => row.Shared)
                .ThenByDescending(row => row.Offered ?? row.Digests)
                .ThenBy(row => row.Key, StringComparer.Ordinal),
        ];
    }

    private async Task<IReadOnlyList<Insight>> BestAsync(
        IEnumerable<GroupInsight> rows,
        CancellationToken cancellationToken
    )
    {
        var found = await Task.WhenAll(
            rows.Where(row => row.Group == InsightGroup.Post)
                .Select(row => Insight.IdOf(row.Key))
                .Select(id => store.ReadAsync<Insight>(Containers.Insights, id, id, cancellationToken))
        );
        return
        [
            .. found
                .OfType<Stored<Insight>>()
                .Select(stored => stored.Value)
                .OrderByDescending(post => post.AudienceClicks)
                .ThenByDescending(post => post.Shared)
                .ThenByDescending(post => post.Delivered)
                .ThenBy(post => post.PostId, StringComparer.Ordinal)
                .Take(MostPosts),
        ];
    }
}
