namespace Advocacy.Content.Feeds.Markup;

internal sealed partial class MarkupReader
{
    private bool ReadText()
    {
        var unread = _buffer.Unread;
        var length = unread.IndexOf('<');
        if (length < 0)
        {
            length = unread.Length - MarkupText.Unfinished(unread);
            if (length == 0)
            {
                if (_buffer.Fill())
                {
                    return false;
                }

                length = unread.Length;
            }
        }

        return Token(MarkupKind.Text, length);
    }

    private bool ReadCData()
    {
        var unread = _buffer.Unread;
        var length = unread.IndexOf("]]>");
        if (length >= 0)
        {
            _inCData = false;
            return Token(MarkupKind.Literal, length, skipAfter: 3);
        }

        if (unread.Length > 2)
        {
            return Token(MarkupKind.Literal, unread.Length - 2);
        }

        if (!_buffer.Fill())
        {
            Break("the file ends");
        }

        return false;
    }

    private bool ReadMarkup(ReadOnlySpan<char> unread)
    {
        var second = unread.Length > 1 ? unread[1] : '\0';
        if (char.IsLetter(second) || second == '_')
        {
            return ReadStart();
        }

        if (second == '/' && unread.Length > 2 && unread[2] != ' ')
        {
            return ReadEnd();
        }

        if (second == '!')
        {
            if (unread.StartsWith(CDataStart, StringComparison.OrdinalIgnoreCase))
            {
                _buffer.Advance(CDataStart.Length);
                _inCData = true;
            }
            else if (unread.StartsWith("<!--"))
            {
                _buffer.Advance(4);
                SkipTo("-->");
            }
            else
            {
                SkipDeclaration();
            }

            return false;
        }

        if (second == '?')
        {
            SkipTo("?>");
            return false;
        }

        return Token(MarkupKind.Text, 1);
    }

    private bool ReadStart()
    {
        // Most tags are a name between brackets, which is found without looking for quotes.
        var unread = _buffer.Unread;
        _afterName = MarkupTag.NameEnd(unread, 1);
        var length = _afterName + 1;
        if (_afterName >= unread.Length || unread[_afterName] != '>')
        {
            if (!TryTag(out length))
            {
                return false;
            }

            unread = _buffer.Unread;
            _afterName = Math.Min(MarkupTag.NameEnd(unread, 1), length);
        }

        var tag = unread[..length];
        var name = Clip(tag[1.._afterName]);
        if (!_open.TryPush(name))
        {
            // Most often a text in unescaped HTML that never closes its paragraphs: it goes on, without these tags.
            warnings.AddOnce(
                _buffer.LineAt(_buffer.Position),
                $"elements are nested deeper than {FeedLimits.Depth}; what is deeper was passed over"
            );
            _buffer.Advance(length);
            return false;
        }

        if (length - _afterName > 2 && tag[_afterName..].Contains("xml", StringComparison.Ordinal))
        {
            _scopes.Enter(Depth, new MarkupAttributes(tag[_afterName..]));
        }

        var prefix = _open[Depth].Prefix;
        Namespace = _scopes.Find(prefix, out var uri);
        NamespaceUri = uri;
        (_pendingEnds, _pendingTag) = (tag.EndsWith("/>") || IsVoid(_open[Depth].Whole) ? 1 : 0, 0);
        Token(MarkupKind.Start, length);
        if (prefix.Length > 0 && uri is null && Namespace != FeedNamespace.Other)
        {
            warnings.AddOnce(Line, $"the prefix \"{prefix}\" is not declared; its usual meaning is assumed");
        }

        return true;
    }

    private bool ReadEnd()
    {
        var top = Depth > 0 ? _open[Depth].Written : "";
        var unread = _buffer.Unread[2..];
        if (unread.Length > top.Length && unread[top.Length] == '>' && Depth > 0 && unread.StartsWith(top))
        {
            return End(top.Length + 3);
        }

        if (!TryTag(out var length))
        {
            return false;
        }

        var name = Clip(_buffer.Unread[2..length].TrimEnd(" \t\r\n>"));
        var depth = _open.Find(name);
        if (depth == 0)
        {
            warnings.Add(_buffer.LineAt(_buffer.Position), $"</{Shorten(name)}> closes nothing; it was passed over");
            _buffer.Advance(length);
            return false;
        }

        if (depth < Depth)
        {
            // The written tag belongs to the last of the ends that it stands for; the others come without it.
            warnings.Add(
                _buffer.LineAt(_buffer.Position),
                $"<{Shorten(_open[Depth].Whole)}> is not closed before </{Shorten(name)}>"
            );
            (_pendingEnds, _pendingTag) = (Depth - depth, length);
            length = 0;
        }

        return End(length);
    }

    /// <summary>The length of the tag that begins here; <c>false</c> where reading cannot go on.</summary>
    private bool TryTag(out int length)
    {
        while ((length = MarkupTag.Length(_buffer.Unread, _mistrustsQuotes)) < 0)
        {
            if (_buffer.Fill())
            {
                continue;
            }

            // A quote that is never closed swallows all the rest: then the first bracket ends the tag.
            length = _buffer.Unread.IndexOf('>') + 1;
            if (length > 0)
            {
                _mistrustsQuotes = true;
                warnings.Add(_buffer.LineAt(_buffer.Position), "a quote is not closed in a tag");
                return true;
            }

            Break(
                _buffer.Unread.Length >= FeedLimits.TokenLength
                    ? "a single tag is longer than 4 million characters"
                    : "the file ends"
            );
            return false;
        }

        return true;
    }

    /// <summary>HTML's elements that have no end: they come unescaped in texts, and would take all that follows into them.</summary>
    private static bool IsVoid(ReadOnlySpan<char> name) => name is "br" or "hr" or "img" or "wbr" or "input";

    private static ReadOnlySpan<char> Clip(ReadOnlySpan<char> name) => name[..Math.Min(name.Length, 200)];

    private static string Shorten(ReadOnlySpan<char> name) => name[..Math.Min(name.Length, 40)].ToString();
}
