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

    // A longer text is searched for all tags at once.
    private const int Short = 1_000;

    /// <param name="text">Where tags stand.</param>
    /// <param name="tags">Any of them; where two begin at the same place the longer one counts.</param>
    public static TaggedText Cut(string text, IReadOnlyCollection<string> tags)
    {
        var pieces = new List<Piece>();
        if (text.Length < Short && !HasOne(text, tags))
        {
            AddLiteral(0, text.Length);
            return new TaggedText(pieces);
        }
        var search = new TagSearch(tags);
        var from = 0;
        while (search.Next(text, from) is { } found)
        {
            AddLiteral(from, found.At);
            pieces.Add(new Piece(found.Tag, IsTag: true));
            from = found.At + found.Tag.Length;
        }
        AddLiteral(from, text.Length);
        return new TaggedText(pieces);

        void AddLiteral(int begin, int end)
        {
            if (end > begin)
            {
                pieces.Add(new Piece(text[begin..end], IsTag: false));
            }
        }
    }

    private static bool HasOne(string text, IReadOnlyCollection<string> tags)
    {
        foreach (var tag in tags)
        {
            if (tag.Length > 0 && text.Contains(tag, StringComparison.Ordinal))
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>The text with its tags' values; a tag without one stays.</summary>
    public string With(IReadOnlyDictionary<string, string> values) =>
        string.Concat(Pieces.Select(p => p.IsTag ? values.GetValueOrDefault(p.Text, p.Text) : p.Text));

    /// <param name="Text">The literal, or the tag itself.</param>
    /// <param name="IsTag">Which of the two.</param>
    internal readonly record struct Piece(string Text, bool IsTag);
}
