using Advocacy.Content;
using Advocacy.Platform.Tone;

namespace Advocacy.Tone;

/// <summary>Which texts of a post are read for their tone, and how their readings become one.</summary>
internal static class PostTone
{
    /// <summary>Title and summary as one text, then each share text in its own language.</summary>
    public static IReadOnlyList<ToneText> TextsOf(Post post) =>
        [
            new(post.Summary.Length == 0 ? post.Title : $"{post.Title}\n\n{post.Summary}", post.Language),
            .. post.ShareTexts.Select(text => new ToneText(text.Text, text.Language)),
        ];

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
        var errors = readings.Where(reading => reading.Error is not null).Select(reading => reading.Error!).Distinct();
        var error = string.Join(' ', errors);
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
            Error = error.Length == 0 ? null : error,
        };
    }

    private static double Mean(List<ToneReading> readings, Func<ToneReading, double> score, double ofNone) =>
        readings.Count == 0 ? ofNone : readings.Average(score);
}
