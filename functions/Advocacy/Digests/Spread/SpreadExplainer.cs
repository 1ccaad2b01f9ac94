using Advocacy.Content;
using Advocacy.People;
using Advocacy.Platform.Store;
using Microsoft.Extensions.Options;

namespace Advocacy.Digests.Spread;

/// <summary>
/// Says of each post why a person was offered it or not: by asking <see cref="FairSpread"/> again, with what unit, company and hour were
/// given on record, less what this person has of it.
/// </summary>
public sealed class SpreadExplainer(
    IDocumentStore store,
    DueEmployees due,
    TimeProvider time,
    IOptions<DigestOptions> options
)
{
    /// <param name="editionId">The week; <c>null</c> for the one that it is where the person is.</param>
    public async Task<SpreadExplanation> ExplainAsync(
        Employee person,
        string? editionId = null,
        CancellationToken cancellationToken = default
    )
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(person.TimeZone);
        var thisWeek = EditionOf(zone, time.GetUtcNow());
        editionId ??= thisWeek;
        var then = editionId == thisWeek ? time.GetUtcNow() : DigestHourOf(person, zone, editionId);
        var known = await due.LookUpAsync(person, editionId, then, cancellationToken);
        var at = known.Current?.PlannedAt ?? then;

        var posts = await PostsAsync(cancellationToken);
        var spread = new FairSpread(editionId, posts, options.Value, at);
        var counts = await CountsAsync(spread, person, cancellationToken);
        Without(known.Current?.Picks ?? [], spread, person, counts);
        var most = person.MostPosts ?? options.Value.MostPosts;
        var said = spread.Explain(person, known.Seen, counts);
        var explained = said.Where(one => one.Verdict.Rule != SpreadRule.TooOld)
            .Select(one => Explain(one, known.Current, spread, person, counts.Unit, most))
            .ToList();
        return new SpreadExplanation(
            person,
            editionId,
            at,
            known.Skip,
            known.Current,
            [.. explained.OrderBy(post => OrderOf(post, known.Current))],
            said.Count - explained.Count
        );
    }

    private static string EditionOf(TimeZoneInfo zone, DateTimeOffset instant) =>
        Edition.IdOf(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, zone).DateTime));

    private static DateTimeOffset DigestHourOf(Employee person, TimeZoneInfo zone, string editionId)
    {
        var monday = Edition.MondayOf(editionId);
        var midweek = new DateTimeOffset(monday.AddDays(3).ToDateTime(new TimeOnly(12, 0)), TimeSpan.Zero);
        return DigestCalendar
            .Between(zone, midweek.AddDays(-5), midweek.AddDays(5), midweek)
            .First(hour => hour.Day == person.DigestDay && hour.Hour == person.DigestHour)
            .BeginsAt;
    }

    private async Task<IReadOnlyList<Post>> PostsAsync(CancellationToken cancellationToken)
    {
        var posts = new List<Post>();
        var all = new Query(Containers.Posts) { PageSize = 500 };
        await foreach (var (post, _) in store.QueryAllAsync<Post>(all, cancellationToken))
        {
            posts.Add(post);
        }
        return posts;
    }

    private async Task<SpreadCounts> CountsAsync(
        FairSpread spread,
        Employee person,
        CancellationToken cancellationToken
    )
    {
        var tallies = new SpreadTallies(store, options.Value);
        var company = await tallies.CompanyAsync(spread.EditionId, cancellationToken);
        var unit = await tallies.UnitAsync(spread.EditionId, person.Unit, cancellationToken);
        var hour = await tallies.HourAsync(spread.EditionId, person.DigestSlot, cancellationToken);
        var counts = new SpreadCounts(
            Tallies.Read(spread, person.Unit, unit.Now?.Value, unit.Before),
            Tallies.Read(spread, company.Now?.Value, company.Before),
            Tallies.Read(spread, person.DigestSlot, hour)
        );
        // Whoever is still to come is one more, as they will be when their hour is planned.
        counts.Unit.Readers = Math.Max(1, counts.Unit.Readers);
        counts.Company.Readers = Math.Max(1, counts.Company.Readers);
        counts.Hour.Readers = Math.Max(1, counts.Hour.Readers);
        return counts;
    }

    /// <summary>What the others have: a person is not in their own way.</summary>
    private static void Without(IReadOnlyList<Pick> picks, FairSpread spread, Employee person, SpreadCounts counts)
    {
        foreach (var pick in picks)
        {
            if (spread.Find(pick.PostId) is { } post && post.PlaceOf(pick.TextId) is { } text)
            {
                counts.TakeBack(post, text, FairSpread.IsFirst(post, person));
            }
        }
    }

    private static ExplainedPost Explain(
        Judgement said,
        Delivery? delivery,
        FairSpread spread,
        Employee person,
        UnitCounts unit,
        int most
    )
    {
        var verdict = said.Verdict;
        var pick = said.Pick;
        if (delivery is not null)
        {
            // What was sent is a fact, whatever would be chosen today.
            pick = delivery.Picks.FirstOrDefault(one => one.PostId == said.Post.Id);
            verdict =
                pick is not null ? new Verdict(SpreadRule.Offered)
                : said.Post.TakenInAt > delivery.PlannedAt ? new Verdict(SpreadRule.CameLater)
                : verdict.Rule is not (SpreadRule.Offered or SpreadRule.NoRoom) ? verdict
                : delivery.Picks.Count < most ? new Verdict(SpreadRule.RoomSince)
                : new Verdict(SpreadRule.NoRoom);
        }
        if (pick is null || spread.Find(pick.PostId) is not { } post || post.PlaceOf(pick.TextId) is not { } text)
        {
            return new ExplainedPost(said.Post, verdict, null);
        }
        var place = post.FirstText + text;
        var others = post.TextsFor(person.Language).Length - 1;
        return new ExplainedPost(
            said.Post,
            verdict,
            new ExplainedText(pick, others, unit.Texts[place], unit.LastWeek[place])
        );
    }

    private static int OrderOf(ExplainedPost post, Delivery? delivery) =>
        post.Verdict.Rule != SpreadRule.Offered ? 100
        : delivery is null ? 0
        : delivery.Picks.Index().First(pick => pick.Item.PostId == post.Post.Id).Index;
}
