using System.Globalization;

namespace Advocacy.Sharing;

/// <summary>Cuts words so that what is made of them fits.</summary>
internal static class ShareFit
{
    // No word of a living language is longer; what is, may be cut inside.
    private const int LongestWord = 40;

    /// <summary>
    /// What <paramref name="compose"/> makes of the most words that <paramref name="fits"/> takes: all of them, or a beginning that ends at a
    /// word. Where not even one word fits, what it makes of none: disclosure and link stay whatever the words are.
    /// </summary>
    /// <param name="compose">Adds what must not be cut; the more words, the longer its answer.</param>
    /// <param name="fits">True of what is short enough.</param>
    public static string Of(string words, Func<string, string> compose, Predicate<string> fits)
    {
        var whole = compose(words);
        if (fits(whole))
        {
            return whole;
        }
        var ends = Ends(words);
        var (most, tooMany) = (0, ends.Count + 1);
        var best = compose("");
        while (tooMany - most > 1)
        {
            var middle = (most + tooMany) / 2;
            var cut = compose(Beginning(words, ends[middle - 1]));
            if (fits(cut))
            {
                (most, best) = (middle, cut);
            }
            else
            {
                tooMany = middle;
            }
        }
        return best;
    }

    /// <summary>Where the words may be cut, in order: behind each word, and behind each character of a run that is no word.</summary>
    private static List<int> Ends(string words)
    {
        var ends = new List<int>();
        var elements = StringInfo.ParseCombiningCharacters(words);
        var run = 0;
        foreach (var (i, start) in elements.Index())
        {
            var end = i + 1 < elements.Length ? elements[i + 1] : words.Length;
            if (char.IsWhiteSpace(words[start]))
            {
                run = 0;
                continue;
            }
            run++;
            if (end == words.Length || char.IsWhiteSpace(words[end]) || run >= LongestWord)
            {
                ends.Add(end);
            }
        }
        return ends;
    }

    private static string Beginning(string words, int end)
    {
        var kept = words[..end].TrimEnd(' ', '\n', ',', ';', ':', '–', '-');
        return kept.Length == 0
            ? ""
            : Closed(kept.EndsWith('.') || kept.EndsWith('!') || kept.EndsWith('?') ? kept : kept + "…");
    }

    /// <summary>A quotation that was begun is ended: else what follows seems to be quoted too.</summary>
    private static string Closed(string text)
    {
        foreach (var (open, close) in (ReadOnlySpan<(char, char)>)[('»', '«'), ('“', '”'), ('„', '“')])
        {
            if (text.LastIndexOf(open) is var begun && begun >= 0 && text.IndexOf(close, begun + 1) < 0)
            {
                return text + close;
            }
        }
        return text;
    }
}
