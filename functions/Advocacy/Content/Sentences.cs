using System.Collections.Frozen;

namespace Advocacy.Content;

/// <summary>Where the sentences of a plain text end.</summary>
internal static class Sentences
{
    private static readonly FrozenSet<string> s_abbreviations = FrozenSet.ToFrozenSet(
        "bl.a ca dr dvs e.g ekskl evt f.eks fx hhv hr i.e inkl jf kl m.fl mia mio mr mrs ms mv nr pct pga prof st vs".Split(
            ' '
        )
    );

    /// <summary>In order; the last one ends where the text does.</summary>
    public static IEnumerable<string> Of(string text)
    {
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is '.' or '!' or '?' or '…' && End(text, i) is { } end)
            {
                yield return text[start..end];
                start = i = end + 1;
            }
        }
        if (start < text.Length)
        {
            yield return text[start..];
        }
    }

    /// <summary>
    /// Where the sentence that this mark may close ends, its closing quotes included: a space and no small letter follow, and what
    /// precedes is no abbreviation, initial or ordinal ("f.eks. Novo", "J. Hansen", "3. December"). <c>null</c> where it goes on.
    /// </summary>
    private static int? End(string text, int mark)
    {
        var end = mark + 1;
        while (end < text.Length && text[end] is '"' or '”' or '«' or '»' or ')' or '\'')
        {
            end++;
        }
        if (end + 1 >= text.Length || text[end] != ' ' || char.IsLower(text[end + 1]))
        {
            return null;
        }
        var start = text.LastIndexOf(' ', mark) + 1;
        var word = text[start..mark].TrimStart('(', '"', '“', '”', '«', '»').ToLowerInvariant();
        var goesOn =
            text[mark] == '.'
            && word.Length > 0
            && (word.Length == 1 || char.IsDigit(word[^1]) || s_abbreviations.Contains(word));
        return goesOn ? null : end;
    }
}
