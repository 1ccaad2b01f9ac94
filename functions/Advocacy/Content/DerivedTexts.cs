using System.Text.RegularExpressions;
using Advocacy.Sharing;

namespace Advocacy.Content;

/// <summary>
/// Texts made of a post's title, a quoted sentence, a question and a number, where nobody wrote any. Each stands on words that the others do not
/// lead with, and quotes what it takes: it is put into somebody's mouth, so it says nothing of its own about them. Words of ours are added in
/// Danish and English only.
/// </summary>
internal static partial class DerivedTexts
{
    // With disclosure, marking and link it stays below X's 280 and Bluesky's 300.
    private const int Longest = 180;
    private const int Shortest = 25;
    private const int LongestLong = 600;
    private const int Enough = 5;

    /// <summary>Its title at least; ids are empty.</summary>
    /// <param name="title">Plain text, one line.</param>
    /// <param name="summary">Plain text, one line; may be empty.</param>
    /// <param name="language">ISO 639-1.</param>
    public static IEnumerable<ShareText> Of(string title, string summary, string language)
    {
        var words = DerivedWords.For(language);
        var sentences = Sentences.Of(summary).Where(sentence => !Repeats(title, sentence)).ToList();
        var quotable = sentences.FindAll(IsQuotable);
        // The last, because the first is quoted by itself.
        var number = quotable.Count > 1 ? quotable.FindLast(HasNumber) : null;
        var asked = sentences.Find(IsShortQuestion);
        var quotes = quotable.FindAll(sentence => sentence != number && sentence != asked);
        string?[] texts =
        [
            title,
            .. quotes.Take(1).Select(words.Quote),
            Question(title, asked, words),
            number is null ? NumberIn(title, words) : DerivedWords.Led(words.Number, words.Quote(number)),
            .. quotes.Skip(1).Zip(words.Leads, (sentence, lead) => DerivedWords.Led(lead, words.Quote(sentence))),
        ];
        var distinct = texts.OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        if (distinct.Count < Enough && words.WorthReading is { } worth)
        {
            distinct.Add(DerivedWords.Led(worth, title));
        }
        foreach (var text in distinct)
        {
            yield return new ShareText("", language, text);
        }
        if (words.AskAll is { } question && quotable.Count > 1)
        {
            var quoted = words.Quote(PlainText.Cut(string.Join(' ', quotable.Take(3)), LongestLong));
            yield return new ShareText("", language, $"{title}\n\n{quoted}\n\n{question}", "linkedin");
        }
    }

    /// <summary>A question that the post asks, with its title; else one of ours.</summary>
    private static string? Question(string title, string? asked, DerivedWords words)
    {
        var question = asked is null ? words.Ask : words.Quote(asked);
        return question is null || title.EndsWith('?') ? null : $"{question}\n\n{title}";
    }

    private static bool IsShortQuestion(string sentence) =>
        sentence.EndsWith('?') && sentence.Length is > 12 and < Longest / 2;

    private static string? NumberIn(string title, DerivedWords words) =>
        HasNumber(title) && words.InTitle is { } lead ? DerivedWords.Led(lead, title) : null;

    private static bool HasNumber(string sentence) => Number().IsMatch(sentence);

    // No invitation to click (it would stand without its link), no address, no half sentence, nobody who was named in the sentence before.
    private static bool IsQuotable(string sentence) =>
        sentence.Length is >= Shortest and <= Longest
        && !char.IsLower(sentence[0])
        && sentence.AsSpan().Count(' ') >= 3
        && !sentence.EndsWith('…')
        && !sentence.EndsWith("...", StringComparison.Ordinal)
        && !Invitation().IsMatch(sentence);

    private static bool Repeats(string title, string sentence) =>
        title.StartsWith(sentence.TrimEnd('.', '…', '!'), StringComparison.OrdinalIgnoreCase)
        || sentence.StartsWith(title, StringComparison.OrdinalIgnoreCase);

    // Not a year, a time, a date, an ordinal, or digits that belong to a name or an identifier.
    [GeneratedRegex(
        @"(?<![\w.,:/+#-]|\b(kl|nr|no)\. |\bden )(?!(19|20)[0-9]{2}\b)[0-9]{1,3}([.,\u00A0 ]?[0-9]{3})*([.,][0-9]{1,2})?(?![\w:/-]|[.,][0-9])(?!\.(\s|$))",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Number();

    [GeneratedRegex(
        @"^(læs|klik|tilmeld|søg|hør|se|download|følg|køb|bestil|read|click|sign up|apply|subscribe|listen|watch|follow|buy|order|continue|the post|han|hun|he|she|they)\b|https?:|www\.|\S@\S",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Invitation();
}
