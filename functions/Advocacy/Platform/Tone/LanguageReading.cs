using Azure.AI.TextAnalytics;

namespace Advocacy.Platform.Tone;

/// <summary>Makes readings of what Azure AI Language answered.</summary>
internal static class LanguageReading
{
    /// <param name="result">One document's.</param>
    /// <param name="language">Of the document, for the error.</param>
    /// <param name="analyzer">With the version of the model that measured.</param>
    public static ToneReading Of(AnalyzeSentimentResult result, string language, string analyzer)
    {
        if (result.HasError)
        {
            return result.Error.ErrorCode == TextAnalyticsErrorCode.UnsupportedLanguageCode
                ? NotJudged.Language(analyzer, language)
                : NotJudged.Because(
                    analyzer,
                    $"Azure AI Language could not judge the text: {result.Error.Message.TrimEnd('.')} ({result.Error.ErrorCode})."
                );
        }

        var sentiment = result.DocumentSentiment;
        var scores = sentiment.ConfidenceScores;
        return new()
        {
            Sentiment = Named(sentiment.Sentiment),
            Positive = scores.Positive,
            Neutral = scores.Neutral,
            Negative = scores.Negative,
            Sentences = [.. sentiment.Sentences.Select(Sentence)],
            Analyzer = analyzer,
        };
    }

    /// <summary>The parts of one long text as one: the scores by length, the sentiment as the service makes it of sentences.</summary>
    public static ToneReading Join(IReadOnlyList<(ToneReading Reading, int Length)> parts)
    {
        if (parts is [var only])
        {
            return only.Reading;
        }
        if (parts.Select(part => part.Reading).FirstOrDefault(reading => reading.Error is not null) is { } failed)
        {
            return failed;
        }

        double length = parts.Sum(part => part.Length);
        return new()
        {
            Sentiment = Sentiments.Overall(parts.Select(part => part.Reading.Sentiment)),
            Positive = parts.Sum(part => part.Reading.Positive * part.Length) / length,
            Neutral = parts.Sum(part => part.Reading.Neutral * part.Length) / length,
            Negative = parts.Sum(part => part.Reading.Negative * part.Length) / length,
            Sentences = [.. parts.SelectMany(part => part.Reading.Sentences)],
            Analyzer = parts[0].Reading.Analyzer,
        };
    }

    private static SentenceTone Sentence(SentenceSentiment sentence)
    {
        var scores = sentence.ConfidenceScores;
        var (sentiment, confidence) = sentence.Sentiment switch
        {
            TextSentiment.Positive => (Sentiment.Positive, scores.Positive),
            TextSentiment.Negative => (Sentiment.Negative, scores.Negative),
            TextSentiment.Neutral => (Sentiment.Neutral, scores.Neutral),
            // The type allows a mixed sentence: its stronger side decides.
            _ when scores.Negative >= scores.Positive => (Sentiment.Negative, scores.Negative),
            _ => (Sentiment.Positive, scores.Positive),
        };
        return new(sentence.Text.Trim(), sentiment, confidence);
    }

    private static Sentiment Named(TextSentiment sentiment) =>
        sentiment switch
        {
            TextSentiment.Positive => Sentiment.Positive,
            TextSentiment.Negative => Sentiment.Negative,
            TextSentiment.Mixed => Sentiment.Mixed,
            _ => Sentiment.Neutral,
        };
}
