using System.Text.Json;
using System.Text.Json.Serialization;

namespace Azure.AI.TextAnalytics;

/// <summary>The body of a request, as the service's REST API takes it.</summary>
internal sealed record SentimentRequest(
    string Kind,
    SentimentRequest.Settings Parameters,
    SentimentRequest.Input AnalysisInput
)
{
    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static SentimentRequest Of(IEnumerable<TextDocumentInput> documents, AnalyzeSentimentOptions options) =>
        new(
            "SentimentAnalysis",
            new Settings(
                options.ModelVersion ?? "latest",
                options.IncludeOpinionMining,
                options.DisableServiceLogs,
                // Offsets and lengths as .NET strings count.
                "Utf16CodeUnit"
            ),
            new Input([.. documents.Select(input => new Document(input.Id, input.Language ?? "en", input.Text))])
        );

    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, s_json);

    internal sealed record Settings(
        string ModelVersion,
        bool? OpinionMining,
        bool? LoggingOptOut,
        string StringIndexType
    );

    internal sealed record Input(IReadOnlyList<Document> Documents);

    internal sealed record Document(string Id, string Language, string Text);
}
