namespace Azure.AI.TextAnalytics;

/// <summary>Makes results for tests that subclass the client.</summary>
public static class TextAnalyticsModelFactory
{
    public static AnalyzeSentimentResultCollection AnalyzeSentimentResultCollection(
        IEnumerable<AnalyzeSentimentResult> list,
        TextDocumentBatchStatistics? statistics,
        string modelVersion
    ) => new([.. list], statistics, modelVersion);

    public static AnalyzeSentimentResult AnalyzeSentimentResult(
        string id,
        TextDocumentStatistics statistics,
        DocumentSentiment documentSentiment
    ) => new(id, statistics, documentSentiment);

    public static AnalyzeSentimentResult AnalyzeSentimentResult(string id, TextAnalyticsError error) => new(id, error);

    public static DocumentSentiment DocumentSentiment(
        TextSentiment sentiment,
        double positiveScore,
        double neutralScore,
        double negativeScore,
        List<SentenceSentiment> sentenceSentiments,
        IList<TextAnalyticsWarning>? warnings = null
    ) =>
        new(
            sentiment,
            new SentimentConfidenceScores(positiveScore, neutralScore, negativeScore),
            sentenceSentiments,
            warnings?.ToList() ?? []
        );

    public static SentenceSentiment SentenceSentiment(
        TextSentiment sentiment,
        string text,
        double positiveScore,
        double neutralScore,
        double negativeScore
    ) =>
        new(
            sentiment,
            text,
            new SentimentConfidenceScores(positiveScore, neutralScore, negativeScore),
            offset: 0,
            length: 0
        );

    public static TextAnalyticsError TextAnalyticsError(string code, string message, string? target = null) =>
        new(code, message, target);
}
