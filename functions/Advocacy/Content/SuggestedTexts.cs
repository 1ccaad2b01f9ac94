using System.Globalization;
using Advocacy.Sharing;

namespace Advocacy.Content;

/// <summary>A post's share texts: those that were dropped with it, else a few made of its own words.</summary>
internal static class SuggestedTexts
{
    private const int LongestSentence = 280;

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
        for (var i = 0; i < text.Length - 1; i++)
        {
            if (text[i] is '.' or '!' or '?' or '…' && EndsHere(text, i))
            {
                return PlainText.Cut(text[..(i + 1)], LongestSentence);
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

    /// <summary>A space and a capital follow, and no abbreviation or ordinal precedes ("f.eks. ", "nr. ", "3. december").</summary>
    private static bool EndsHere(string text, int at)
    {
        var start = text.LastIndexOf(' ', at) + 1;
        var word = text.AsSpan(start, at - start);
        var next = at + 1;
        while (next < text.Length && text[next] is '"' or '”' or '«' or '»' or ')' or '\'')
        {
            next++;
        }
        if (next + 1 >= text.Length || text[next] != ' ' || char.IsLower(text[next + 1]))
        {
            return false;
        }
        var shortened = word.Length <= 3 || word.Contains('.') || char.IsDigit(word[^1]);
        return text[at] != '.' || !shortened;
    }

    /// <summary>Share texts keep their lines and lose every other control character.</summary>
    private static string WithoutControls(string text) =>
        string.Concat(
                text.ReplaceLineEndings("\n")
                    .EnumerateRunes()
                    .Where(rune => rune.Value == '\n' || !System.Text.Rune.IsControl(rune))
            )
            .Trim();
}
