using System.Runtime.InteropServices;

namespace Azure.AI.TextAnalytics;

/// <summary>What the service found.</summary>
public enum TextSentiment
{
    Positive,
    Neutral,
    Negative,
    Mixed,
}

/// <summary>The sentiment of a document and of its sentences.</summary>
public class DocumentSentiment
{
    internal DocumentSentiment(
        TextSentiment sentiment,
        SentimentConfidenceScores confidenceScores,
        IReadOnlyCollection<SentenceSentiment> sentences,
        IReadOnlyCollection<TextAnalyticsWarning> warnings
    )
    {
        Sentiment = sentiment;
        ConfidenceScores = confidenceScores;
        Sentences = sentences;
        Warnings = warnings;
    }

    public TextSentiment Sentiment { get; }
    public SentimentConfidenceScores ConfidenceScores { get; }
    public IReadOnlyCollection<SentenceSentiment> Sentences { get; }
    public IReadOnlyCollection<TextAnalyticsWarning> Warnings { get; }
}

/// <summary>One sentence's sentiment; offset and length count UTF-16 units.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly struct SentenceSentiment
{
    internal SentenceSentiment(
        TextSentiment sentiment,
        string text,
        SentimentConfidenceScores confidenceScores,
        int offset,
        int length
    )
    {
        Sentiment = sentiment;
        Text = text;
        ConfidenceScores = confidenceScores;
        Offset = offset;
        Length = length;
    }

    public TextSentiment Sentiment { get; }
    public string Text { get; }
    public SentimentConfidenceScores ConfidenceScores { get; }
    public int Offset { get; }
    public int Length { get; }
}

/// <summary>Each from 0 to 1.</summary>
public class SentimentConfidenceScores
{
    internal SentimentConfidenceScores(double positive, double neutral, double negative)
    {
        Positive = positive;
        Neutral = neutral;
        Negative = negative;
    }

    public double Positive { get; }
    public double Neutral { get; }
    public double Negative { get; }
}
