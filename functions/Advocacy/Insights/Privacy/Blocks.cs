namespace Advocacy.Insights.Privacy;

/// <summary>
/// Merges the pieces of a table into blocks, each of which is large enough to be shown. A figure is shown where it is a sum of whole blocks, and nowhere else. So
/// whatever is added or subtracted of what is shown comes to a sum of whole blocks again, and no such sum is smaller than one of them.
/// </summary>
internal sealed class Blocks
{
    private readonly IReadOnlyList<Block> _blocks;
    private readonly int _smallest;

    private Blocks(IReadOnlyList<Block> blocks, int smallest) => (_blocks, _smallest) = (blocks, smallest);

    /// <param name="pieces">Of one table and one measure, each path once and all of the same length.</param>
    /// <param name="smallest">The smallest group of people that may be shown.</param>
    /// <param name="nobodyIsSmall">
    /// True where the pieces are groups of people who know each other: that nobody of a group did something tells of each of them. Else a count of zero is of
    /// nobody and may be found by subtraction.
    /// </param>
    public static Blocks Of(IEnumerable<Piece> pieces, int smallest, bool nobodyIsSmall)
    {
        List<Piece> all =
        [
            .. pieces
                .Where(piece => nobodyIsSmall || piece.People != 0)
                .OrderBy(piece => string.Join('\u001f', piece.Path), StringComparer.Ordinal),
        ];
        return new Blocks(Merge(all, 0, smallest), smallest);
    }

    /// <summary>The figure of a group of pieces; <c>null</c> where it may not be shown, and where it is of nobody.</summary>
    public int? Shown(Func<Piece, bool> isIn)
    {
        int? people = null;
        foreach (var block in _blocks)
        {
            var inside = block.Pieces.Count(isIn);
            if (inside == 0)
            {
                continue;
            }
            if (inside < block.Pieces.Count || !block.IsSound(_smallest))
            {
                return null;
            }
            people = (people ?? 0) + block.People;
        }
        return people;
    }

    /// <summary>Blocks of pieces with the same path up to <paramref name="depth"/>; at most one of them is not sound.</summary>
    private static List<Block> Merge(List<Piece> pieces, int depth, int smallest)
    {
        if (pieces.Count == 0)
        {
            return [];
        }
        if (depth == pieces[0].Path.Count)
        {
            return [.. pieces.Select(piece => new Block(piece))];
        }
        var blocks = pieces
            .GroupBy(piece => piece.Path[depth], StringComparer.Ordinal)
            .SelectMany(near => Merge([.. near], depth + 1, smallest))
            .ToList();
        var small = blocks.FindAll(block => !block.IsSound(smallest));
        if (small.Count == 0)
        {
            return blocks;
        }
        var merged = small[0];
        small.Skip(1).ToList().ForEach(merged.Add);
        // The smallest of the others goes with them, so that what is left out cannot be had by subtracting what is shown.
        var sound = new Queue<Block>(blocks.Except(small).OrderBy(block => block.People));
        while (!merged.IsSound(smallest) && sound.TryDequeue(out var next))
        {
            merged.Add(next);
        }
        return [merged, .. sound];
    }
}
