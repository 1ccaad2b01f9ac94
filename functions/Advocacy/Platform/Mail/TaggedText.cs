using System.Buffers;

namespace Advocacy.Platform.Mail;

/// <summary>
/// A text cut at its substitution tags once, so that each recipient costs no search. Values are never searched: a value that
/// looks like a tag stays as it is.
/// </summary>
internal sealed class TaggedText
{
    private TaggedText(IReadOnlyList<Piece> pieces) => Pieces = pieces;

    /// <summary>In the text's order; none is empty.</summary>
    public IReadOnlyList<Piece> Pieces { get; }

    /// <param name="text">Where tags stand.</param>
    /// <param name="tags">Any of them; where two begin at the same place the longer one counts.</param>
    public static TaggedText Cut(string text, IReadOnlyCollection<string> tags)
    {
        var pieces = new List<Piece>();
        var longestFirst = tags.Where(t => t.Length > 0).OrderByDescending(t => t.Length).ToArray();
        var search = SearchValues.Create(longestFirst, StringComparison.Ordinal);
        var rest = text.AsSpan();
        while (rest.IndexOfAny(search) is var at && at >= 0)
        {
            AddLiteral(rest[..at]);
            var tag = TagAt(rest[at..]);
            pieces.Add(new Piece(tag, IsTag: true));
            rest = rest[(at + tag.Length)..];
        }
        AddLiteral(rest);
        return new TaggedText(pieces);

        void AddLiteral(ReadOnlySpan<char> literal)
        {
            if (literal.Length > 0)
            {
                pieces.Add(new Piece(literal.ToString(), IsTag: false));
            }
        }

        string TagAt(ReadOnlySpan<char> here)
        {
            foreach (var tag in longestFirst)
            {
                if (here.StartsWith(tag, StringComparison.Ordinal))
                {
                    return tag;
                }
            }
            throw new InvalidOperationException("A tag was found where none begins.");
        }
    }

    /// <summary>The text with its tags' values; a tag without one stays.</summary>
    public string With(IReadOnlyDictionary<string, string> values) =>
        string.Concat(Pieces.Select(p => p.IsTag ? values.GetValueOrDefault(p.Text, p.Text) : p.Text));

    /// <param name="Text">The literal, or the tag itself.</param>
    /// <param name="IsTag">Which of the two.</param>
    internal readonly record struct Piece(string Text, bool IsTag);
}
