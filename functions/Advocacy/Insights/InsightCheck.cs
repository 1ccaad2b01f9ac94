using System.Text.Json;
using Advocacy.Insights.Days;
using Advocacy.Insights.Publishing;
using Advocacy.Insights.Value;
using Advocacy.Insights.Weeks;
using Advocacy.Platform.Store;
using Microsoft.Extensions.Options;

namespace Advocacy.Insights;

/// <param name="Days">Days that were summed again from their events.</param>
/// <param name="Pending">Days of which something was recorded, or for which rates were set, since the last roll-up; they are not compared, nor are their weeks.</param>
/// <param name="Differences">Ids of documents that are not as the events make them; empty where all is well.</param>
public sealed record InsightCheckReport(int Days, int Pending, IReadOnlyList<string> Differences);

/// <summary>Sums everything again from the events and compares it with what is stored, to the last digit. Changes no figure.</summary>
public sealed class InsightCheck(
    IDocumentStore store,
    DaySummaries days,
    InsightPublisher publisher,
    RateBook rates,
    IOptions<InsightOptions> options
)
{
    public async Task<InsightCheckReport> RunAsync(CancellationToken cancellationToken = default)
    {
        var touched = await days.TouchedAsync(cancellationToken);
        var mark = await store.ReadAsync<RollUpMark>(
            Containers.Editions,
            RollUpMark.TheId,
            RollUpMark.TheId,
            cancellationToken
        );
        var summed = mark?.Value.Days ?? new Dictionary<string, string>();
        var version = (await rates.FindAsync(cancellationToken))?.Sets[^1].Version;
        List<string> pending =
        [
            .. touched
                .Where(day => summed.GetValueOrDefault(day.Key) != day.Value || mark?.Value.Rates != version)
                .Select(day => day.Key),
        ];
        var unsettled = pending.Select(WeekSummary.Of).ToHashSet(StringComparer.Ordinal);
        var settled = touched.Keys.Where(day => days.IsWhole(day) && !unsettled.Contains(WeekSummary.Of(day))).ToList();
        var differences = new List<string>();
        foreach (var day in settled)
        {
            var now = await days.SumAsync(day, cancellationToken);
            if (!Same(now, await FindAsync<DaySummary>(now.Id, cancellationToken)))
            {
                differences.Add(now.Id);
            }
        }
        foreach (var week in settled.Select(WeekSummary.Of).Distinct(StringComparer.Ordinal))
        {
            differences.AddRange(await OfWeekAsync(week, cancellationToken));
        }
        return new InsightCheckReport(settled.Count, pending.Count, differences);
    }

    private async Task<IReadOnlyList<string>> OfWeekAsync(string week, CancellationToken cancellationToken)
    {
        var now = WeekSummary.Sum(
            week,
            await days.OfWeekAsync(WeekSummary.DaysOf(week), cancellationToken),
            options.Value.KeepDays * 24 * 60 * 60
        );
        var wrong = await publisher.WrongRowsAsync(week, cancellationToken);
        return Same(now, await FindAsync<WeekSummary>(now.Id, cancellationToken)) ? wrong : [now.Id, .. wrong];
    }

    private async Task<T?> FindAsync<T>(string id, CancellationToken cancellationToken)
        where T : Document => (await store.ReadAsync<T>(Containers.Editions, id, id, cancellationToken))?.Value;

    /// <summary>As they are stored: lists are no part of a record's equality.</summary>
    private static bool Same<T>(T one, T? other) =>
        JsonSerializer.Serialize(one, DocumentJson.Options) == JsonSerializer.Serialize(other, DocumentJson.Options);
}
