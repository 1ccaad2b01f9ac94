namespace Advocacy.Platform.Mail;

/// <summary>A piece of a mail's text, cut at its tags and encoded once for all the mails that it stands in. Safe from many threads.</summary>
internal sealed class MailBlock
{
    private readonly (string Text, int Place)[] _pieces;
    private (byte[] Literal, int Place)[]? _quoted;
    private (string Literal, int Place)[]? _json;

    /// <param name="tags">Those that are replaced in it.</param>
    public MailBlock(string text, IReadOnlyList<string> tags)
    {
        Text = text;
        var places = tags.Index().ToDictionary(tag => tag.Item, tag => tag.Index, StringComparer.Ordinal);
        _pieces =
        [
            .. TaggedText.Cut(text, tags).Pieces.Select(piece => (piece.Text, piece.IsTag ? places[piece.Text] : -1)),
        ];
    }

    public string Text { get; }

    /// <summary>Literals, and tags by their place in the list of tags; -1 for a literal.</summary>
    public ReadOnlySpan<(string Text, int Place)> Pieces => _pieces;

    /// <summary>The same in quoted-printable.</summary>
    public ReadOnlySpan<(byte[] Literal, int Place)> Quoted =>
        _quoted ??= [.. _pieces.Select(piece => (QuotedPrintable.Encode(piece.Text), piece.Place))];

    /// <summary>The same, escaped for JSON's strings.</summary>
    public ReadOnlySpan<(string Literal, int Place)> Json =>
        _json ??= [.. _pieces.Select(piece => (JsonText.Escape(piece.Text), piece.Place))];
}

/// <summary>A block where it stands in a mail.</summary>
/// <param name="First">The place of its first tag among all of the mail's.</param>
internal readonly record struct PlacedBlock(MailBlock Block, int First);
