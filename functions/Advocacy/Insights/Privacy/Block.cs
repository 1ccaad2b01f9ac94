namespace Advocacy.Insights.Privacy;

/// <summary>Pieces that are told from each other by no figure.</summary>
internal sealed class Block
{
    private readonly Dictionary<string, int> _outerRests = new(StringComparer.Ordinal);
    private int? _rest;

    public Block(Piece piece) => Add(piece);

    public List<Piece> Pieces { get; } = [];

    public int People { get; private set; }

    /// <summary>True where neither those who are counted nor those who are not are fewer than the smallest group.</summary>
    public bool IsSound(int smallest) =>
        People >= smallest && !(_rest < smallest) && (_outerRests.Count == 0 || _outerRests.Values.Sum() >= smallest);

    public void Add(Block other) => other.Pieces.ForEach(Add);

    private void Add(Piece piece)
    {
        Pieces.Add(piece);
        People += piece.People;
        if (piece.Rest is { } rest)
        {
            _rest = (_rest ?? 0) + rest;
        }
        if (piece.OuterRest is { } outer)
        {
            _outerRests[piece.Outer] = outer;
        }
    }
}
