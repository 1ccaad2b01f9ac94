namespace Advocacy.Content.Feeds.Markup;

internal enum MarkupKind
{
    None,
    Start,
    Text,

    /// <summary>Text without character references: a CDATA section, or a part of one.</summary>
    Literal,
    End,
}

/// <summary>
/// Reads XML, and what is meant as XML, token by token. Every start has its end: a self-closed element gets one, an
/// unclosed one gets it where its parent ends, and an end that closes nothing is passed over, each with a warning.
/// XmlReader is not used because it gives up a feed at the first bare ampersand, undeclared entity, control character or
/// crossed tag, and every tenth real feed has one. Document types are passed over unread, so nothing they define exists.
/// </summary>
internal sealed partial class MarkupReader(FeedText text, Uri? document, FeedWarnings warnings) : IDisposable
{
    private const string CDataStart = "<![CDATA[";

    private readonly MarkupBuffer _buffer = new(text);
    private readonly MarkupStack _open = new();
    private readonly MarkupScopes _scopes = new(document);
    private (int Start, int Length) _raw;
    private int _afterName;
    private int _pendingEnds;
    private int _pendingTag;
    private bool _leaving;
    private bool _again;
    private bool _inCData;

    // After the first quote or bracket that swallowed the rest of the file: looking for the second one again and again
    // would make reading quadratic.
    private bool _mistrustsQuotes;
    private bool _ended;

    public MarkupKind Kind { get; private set; }

    /// <summary>Of the element that starts or ends here, or that the text is in; the root has 1.</summary>
    public int Depth => _open.Count;

    /// <summary>The token as written: a tag with its brackets, or text. Empty for an implied end. Valid until the next read.</summary>
    public ReadOnlySpan<char> Raw => _buffer.Slice(_raw.Start, _raw.Length);

    /// <summary>Of a start or end, in lower case, without its prefix.</summary>
    public string LocalName => _open[Depth].Local;

    /// <summary>Of the last start.</summary>
    public FeedNamespace Namespace { get; private set; }

    /// <summary>The namespace as declared, <c>null</c> where it is not.</summary>
    public string? NamespaceUri { get; private set; }

    /// <summary>The 1-based line on which the token begins.</summary>
    public int Line => _buffer.LineAt(_raw.Start);

    /// <summary>Why reading ended early; <c>null</c> while it goes on, and at a proper end.</summary>
    public string? Broken { get; private set; }

    /// <summary>With its prefix, in lower case.</summary>
    public string NameAt(int depth) => _open[depth].Whole;

    /// <summary>The line that reading has reached.</summary>
    public int EndLine => _buffer.LineAt(_buffer.Position + _buffer.Unread.Length);

    /// <summary>What a prefix stands for here, as declared; <c>null</c> where it is not.</summary>
    public string? UriOf(string prefix)
    {
        _ = _scopes.Find(prefix, out var uri);
        return uri;
    }

    /// <summary>What xml:base says here; <c>null</c> where it says nothing.</summary>
    public Uri? Base => _scopes.Base;

    /// <returns><c>false</c> at the end of the text, or where it cannot be read any further.</returns>
    public bool Read()
    {
        if (_again)
        {
            _again = false;
            return true;
        }

        if (_leaving)
        {
            _leaving = false;
            _scopes.Leave(Depth);
            _open.Pop();
        }

        if (_pendingEnds > 0)
        {
            _pendingEnds--;
            return End(_pendingEnds == 0 ? _pendingTag : 0);
        }

        while (!_ended)
        {
            if (_inCData)
            {
                if (ReadCData())
                {
                    return true;
                }

                continue;
            }

            var unread = _buffer.Unread;
            if (unread.Length < CDataStart.Length && _buffer.Fill())
            {
                continue;
            }

            if (unread.IsEmpty)
            {
                Break(_open.Count == 0 ? null : "the file ends");
            }
            else if (unread[0] != '<' ? ReadText() : ReadMarkup(unread))
            {
                return true;
            }
        }

        Kind = MarkupKind.None;
        return false;
    }

    /// <summary>Like <see cref="Read"/>, but passes over text.</summary>
    public bool ReadTag()
    {
        do
        {
            if (!_inCData && !_again && !_leaving && _pendingEnds == 0)
            {
                // Most often line breaks and indentation.
                var white = _buffer.Unread.IndexOfAnyExcept(" \t\r\n");
                _buffer.Advance(Math.Max(white, 0));
            }
        } while (Read() && Kind is MarkupKind.Text or MarkupKind.Literal);

        return Kind != MarkupKind.None;
    }

    /// <summary>Passes over the rest of the element that has just started.</summary>
    public void Skip()
    {
        var depth = Depth;
        while (Read() && (Kind != MarkupKind.End || Depth != depth)) { }
    }

    /// <summary>Treats the start just read as if everything from this depth on had been closed before it, and gives it again.</summary>
    public void StartAgainAt(int depth)
    {
        if (depth < Depth)
        {
            _open.Lift(depth);
        }

        _again = true;
    }

    /// <summary>Of the start just read.</summary>
    public MarkupAttributes Attributes => new(Raw[_afterName..]);

    /// <summary>The value of an attribute, decoded and trimmed; <c>null</c> where it is missing or empty.</summary>
    /// <param name="name">Its local name; one without a prefix is preferred to one with.</param>
    public string? Attribute(string name) =>
        RawAttribute(name) is { IsEmpty: false } found ? MarkupText.Decode(found) : null;

    /// <summary>The same with its character references; empty where it is missing or empty. Valid until the next read.</summary>
    public ReadOnlySpan<char> RawAttribute(string name)
    {
        if (Raw.Length - _afterName < 4)
        {
            return default;
        }

        var attributes = Attributes;
        ReadOnlySpan<char> found = default;
        while (attributes.Next())
        {
            if (
                attributes.Name.Length == name.Length
                && attributes.Name.Equals(name, StringComparison.OrdinalIgnoreCase)
            )
            {
                found = attributes.Raw;
                break;
            }

            if (
                found.IsEmpty
                && attributes.Name.Length > name.Length
                && attributes.Name[^(name.Length + 1)] == ':'
                && attributes.Name.EndsWith(name, StringComparison.OrdinalIgnoreCase)
            )
            {
                found = attributes.Raw;
            }
        }

        return found.Trim();
    }

    public void Dispose() => _buffer.Dispose();

    private bool Token(MarkupKind kind, int length, int skipBefore = 0, int skipAfter = 0)
    {
        _raw = (_buffer.Position + skipBefore, length);
        _buffer.Advance(skipBefore + length + skipAfter);
        Kind = kind;
        return true;
    }

    private bool End(int length)
    {
        _leaving = true;
        return Token(MarkupKind.End, length);
    }

    private void Break(string? cause) => (_ended, Broken) = (true, cause);
}
