using System.Text.RegularExpressions;

namespace Advocacy.Tests.Platform.Tone;

/// <summary>Judges as the service does, by a rule that anyone can follow: words that praise, words that blame.</summary>
internal static partial class LanguageJudge
{
    private static readonly string[] s_praise =
    [
        "glad",
        "stolt",
        "fantasti",
        "dejlig",
        "happy",
        "proud",
        "success",
        "love",
        "great",
        "wonderful",
        "👍",
    ];
    private static readonly string[] s_blame =
    [
        "frygtelig",
        "skuffelse",
        "elendig",
        "katastrofe",
        "terrible",
        "disappointment",
        "awful",
    ];

    /// <summary>A document of the answer.</summary>
    public static object Judge(string id, string text)
    {
        var sentences = SentencePattern()
            .Matches(text)
            .Select(match => (match.Index, match.Length, Text: match.Value, Sentiment: Of(match.Value)))
            .ToList();
        var found = sentences
            .Select(sentence => sentence.Sentiment)
            .Where(sentiment => sentiment != "neutral")
            .Distinct()
            .ToList();
        return new
        {
            id,
            sentiment = found switch
            {
                [] => "neutral",
                [var only] => only,
                _ => "mixed",
            },
            confidenceScores = new
            {
                positive = Mean("positive"),
                neutral = Mean("neutral"),
                negative = Mean("negative"),
            },
            sentences = sentences.Select(sentence => new
            {
                sentiment = sentence.Sentiment,
                confidenceScores = new
                {
                    positive = Score(sentence.Sentiment, "positive"),
                    neutral = Score(sentence.Sentiment, "neutral"),
                    negative = Score(sentence.Sentiment, "negative"),
                },
                offset = sentence.Index,
                length = sentence.Length,
                text = sentence.Text,
            }),
            warnings = Array.Empty<object>(),
        };

        // Two decimals, as the service gives them.
        double Mean(string sentiment) =>
            Math.Round(
                sentences.Select(sentence => Score(sentence.Sentiment, sentiment)).DefaultIfEmpty(0).Average(),
                2
            );
    }

    private static double Score(string sentiment, string of) => sentiment == of ? 0.9 : 0.05;

    private static string Of(string sentence)
    {
        var praise = s_praise.Count(word => sentence.Contains(word, StringComparison.OrdinalIgnoreCase));
        var blame = s_blame.Count(word => sentence.Contains(word, StringComparison.OrdinalIgnoreCase));
        return praise > blame ? "positive"
            : blame > praise ? "negative"
            : "neutral";
    }

    [GeneratedRegex(@"\S[^.!?]*[.!?]*\s*", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SentencePattern();
}
