using Advocacy.Insights.Days;
using Advocacy.Insights.Privacy;

namespace Advocacy.Insights.Publishing;

/// <summary>What may be shown of the parts of one table: a set of blocks for each count.</summary>
internal sealed class PeopleTable
{
    private readonly Dictionary<PeopleCount, Blocks> _blocks = [];

    /// <summary>Of the whole table.</summary>
    public int? Total(PeopleCount count) => Shown(count, _ => true);

    public int? Shown(PeopleCount count, Func<Piece, bool> isIn) => _blocks.GetValueOrDefault(count)?.Shown(isIn);

    /// <summary>Posts and their texts, which languages and topics are made of.</summary>
    /// <param name="pathOf">Of a post: what is wider than it, the widest first.</param>
    public static PeopleTable OfPosts(WeekCells cells, Func<string, IReadOnlyList<string>> pathOf, int smallest)
    {
        var table = new PeopleTable();
        var texts = cells.Split(Dimension.Text).ToLookup(text => text.Keys[0]);
        foreach (var count in PeopleCounts.All.Except([PeopleCount.Digests, PeopleCount.Sharers]))
        {
            var pieces = cells
                .Of(Dimension.Post)
                .SelectMany(post =>
                {
                    string[] path = [.. pathOf(post.Key), post.Key];
                    var rest = count.RestOf(post.Counts);
                    var named = texts[post.Key]
                        .Select(text => new Piece(
                            [.. path, text.Keys[1]],
                            count.Of(text.Counts),
                            count.Of(text.Counts),
                            count.RestOf(text.Counts),
                            post.Key,
                            rest
                        ))
                        .ToList();
                    var others = count.Of(post.Counts) - named.Sum(piece => piece.People);
                    return named.Append(new Piece([.. path, ""], others, others, null, post.Key, rest));
                });
            table._blocks[count] = Blocks.Of(pieces, smallest, count.HeadsOf(cells.Total), nobodyIsSmall: false);
        }
        return table;
    }

    /// <summary>Groups of people: units, archetypes, languages of the mail. Only what is known to be of how many different people.</summary>
    public static PeopleTable OfPeople(WeekCells cells, Dimension dimension, int smallest)
    {
        var table = new PeopleTable();
        PeopleCount[] counts = [PeopleCount.Digests, PeopleCount.Offered, PeopleCount.Shared, PeopleCount.Sharers];
        foreach (var count in counts)
        {
            var rest = count.RestOfPeople(cells.Total);
            var named = cells
                .Of(dimension)
                .Where(cell => cell.Key.Length > 0)
                .Select(cell => new Piece(
                    [cell.Key],
                    count.Of(cell.Counts),
                    count.HeadsOf(cell.Counts),
                    count.RestOfPeople(cell.Counts),
                    "",
                    rest
                ))
                .ToList();
            // Those of whom it is not known: they are a group too, and what is left when the others are subtracted.
            var others = count.Of(cells.Total) - named.Sum(piece => piece.People);
            var heads = count.HeadsOf(cells.Total) - named.Sum(piece => piece.Heads);
            table._blocks[count] = Blocks.Of(
                others == 0 ? named : named.Append(new Piece([""], others, heads, null, "", rest)),
                smallest,
                count.HeadsOf(cells.Total),
                nobodyIsSmall: true
            );
        }
        return table;
    }

    /// <summary>What people did with posts, by something that is no group of them: channels, reasons.</summary>
    /// <param name="dimension">With keys of a post and what it is split by.</param>
    public static PeopleTable OfActs(WeekCells cells, Dimension dimension, PeopleCount count, int smallest)
    {
        var acts = cells.Split(dimension).ToLookup(act => act.Keys[0]);
        var pieces = cells
            .Of(Dimension.Post)
            .SelectMany(post =>
            {
                var rest = count.RestOf(post.Counts);
                var named = acts[post.Key].Select(act => (Key: act.Keys[1], People: count.Of(act.Counts))).ToList();
                return named
                    .Append((Key: "", People: count.Of(post.Counts) - named.Sum(act => act.People)))
                    .Select(act => new Piece([act.Key, post.Key], act.People, act.People, null, post.Key, rest));
            });
        var table = new PeopleTable();
        table._blocks[count] = Blocks.Of(pieces, smallest, count.HeadsOf(cells.Total), nobodyIsSmall: false);
        return table;
    }
}
