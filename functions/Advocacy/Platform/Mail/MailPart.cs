namespace Advocacy.Platform.Mail;

/// <summary>The HTML or the plain text of a batch: whole, or in blocks that other batches have too.</summary>
internal sealed class MailPart
{
    public static readonly MailPart Empty = new("");

    private readonly IReadOnlyList<PlacedBlock> _blocks = [];
    private readonly SharedNames? _names;
    private string? _whole;

    public MailPart(string whole) => _whole = whole;

    /// <param name="names">The tags of all blocks.</param>
    public MailPart(IReadOnlyList<PlacedBlock> blocks, SharedNames names) => (_blocks, _names) = (blocks, names);

    /// <summary>With its tags.</summary>
    public string Whole => _whole ??= string.Concat(_blocks.Select(one => one.Block.Text));

    /// <summary>Cut at these tags, places counted in them.</summary>
    public IReadOnlyList<PlacedBlock> CutAt(SharedNames names) =>
        names == _names ? _blocks : [new PlacedBlock(new MailBlock(Whole, names.Names), 0)];
}
