namespace Advocacy.Platform.Tone;

/// <summary>
/// Cuts text into sentences, allocating nothing: <c>while (sentences.MoveNext()) … sentences.Current</c>. A stop ends a sentence
/// where white space follows and what came before is no abbreviation, initial or ordinal; so does a line that begins anew.
/// </summary>
internal ref struct LexiconSentences(ReadOnlySpan<char> text, bool danish)
{
    /// <summary>Longer sentences are cut here, at white space: a list without stops is no sentence.</summary>
    public const int LongestSentence = 2000;

    private readonly ReadOnlySpan<char> _text = text;
    private int _at;

    /// <summary>Without the white space around it; never empty.</summary>
    public ReadOnlySpan<char> Current { get; private set; }

    public bool MoveNext()
    {
        while (_at < _text.Length)
        {
            if (char.IsWhiteSpace(_text[_at]))
            {
                _at++;
                continue;
            }
            var start = _at;
            _at = End(start);
            Current = _text[start.._at].Trim();
            if (Current.Length > 0)
            {
                return true;
            }
        }
        return false;
    }

    private readonly int End(int start)
    {
        var limit = Math.Min(_text.Length, start + LongestSentence);
        for (var i = start; i < limit; i++)
        {
            var c = _text[i];
            if (c == '\n' && StartsAnew(i + 1))
            {
                return i + 1;
            }
            if (c is not ('.' or '!' or '?' or '…'))
            {
                continue;
            }

            var end = i + 1;
            while (
                end < _text.Length
                && _text[end] is '.' or '!' or '?' or '…' or '"' or '”' or '»' or '’' or ')' or '\'' or '\ufe0f'
            )
            {
                end++;
            }
            if (end == _text.Length)
            {
                return end;
            }
            if (char.IsWhiteSpace(_text[end]) && (c != '.' || end > i + 1 || IsStop(start, i)))
            {
                return end;
            }
        }
        return limit == _text.Length ? limit : LastSpace(start, limit);
    }

    /// <summary>An empty line, or a line that does not go on in the middle of a sentence.</summary>
    private readonly bool StartsAnew(int next)
    {
        while (next < _text.Length && _text[next] is ' ' or '\t' or '\r')
        {
            next++;
        }
        return next >= _text.Length || !char.IsLower(_text[next]);
    }

    private readonly int LastSpace(int start, int limit)
    {
        for (var i = limit - 1; i > start; i--)
        {
            if (char.IsWhiteSpace(_text[i]))
            {
                return i;
            }
        }
        // Never between the halves of a surrogate pair.
        return char.IsLowSurrogate(_text[limit]) ? limit - 1 : limit;
    }

    /// <summary>Whether the point at <paramref name="point"/>, with white space behind it, ends a sentence.</summary>
    private readonly bool IsStop(int start, int point)
    {
        var next = point + 1;
        while (next < _text.Length && char.IsWhiteSpace(_text[next]))
        {
            next++;
        }
        if (next < _text.Length && char.IsLower(_text[next]))
        {
            return false;
        }

        var wordStart = point;
        while (wordStart > start && (char.IsLetterOrDigit(_text[wordStart - 1]) || _text[wordStart - 1] == '.'))
        {
            wordStart--;
        }
        var word = _text[wordStart..point];
        if (word.IsEmpty)
        {
            return true;
        }
        if (word.Length <= 2 && !word.ContainsAnyExceptInRange('0', '9'))
        {
            // A Danish ordinal ("den 19. Juni"), or the number of a list's item.
            return !danish && wordStart > start;
        }
        if (word.Length == 1 && char.IsUpper(word[0]))
        {
            return false;
        }
        return !LexiconAbbreviations.NeverEndsSentence(word);
    }
}
