using System.Buffers;

namespace Advocacy.Content.Feeds.Markup;

/// <summary>Collects the characters of one field, up to a limit.</summary>
internal sealed class TextBuffer(int limit) : IDisposable
{
    /// <summary>ASCII's control characters but for the tab and the line feed.</summary>
    public const string Forbidden =
        "\0\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\u000B\u000C\u000D\u000E\u000F\u0010\u0011\u0012\u0013\u0014"
        + "\u0015\u0016\u0017\u0018\u0019\u001A\u001B\u001C\u001D\u001E\u001F";

    // ASCII only: such a set is searched for many characters at a time.
    private static readonly SearchValues<char> Unclean = SearchValues.Create(Forbidden);

    private char[] _chars = ArrayPool<char>.Shared.Rent(1024);
    private int _length;

    /// <summary>Valid until the next change.</summary>
    public ReadOnlySpan<char> Text => _chars.AsSpan(0, _length);

    /// <summary>Something was left out because of the limit.</summary>
    public bool IsCut { get; private set; }

    public void Clear() => (_length, IsCut) = (0, false);

    public void Append(char c)
    {
        if (!IsCut && _length < Math.Min(_chars.Length, limit))
        {
            _chars[_length++] = c;
        }
        else
        {
            Append([c]);
        }
    }

    public void Append(ReadOnlySpan<char> text)
    {
        if (IsCut)
        {
            return;
        }

        if (text.Length > limit - _length)
        {
            IsCut = true;
            text = text[..(limit - _length)];
            if (!text.IsEmpty && char.IsHighSurrogate(text[^1]))
            {
                text = text[..^1];
            }
        }

        if (text.Length > _chars.Length - _length)
        {
            var larger = ArrayPool<char>.Shared.Rent(Math.Max(_chars.Length * 2, _length + text.Length));
            Text.CopyTo(larger);
            ArrayPool<char>.Shared.Return(_chars);
            _chars = larger;
        }

        text.CopyTo(_chars.AsSpan(_length));
        _length += text.Length;
    }

    /// <summary>Whether <see cref="Tidy"/> would leave it as it is.</summary>
    public static bool IsTidy(ReadOnlySpan<char> text) =>
        text.IndexOfAny(Unclean) < 0 && text.IndexOfAny('\uFFFE', '\uFFFF') < 0;

    /// <summary>Line ends become line feeds, as XML wants; control characters that XML forbids go.</summary>
    /// <returns>Whether something forbidden was there.</returns>
    public bool Tidy()
    {
        var chars = _chars.AsSpan(0, _length);
        if (IsTidy(chars))
        {
            return false;
        }

        var to = 0;
        var forbidden = false;
        for (var from = 0; from < chars.Length; from++)
        {
            var c = chars[from];
            if (c == '\r')
            {
                if (from + 1 == chars.Length || chars[from + 1] != '\n')
                {
                    chars[to++] = '\n';
                }
            }
            else if (Unclean.Contains(c) || c >= '\uFFFE')
            {
                forbidden = true;
            }
            else
            {
                chars[to++] = c;
            }
        }

        _length = to;
        return forbidden;
    }

    public void Dispose() => ArrayPool<char>.Shared.Return(_chars);
}
