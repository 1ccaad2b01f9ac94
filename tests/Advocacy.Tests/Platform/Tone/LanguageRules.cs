using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Advocacy.Tests.Platform.Tone;

/// <summary>An error as the service words it: a general one outside, the exact one inside.</summary>
internal sealed record LanguageFault(string Code, string Message)
{
    public object ToJson() =>
        new
        {
            code = "InvalidRequest",
            message = "Invalid Request.",
            innererror = new { code = Code, message = Message },
        };
}

/// <summary>What Azure AI Language refuses, and what we promise to ask it for besides.</summary>
internal static class LanguageRules
{
    private const int MostBytes = 1_000_000;
    private const int MostDocuments = 10;
    private const int MostElements = 5_120;

    private static readonly HashSet<string> s_languages = ["da", "de", "en", "es", "fr", "nl", "no", "pt", "sv"];

    /// <summary>Why a request is refused as a whole; <c>null</c> where it is in order.</summary>
    public static (int Status, LanguageFault Fault)? Check(
        HttpRequest request,
        byte[] body,
        out IReadOnlyList<(string Id, string Language, string Text)> documents
    )
    {
        documents = [];
        if (request.Method != "POST" || request.Path != "/language/:analyze-text")
        {
            return (404, new("NotFound", $"There is nothing at {request.Method} {request.Path}."));
        }
        var key = request.Headers["Ocp-Apim-Subscription-Key"];
        if (
            key != LanguageServer.Key
            && !(request.IsHttps && request.Headers.Authorization == $"Bearer {LanguageServer.Token}")
        )
        {
            return (401, new("Unauthorized", "Access denied due to invalid subscription key or token."));
        }
        if (request.Query["api-version"] != "2023-04-01")
        {
            return (400, new("InvalidParameterValue", "The api-version is unknown."));
        }
        if (body.Length > MostBytes)
        {
            return (413, new("InvalidRequest", $"The body has {body.Length} bytes; at most {MostBytes} are allowed."));
        }
        try
        {
            using var json = JsonDocument.Parse(body);
            return CheckBody(request, json.RootElement, out documents);
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return (400, new("InvalidRequestBodyFormat", error.Message));
        }
    }

    /// <summary>Why one document is refused alone; <c>null</c> where it is in order.</summary>
    public static LanguageFault? Check(string language, string text) =>
        !s_languages.Contains(language)
            ? new(
                "UnsupportedLanguageCode",
                $"Invalid language code. Supported languages: {string.Join(',', s_languages)}."
            )
        : string.IsNullOrWhiteSpace(text) ? new("InvalidDocument", "Document text is empty.")
        : new StringInfo(text).LengthInTextElements > MostElements
            ? new(
                "InvalidDocument",
                $"A document within the request was too large to be processed. Limit document size to: {MostElements} text elements."
            )
        : null;

    private static (int, LanguageFault)? CheckBody(
        HttpRequest request,
        JsonElement body,
        out IReadOnlyList<(string Id, string Language, string Text)> documents
    )
    {
        var parameters = body.GetProperty("parameters");
        documents =
        [
            .. body.GetProperty("analysisInput")
                .GetProperty("documents")
                .EnumerateArray()
                .Select(document => (Word(document, "id"), Word(document, "language"), Word(document, "text"))),
        ];
        return request.ContentType != "application/json" ? Refused("The content is not application/json.")
            : Word(body, "kind") != "SentimentAnalysis" ? Refused("The kind is unknown.")
            : !parameters.GetProperty("loggingOptOut").GetBoolean() ? Refused("The service would log the texts.")
            : Word(parameters, "stringIndexType") != "Utf16CodeUnit"
                ? Refused("Offsets would not count as .NET counts.")
            : Word(parameters, "modelVersion").Length == 0 ? Refused("The model has no version.")
            : documents.Count == 0 ? (400, new("MissingInputRecords", "Missing input records."))
            : documents.Count > MostDocuments
                ? (
                    400,
                    new(
                        "InvalidDocumentBatch",
                        $"Batch request contains too many records. Max {MostDocuments} records are permitted."
                    )
                )
            : documents.DistinctBy(document => document.Id).Count() < documents.Count
                ? Refused("Two documents have the same id.")
            : null;
    }

    private static (int, LanguageFault)? Refused(string message) => (400, new("InvalidRequest", message));

    private static string Word(JsonElement element, string name) =>
        element.GetProperty(name).GetString() ?? throw new JsonException($"'{name}' is null.");
}
