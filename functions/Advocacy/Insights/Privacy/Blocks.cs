namespace Advocacy.Insights.Privacy;

/// <summary>
/// Merges the pieces of a table into blocks, each of which is large enough to be shown. A figure is shown where it is a sum of whole blocks, and nowhere else. So
/// whatever is added or subtracted of what is shown comes to a sum of whole blocks again, and no such sum is smaller than one of them.
/// </summary>
internal sealed class Blocks
{
    private readonly int _smallest;
    private readonly int _heads;
    private readonly int _all;
    private readonly List<Block> _blocks;

    private Blocks(List<Piece> pieces, int smallest, int heads)
    {
        (_smallest, _heads, _all) = (smallest, heads, pieces.Count);
        _blocks = Merge(pieces, 0);
    }

    /// <param name="pieces">Of one table and one measure, each path once and all of the same length.</param>
    /// <param name="smallest">The smallest group of people that may be shown.</param>
    /// <param name="heads">Different people behind the whole table, at least; 0 where there is nothing to know.</param>
    /// <param name="nobodyIsSmall">
    /// True where the pieces are groups of people who know each other: that nobody of a group did something tells of each of them. Else a count of zero is of
    /// nobody and may be found by subtraction.
    /// </param>
    public static Blocks Of(IEnumerable<Piece> pieces, int smallest, int heads, bool nobodyIsSmall) =>
        new(
            [
                .. pieces
                    .Where(piece => nobodyIsSmall || piece.People != 0)
                    .OrderBy(piece => string.Join('\u001f', piece.Path), StringComparer.Ordinal),
            ],
            smallest,
            heads
        );

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
            if (inside < block.Pieces.Count || !IsSound(block))
            {
                return null;
            }
            people = (people ?? 0) + block.People;
        }
        return people;
    }

    private bool IsSound(Block block) => block.IsSound(_smallest, block.Pieces.Count == _all ? _heads : 0);

    /// <summary>Blocks of pieces with the same path up to <paramref name="depth"/>; at most one of them is not sound.</summary>
    private List<Block> Merge(List<Piece> pieces, int depth)
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
            .SelectMany(near => Merge([.. near], depth + 1))
            .ToList();
        var small = blocks.FindAll(block => !IsSound(block));
        if (small.Count == 0)
        {
            return blocks;
        }
        var merged = small[0];
        small.Skip(1).ToList().ForEach(merged.Add);
        // The smallest of the others goes with them, so that what is left out cannot be had by subtracting what is shown.
        var sound = new Queue<Block>(blocks.Except(small).OrderBy(block => block.People));
        while (!IsSound(merged) && sound.TryDequeue(out var next))
        {
            merged.Add(next);
        }
        return [merged, .. sound];
    }
}
