using System.Buffers;

namespace Advocacy.Content.Feeds.Markup;

/// <summary>
/// Walks through a start tag's attributes, as forgiving as a browser: quotes may be missing, values too.
/// </summary>
internal ref struct MarkupAttributes(ReadOnlySpan<char> afterName)
{
    private static readonly SearchValues<char> AfterName = SearchValues.Create(" \t\r\n=/><");

    private ReadOnlySpan<char> _rest = afterName;

    /// <summary>As written, with its prefix.</summary>
    public ReadOnlySpan<char> Name { get; private set; }

    /// <summary>Character references still in it.</summary>
    public ReadOnlySpan<char> Raw { get; private set; }

    public readonly string Value => MarkupText.Decode(Raw.Trim());

    public bool Next()
    {
        var start = 0;
        while (start < _rest.Length && _rest[start] is ' ' or '\t' or '\r' or '\n' or '/' or '"' or '\'' or '=')
        {
            start++;
        }

        _rest = _rest[start..];
        if (_rest.IsEmpty || _rest[0] is '>' or '<')
        {
            return false;
        }

        var end = _rest.IndexOfAny(AfterName);
        Name = end < 0 ? _rest : _rest[..end];
        _rest = _rest[Name.Length..];
        Raw = default;

        var value = _rest is ['=', ..] ? _rest : _rest.TrimStart();
        if (value is not ['=', ..])
        {
            return true;
        }

        value = value[1..];
        _rest = value is ['"' or '\'', ..] ? value : value.TrimStart();
        if (!_rest.IsEmpty && _rest[0] is '"' or '\'')
        {
            var close = _rest[1..].IndexOf(_rest[0]);
            Raw = close < 0 ? _rest[1..] : _rest.Slice(1, close);
            _rest = close < 0 ? default : _rest[(close + 2)..];
            return true;
        }

        end = _rest.IndexOfAny(" \t\r\n>");
        Raw = end < 0 ? _rest : _rest[..end];
        _rest = _rest[Raw.Length..];
        return true;
    }
}
