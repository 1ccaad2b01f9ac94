using System.Collections.ObjectModel;

namespace Azure.AI.TextAnalytics;

/// <summary>What came back for one document: a result, or the error of that document alone.</summary>
public class TextAnalyticsResult
{
    internal TextAnalyticsResult(string id, TextDocumentStatistics statistics)
    {
        Id = id;
        Statistics = statistics;
    }

    internal TextAnalyticsResult(string id, TextAnalyticsError error)
    {
        Id = id;
        Error = error;
    }

    public string Id { get; }
    public TextDocumentStatistics Statistics { get; }
    public TextAnalyticsError Error { get; }
    public bool HasError => Error.ErrorCode != default;
}

/// <summary>One document's sentiment.</summary>
public class AnalyzeSentimentResult : TextAnalyticsResult
{
    private readonly DocumentSentiment? _documentSentiment;

    internal AnalyzeSentimentResult(string id, TextDocumentStatistics statistics, DocumentSentiment documentSentiment)
        : base(id, statistics) => _documentSentiment = documentSentiment;

    internal AnalyzeSentimentResult(string id, TextAnalyticsError error)
        : base(id, error) { }

    /// <exception cref="InvalidOperationException">The document has an error.</exception>
    public DocumentSentiment DocumentSentiment =>
        _documentSentiment
        ?? throw new InvalidOperationException(
            $"Cannot access result for document {Id}, due to error {Error.ErrorCode}: {Error.Message}"
        );
}

/// <summary>The results of one request.</summary>
public class AnalyzeSentimentResultCollection : ReadOnlyCollection<AnalyzeSentimentResult>
{
    internal AnalyzeSentimentResultCollection(
        IList<AnalyzeSentimentResult> list,
        TextDocumentBatchStatistics? statistics,
        string modelVersion
    )
        : base(list)
    {
        Statistics = statistics;
        ModelVersion = modelVersion;
    }

    /// <summary><c>null</c> where they were not asked for.</summary>
    public TextDocumentBatchStatistics? Statistics { get; }

    /// <summary>Of the model that the service used.</summary>
    public string ModelVersion { get; }
}
