using Advocacy.Content.Feeds.Markup;

namespace Advocacy.Content.Feeds;

/// <summary>Collects what an element of a feed contains.</summary>
internal sealed class FieldText(MarkupReader reader, FeedWarnings warnings) : IDisposable
{
    private readonly TextBuffer _text = new(FeedLimits.FieldLength);

    private readonly TextPool _pool = new();

    /// <summary>
    /// The content of the element that has just started, up to its end. Elements inside it are HTML that someone forgot to
    /// escape, or was allowed not to: they are kept as written.
    /// </summary>
    /// <param name="markup">The content is XHTML: references stay in it, because the result is read as HTML.</param>
    /// <returns>Valid until the next call; empty where the file ends inside.</returns>
    public ReadOnlySpan<char> Read(bool markup = false)
    {
        if (reader.TryLeaf(out var leaf, out var isLiteral))
        {
            return Leaf(leaf, isReferenced: !markup && !isLiteral);
        }

        var line = reader.Line;
        var depth = reader.Depth;
        var own = reader.Namespace;
        var wrapper = 0;
        _text.Clear();
        while (reader.Read())
        {
            switch (reader.Kind)
            {
                case MarkupKind.End when reader.Depth == depth:
                    return Finish(line, depth);

                case MarkupKind.Text when !markup:
                    MarkupText.Append(reader.Raw, _text);
                    break;

                case MarkupKind.Text
                or MarkupKind.Literal:
                    _text.Append(reader.Raw);
                    break;

                case MarkupKind.Start when !markup && reader.Namespace == own && IsField(reader.LocalName):
                    warnings.Add(line, $"<{reader.NameAt(depth)}> is not closed before <{reader.LocalName}>");
                    reader.StartAgainAt(depth);
                    _text.Tidy();
                    return _text.Text.Trim();

                // Atom's wrapper is no part of the content.
                case MarkupKind.Start
                    when markup && wrapper == 0 && reader.Depth == depth + 1 && reader.LocalName is "div":
                    wrapper = 1;
                    break;

                case MarkupKind.End when wrapper == 1 && reader.Depth == depth + 1:
                    wrapper = 2;
                    break;

                case MarkupKind.Start
                or MarkupKind.End:
                    AppendTag();
                    break;
            }
        }

        return default;
    }

    /// <summary>The content of the element that has just started, as one line of plain text; <c>null</c> where nothing is left.</summary>
    /// <param name="isShared">Many entries have the same text: it is made once.</param>
    public string? ReadLine(bool isShared = false)
    {
        return reader.TryLeaf(out var leaf, out var isLiteral)
            ? Line(leaf.Trim(), isLiteral, isShared)
            : TextLine.Of(Read(), pool: isShared ? _pool : null);
    }

    /// <summary>The same where the element holds one piece of text and nothing else; <c>false</c>: nothing was read.</summary>
    public bool TryReadLine(out string? line)
    {
        var isLeaf = reader.TryLeaf(out var leaf, out var isLiteral);
        line = isLeaf ? Line(leaf.Trim(), isLiteral, isShared: true) : null;
        return isLeaf;
    }

    public void Dispose() => _text.Dispose();

    private string? Line(ReadOnlySpan<char> leaf, bool isLiteral, bool isShared)
    {
        // Nearly all are such lines as they stand.
        if (leaf.IsEmpty || leaf.Length > FeedLimits.FieldLength || !TextLine.IsLine(leaf))
        {
            return TextLine.Of(Leaf(leaf, isReferenced: !isLiteral), pool: isShared ? _pool : null);
        }

        return isShared ? _pool.Of(leaf) : leaf.ToString();
    }

    private ReadOnlySpan<char> Leaf(ReadOnlySpan<char> leaf, bool isReferenced)
    {
        isReferenced &= leaf.Contains('&');
        if (!isReferenced && leaf.Length <= FeedLimits.FieldLength && TextBuffer.IsTidy(leaf))
        {
            return leaf.Trim();
        }

        _text.Clear();
        if (isReferenced)
        {
            MarkupText.Append(leaf, _text);
        }
        else
        {
            _text.Append(leaf);
        }

        return Finish(reader.LeafLine, reader.Depth);
    }

    private ReadOnlySpan<char> Finish(int line, int depth)
    {
        if (_text.IsCut)
        {
            warnings.Add(
                line,
                $"<{reader.NameAt(depth)}> is longer than {FeedLimits.FieldLength} characters; the rest was left out"
            );
        }

        if (_text.Tidy())
        {
            warnings.AddOnce(line, "control characters were left out");
        }

        return _text.Text.Trim();
    }

    /// <summary>The tag as written, but for a prefix: HTML has none.</summary>
    private void AppendTag()
    {
        var tag = reader.Raw;
        var name = reader.NameAt(reader.Depth);
        var prefix = name.Length - reader.LocalName.Length;
        if (prefix > 0 && tag.Length > prefix)
        {
            var before = reader.Kind == MarkupKind.End ? 2 : 1;
            _text.Append(tag[..before]);
            _text.Append(tag[(before + prefix)..]);
        }
        else
        {
            _text.Append(tag);
        }
    }

    /// <summary>Names that begin the next field or entry: inside a field of the same vocabulary they mean that its end is missing.</summary>
    private static bool IsField(ReadOnlySpan<char> name) =>
        name
            is "item"
                or "entry"
                or "title"
                or "link"
                or "guid"
                or "pubdate"
                or "description"
                or "category"
                or "author";
}
