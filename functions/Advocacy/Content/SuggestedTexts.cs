using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using Advocacy.Sharing;

namespace Advocacy.Content;

/// <summary>A post's share texts: those that were dropped with it, else a few made of its own words.</summary>
internal static class SuggestedTexts
{
    private const int LongestSentence = 280;

    private static readonly FrozenSet<string> s_abbreviations = FrozenSet.ToFrozenSet(
        "bl.a ca dr dvs e.g ekskl evt f.eks fx hhv hr i.e inkl jf kl m.fl mia mio mr mrs ms mv nr pct pga prof st vs".Split(
            ' '
        )
    );

    /// <summary>At least one, with ids <c>t1</c>, <c>t2</c>, … unique within the post.</summary>
    public static IReadOnlyList<ShareText> Of(ContentDrop drop, string title, string summary, string language)
    {
        IEnumerable<ShareText> texts = drop.ShareTexts is { Count: > 0 } dropped
            ? dropped.Select(text => new ShareText(
                "",
                (text.Language ?? language).ToLowerInvariant(),
                WithoutControls(text.Text),
                text.Channel?.Trim().ToLowerInvariant()
            ))
            : FromOwnWords(title, summary, language).Select(text => new ShareText("", language, text));
        return
        [
            .. texts
                .DistinctBy(text => (text.Text, text.Language, text.Channel))
                .Select(
                    (text, index) => text with { Id = string.Create(CultureInfo.InvariantCulture, $"t{index + 1}") }
                ),
        ];
    }

    /// <summary>The first sentence of a plain text, cut at 280 text elements; empty where the text is.</summary>
    public static string FirstSentence(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is '.' or '!' or '?' or '…' && End(text, i) is { } end)
            {
                return PlainText.Cut(text[..end], LongestSentence);
            }
        }
        return PlainText.Cut(text, LongestSentence);
    }

    private static IEnumerable<string> FromOwnWords(string title, string summary, string language)
    {
        yield return title;
        var sentence = FirstSentence(summary);
        var adds =
            sentence.Length > 0 && !title.StartsWith(sentence.TrimEnd('.', '…'), StringComparison.OrdinalIgnoreCase);
        if (adds)
        {
            yield return language == "da" ? $"»{sentence}«" : $"“{sentence}”";
        }
        switch (language)
        {
            case "da":
                yield return $"Værd at læse: {title}";
                break;
            case "en":
                yield return $"Worth a read: {title}";
                break;
            default:
                // No words of ours in a language that nobody here has read.
                break;
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

    /// <summary>Share texts keep their lines and lose every other control character.</summary>
    private static string WithoutControls(string text) =>
        string.Concat(
                text.ReplaceLineEndings("\n")
                    .EnumerateRunes()
                    .Where(rune => rune.Value == '\n' || !Rune.IsControl(rune))
            )
            .Trim();
}
