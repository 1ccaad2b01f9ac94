using System.Globalization;
using Advocacy.Sharing;

namespace Advocacy.Content;

/// <summary>A post's share texts: those that were dropped with it, else some made of its own words.</summary>
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
                WrittenText.Of(text.Text),
                text.Channel?.Trim().ToLowerInvariant()
            ))
            : DerivedTexts.Of(title, summary, language);
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
    public static string FirstSentence(string text) =>
        PlainText.Cut(Sentences.Of(text).FirstOrDefault() ?? "", LongestSentence);
}
