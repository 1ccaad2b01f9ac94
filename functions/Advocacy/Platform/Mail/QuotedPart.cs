using System.Buffers;

namespace Advocacy.Platform.Mail;

/// <summary>A batch's HTML or text in quoted-printable: pieces, and between them places for what differs per recipient.</summary>
internal sealed class QuotedPart
{
    private readonly (byte[] Literal, int Place)[] _pieces;
    private readonly int _bytes;

    public QuotedPart(IReadOnlyList<PlacedBlock> blocks)
    {
        var pieces = new List<(byte[], int)>(16 * blocks.Count);
        foreach (var (block, first) in blocks)
        {
            foreach (var (literal, place) in block.Quoted)
            {
                pieces.Add((literal, place < 0 ? -1 : first + place));
                _bytes += literal.Length;
            }
        }
        _pieces = [.. pieces];
    }

    /// <param name="values">By place; a tag without a value stays.</param>
    public void Write(ReadOnlySpan<MailValue?> values, IBufferWriter<byte> output)
    {
        var most = _bytes;
        foreach (var (_, place) in _pieces)
        {
            most += place < 0 ? 0 : values[place]?.Quoted.Length ?? 0;
        }
        // One place for all of it: to ask for each piece takes longer than to copy it.
        var to = output.GetSpan(most);
        var at = 0;
        foreach (var (literal, place) in _pieces)
        {
            var bytes = place < 0 ? literal : values[place]?.Quoted ?? literal;
            bytes.CopyTo(to[at..]);
            at += bytes.Length;
        }
        output.Advance(at);
    }
}
