namespace Advocacy.Insights.Privacy;

/// <summary>Pieces that are told from each other by no figure.</summary>
internal sealed class Block
{
    private readonly Dictionary<string, int> _heads = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _rests = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _outerRests = new(StringComparer.Ordinal);

    public Block(Piece piece) => Add(piece);

    public List<Piece> Pieces { get; } = [];

    public int People { get; private set; }

    /// <summary>True where neither those who are counted nor those who are not are fewer than the smallest group, however the same people come back.</summary>
    /// <param name="smallest">The smallest group.</param>
    /// <param name="heads">People who are known to be behind it besides; 0 where there is nothing to know.</param>
    public bool IsSound(int smallest, int heads) =>
        People >= smallest
        && Math.Max(heads, _heads.Values.Max()) >= smallest
        && IsEnough(_rests, smallest)
        && IsEnough(_outerRests, smallest);

    public void Add(Block other) => other.Pieces.ForEach(Add);

    private static bool IsEnough(Dictionary<string, int> rests, int smallest) =>
        rests.Count == 0 || rests.Values.Max() >= smallest;

    private void Add(Piece piece)
    {
        Pieces.Add(piece);
        People += piece.People;
        _heads[piece.Outer] = _heads.GetValueOrDefault(piece.Outer) + piece.Heads;
        if (piece.Rest is { } rest)
        {
            _rests[piece.Outer] = _rests.GetValueOrDefault(piece.Outer) + rest;
        }
        if (piece.OuterRest is { } outer)
        {
            _outerRests[piece.Outer] = outer;
        }
    }
}
