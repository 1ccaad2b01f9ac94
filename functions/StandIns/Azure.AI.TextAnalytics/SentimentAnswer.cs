using System.Text.Json;

namespace Azure.AI.TextAnalytics;

/// <summary>The body of an answer, as the service's REST API gives it.</summary>
internal sealed record SentimentAnswer(string Kind, SentimentAnswer.Answers Results)
{
    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web)
    {
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <exception cref="JsonException">It is no such answer.</exception>
    public static SentimentAnswer Parse(BinaryData body) =>
        JsonSerializer.Deserialize<SentimentAnswer>(body, s_json)
        ?? throw new JsonException("The service answered null.");

    /// <summary>Results and errors together, in the order of the request.</summary>
    public AnalyzeSentimentResultCollection ToCollection(IReadOnlyList<TextDocumentInput> inputs)
    {
        var places = inputs.Select((input, place) => (input.Id, place)).ToDictionary(i => i.Id, i => i.place);
        var results = Results
            .Errors.Select(failed => new AnalyzeSentimentResult(failed.Id, failed.Error.ToError()))
            .Concat(Results.Documents.Select(document => document.ToResult()))
            .OrderBy(result => places[result.Id])
            .ToList();
        return new(results, Results.Statistics?.ToStatistics(), Results.ModelVersion);
    }

    internal sealed record Answers(
        IReadOnlyList<Document> Documents,
        IReadOnlyList<Failed> Errors,
        string ModelVersion,
        BatchStatistics? Statistics = null
    );

    internal sealed record Document(
        string Id,
        string Sentiment,
        Scores ConfidenceScores,
        IReadOnlyList<Sentence> Sentences,
        IReadOnlyList<Warning> Warnings,
        DocumentStatistics? Statistics = null
    )
    {
        public AnalyzeSentimentResult ToResult() =>
            new(
                Id,
                new TextDocumentStatistics(Statistics?.CharactersCount ?? 0, Statistics?.TransactionsCount ?? 0),
                new DocumentSentiment(
                    Named(Sentiment),
                    ConfidenceScores.ToScores(),
                    [.. Sentences.Select(sentence => sentence.ToSentence())],
                    [.. Warnings.Select(warning => new TextAnalyticsWarning(warning.Message))]
                )
            );
    }

    internal sealed record Sentence(string Sentiment, Scores ConfidenceScores, int Offset, int Length, string Text)
    {
        public SentenceSentiment ToSentence() =>
            new(Named(Sentiment), Text, ConfidenceScores.ToScores(), Offset, Length);
    }

    internal sealed record Scores(double Positive, double Neutral, double Negative)
    {
        public SentimentConfidenceScores ToScores() => new(Positive, Neutral, Negative);
    }

    internal sealed record Warning(string Code, string Message);

    internal sealed record Failed(string Id, ServiceError Error);

    internal sealed record DocumentStatistics(int CharactersCount, int TransactionsCount);

    internal sealed record BatchStatistics(
        int DocumentsCount,
        int ValidDocumentsCount,
        int ErroneousDocumentsCount,
        long TransactionsCount
    )
    {
        public TextDocumentBatchStatistics ToStatistics() =>
            new(DocumentsCount, ValidDocumentsCount, ErroneousDocumentsCount, TransactionsCount);
    }

    private static TextSentiment Named(string sentiment) =>
        Enum.TryParse<TextSentiment>(sentiment, ignoreCase: true, out var named)
            ? named
            : throw new JsonException($"The service answered the sentiment '{sentiment}'.");
}
