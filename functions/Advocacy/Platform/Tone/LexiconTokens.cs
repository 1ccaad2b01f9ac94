using System.Buffers;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace Advocacy.Platform.Tone;

internal enum LexiconTokenKind
{
    /// <summary>Letters, with apostrophes inside; of a #hashtag the word.</summary>
    Word,

    /// <summary>Digits with their points and commas.</summary>
    Number,

    /// <summary>An emoji or an emoticon.</summary>
    Sign,

    /// <summary>A URL, an e-mail address or an @mention: never a word of the text.</summary>
    Link,

    /// <summary>Ends a clause: comma, semicolon, colon, dash, bracket.</summary>
    Break,
    Exclamation,
    Question,
}

[StructLayout(LayoutKind.Auto)]
internal readonly record struct LexiconToken(LexiconTokenKind Kind, int Start, int Length);

/// <summary>Cuts text into tokens, allocating nothing: <c>while (tokens.MoveNext()) … tokens.Current</c>.</summary>
internal ref struct LexiconTokens(ReadOnlySpan<char> text)
{
    private readonly ReadOnlySpan<char> _text = text;
    private int _at;

    public LexiconToken Current { get; private set; }

    public bool MoveNext()
    {
        while (_at < _text.Length)
        {
            var start = _at;
            if (Next() is { } kind)
            {
                Current = new LexiconToken(kind, start, _at - start);
                return true;
            }
            _at = Math.Max(_at, start + 1);
        }
        return false;
    }

    /// <summary>True for the soft hyphen and the zero-width characters that typesetters leave inside words.</summary>
    public static bool IsInvisible(char c) => c is '\u00ad' or (>= '\u200b' and <= '\u200d') or '\u2060' or '\ufeff';

    private LexiconTokenKind? Next()
    {
        var c = _text[_at];
        if (char.IsLetter(c))
        {
            return Word();
        }
        if (char.IsAsciiDigit(c))
        {
            return Number();
        }
        switch (c)
        {
            case ' ' or '\t' or '\n' or '\r':
                return null;
            case '!':
                return One(LexiconTokenKind.Exclamation);
            case '?':
                return One(LexiconTokenKind.Question);
            case '@' when NextIsWord():
                return Link();
        }
        if (EmoticonLength() is > 0 and var length)
        {
            _at += length;
            return LexiconTokenKind.Sign;
        }
        if (c is ',' or ';' or ':' or '(' or ')' or '–' or '—' || (c == '-' && IsAlone()))
        {
            return One(LexiconTokenKind.Break);
        }
        return Symbol();
    }

    private LexiconTokenKind Word()
    {
        var rest = _text[_at..];
        if (
            rest.StartsWith("http", StringComparison.OrdinalIgnoreCase) && IsScheme(rest)
            || rest.StartsWith("www.", StringComparison.OrdinalIgnoreCase)
        )
        {
            return Link();
        }
        while (_at < _text.Length && IsInWord())
        {
            _at++;
        }
        // An address: what stood before the @ is no word of the text either.
        return _at < _text.Length - 1 && _text[_at] == '@' && char.IsLetterOrDigit(_text[_at + 1])
            ? Link()
            : LexiconTokenKind.Word;
    }

    private readonly bool IsInWord()
    {
        var c = _text[_at];
        if (char.IsLetterOrDigit(c) || IsInvisible(c))
        {
            return true;
        }
        if (c is '\'' or '’')
        {
            return _at + 1 < _text.Length && char.IsLetter(_text[_at + 1]);
        }
        return c > '\u02ff'
            && CharUnicodeInfo.GetUnicodeCategory(c)
                is UnicodeCategory.NonSpacingMark
                    or UnicodeCategory.SpacingCombiningMark
            && !IsVariation(c);
    }

    private LexiconTokenKind Number()
    {
        while (
            _at < _text.Length
            && (
                char.IsAsciiDigit(_text[_at])
                || (_text[_at] is '.' or ',' && _at + 1 < _text.Length && char.IsAsciiDigit(_text[_at + 1]))
            )
        )
        {
            _at++;
        }
        return LexiconTokenKind.Number;
    }

    private LexiconTokenKind Link()
    {
        while (_at < _text.Length && !char.IsWhiteSpace(_text[_at]))
        {
            _at++;
        }
        return LexiconTokenKind.Link;
    }

    private LexiconTokenKind? Symbol()
    {
        var status = Rune.DecodeFromUtf16(_text[_at..], out var rune, out var length);
        _at += length;
        return status == OperationStatus.Done && Rune.GetUnicodeCategory(rune) is UnicodeCategory.OtherSymbol
            ? LexiconTokenKind.Sign
            : null;
    }

    /// <summary>Eyes, an optional nose or tear, and a mouth; or a heart. Not inside words and times (8:30).</summary>
    private readonly int EmoticonLength()
    {
        var rest = _text[_at..];
        if (rest.Length < 2 || rest[0] is not (':' or ';' or '=' or '<' or '^' or '>'))
        {
            return 0;
        }
        var mouth = rest[1] is '-' or '\'' or 'o' or ':' ? 2 : 1;
        if (mouth >= rest.Length)
        {
            return 0;
        }
        var isFace = rest[0] switch
        {
            '<' => rest[1] == '3',
            '^' => rest[1] == '^',
            _ => rest[mouth] is ')' or '(' or 'D' or 'P' or '/',
        };
        var end = mouth + 1;
        return isFace && (end == rest.Length || !char.IsLetterOrDigit(rest[end]) && rest[end] != '/') ? end : 0;
    }

    private LexiconTokenKind One(LexiconTokenKind kind)
    {
        _at++;
        return kind;
    }

    private readonly bool NextIsWord() => _at + 1 < _text.Length && char.IsLetterOrDigit(_text[_at + 1]);

    private readonly bool IsAlone() =>
        (_at == 0 || char.IsWhiteSpace(_text[_at - 1]))
        && (_at + 1 == _text.Length || char.IsWhiteSpace(_text[_at + 1]));

    private static bool IsScheme(ReadOnlySpan<char> rest) =>
        rest[4..].StartsWith("://", StringComparison.Ordinal)
        || rest[4..].StartsWith("s://", StringComparison.OrdinalIgnoreCase);

    private static bool IsVariation(char c) => c is >= '\ufe00' and <= '\ufe0f';
}
