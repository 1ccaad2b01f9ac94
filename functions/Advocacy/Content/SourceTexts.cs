using System.Text.RegularExpressions;

namespace Advocacy.Content;

/// <summary>Fills a source's share texts with an entry's words.</summary>
internal static partial class SourceTexts
{
    /// <summary>Characters of one text once it is filled.</summary>
    private const int LongestText = 1_000;

    /// <summary>The texts that suit the entry's language, each naming it; <c>null</c> where there are none.</summary>
    /// <param name="source">With its texts.</param>
    /// <param name="title">Plain text.</param>
    /// <param name="summary">Plain text; its first sentence is used.</param>
    /// <param name="language">ISO 639-1; <c>null</c> where not known: then only texts for all languages suit.</param>
    public static IReadOnlyList<DroppedText>? Of(FeedSource source, string title, string summary, string? language)
    {
        var sentence = SuggestedTexts.FirstSentence(summary);
        var texts = source
            .ShareTexts.Where(text => text.Language is null || text.Language == language)
            // A text about the summary has nothing to say where there is none.
            .Where(text => sentence.Length > 0 || !text.Text.Contains("{summary}", StringComparison.OrdinalIgnoreCase))
            .Select(text =>
                text with
                {
                    Text = PlainText.Cut(Filled(text.Text, title, sentence, source.Name), LongestText),
                    Language = text.Language ?? language,
                }
            )
            .ToList();
        return texts.Count > 0 ? texts : null;
    }

    /// <summary>In one pass: braces in a title are nobody's placeholder.</summary>
    private static string Filled(string text, string title, string sentence, string source) =>
        Placeholder()
            .Replace(
                text,
                match =>
                    match.Value.ToLowerInvariant() switch
                    {
                        "{title}" => title,
                        "{summary}" => sentence,
                        _ => source,
                    }
            );

    [GeneratedRegex(@"\{(title|summary|source)\}", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Placeholder();
}
