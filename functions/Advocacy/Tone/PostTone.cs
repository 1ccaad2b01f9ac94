using Advocacy.Content;
using Advocacy.Platform;
using Advocacy.Platform.Tone;

namespace Advocacy.Tone;

/// <summary>Which texts of a post are read for their tone, and how their readings become one.</summary>
internal static class PostTone
{
    /// <summary>Title, summary and share texts, each by itself; empty ones are left out.</summary>
    public static IReadOnlyList<TonePart> PartsOf(Post post) =>
        [
            .. new TonePart[]
            {
                new(TonePart.Title, post.Title, post.Language),
                new(TonePart.Summary, post.Summary, post.Language),
            }
                .Concat(post.ShareTexts.Select(text => new TonePart(text.Id, text.Text, text.Language)))
                .Where(part => part.Text.Length > 0),
        ];

    /// <summary>Title and summary as one text, then each share text in its own language.</summary>
    public static IReadOnlyList<ToneText> TextsOf(Post post) =>
        [
            SpokenLanguage.Of(post.Summary.Length == 0 ? post.Title : $"{post.Title}\n\n{post.Summary}", post.Language),
            .. post.ShareTexts.Select(text => SpokenLanguage.Of(text.Text, text.Language)),
        ];

    /// <summary>What a post becomes by what the policy made of it.</summary>
    public static PostStatus StatusOf(ToneVerdict verdict) =>
        verdict.Outcome == ToneOutcome.Ready ? PostStatus.Ready : PostStatus.Held;

    /// <summary>Changes with any of the texts; says whether a stored reading is still theirs.</summary>
    public static string HashOf(IEnumerable<ToneText> texts) =>
        Ids.Of([.. texts.SelectMany(text => (string[])[text.Language, text.Text])]);

    /// <summary>
    /// One reading of all texts: the sentences in order, the scores as the texts' mean, the errors of all that could not be judged.
    /// </summary>
    public static ToneReading Merge(IReadOnlyList<ToneReading> readings)
    {
        if (readings is [var only])
        {
            return only;
        }

        var judged = readings.Where(reading => reading.Error is null).ToList();
        return new()
        {
            Sentiment = Sentiments.Overall(judged.Select(reading => reading.Sentiment)),
            Positive = Mean(judged, reading => reading.Positive, 0),
            Neutral = Mean(judged, reading => reading.Neutral, 1),
            Negative = Mean(judged, reading => reading.Negative, 0),
            Sentences = [.. judged.SelectMany(reading => reading.Sentences)],
            // A fallback may have read some of the texts.
            Analyzer = string.Join(
                " + ",
                (judged.Count > 0 ? judged : readings).Select(reading => reading.Analyzer).Distinct()
            ),
            Error = Joined(readings.Select(reading => reading.Error), " "),
            UnknownLanguage = Joined(readings.Select(reading => reading.UnknownLanguage), ", "),
        };
    }

    private static string? Joined(IEnumerable<string?> parts, string separator) =>
        string.Join(separator, parts.Where(part => part is not null).Distinct()) is { Length: > 0 } joined
            ? joined
            : null;

    private static double Mean(List<ToneReading> readings, Func<ToneReading, double> score, double ofNone) =>
        readings.Count == 0 ? ofNone : readings.Average(score);
}
