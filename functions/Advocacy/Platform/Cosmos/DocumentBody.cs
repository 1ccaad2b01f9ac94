using System.Text.Json;
using Advocacy.Platform.Store;

namespace Advocacy.Platform.Cosmos;

/// <summary>Documents as bytes: the same JSON as in every other adapter, and what Cosmos DB adds on the way back.</summary>
internal static class DocumentBody
{
    /// <summary>The JSON, once it is found to be one that Cosmos DB takes.</summary>
    /// <exception cref="ArgumentException">It is not.</exception>
    public static MemoryStream Of(Container container, Document document)
    {
        var body = DocumentLimits.Serialize(document);
        DocumentLimits.CheckPartitionKey(container, document, Text(body, ContainerDesign.PartitionKeyField(container)));
        return new MemoryStream(body, writable: false);
    }

    /// <summary>The document, or <c>null</c> where it is of another type.</summary>
    public static Stored<T>? Read<T>(JsonElement json)
        where T : Document =>
        json.TryGetProperty(ContainerDesign.TypeField, out var type) && type.ValueEquals(typeof(T).Name)
            ? new Stored<T>(json.Deserialize<T>(DocumentJson.Options)!, json.GetProperty("_etag").GetString()!)
            : null;

    /// <summary>Reads one answer's document.</summary>
    public static async Task<Stored<T>?> ReadAsync<T>(Stream content, CancellationToken cancellationToken)
        where T : Document
    {
        using var json = await JsonDocument.ParseAsync(content, cancellationToken: cancellationToken);
        return Read<T>(json.RootElement);
    }

    /// <summary>Reads one page's documents.</summary>
    public static async Task<List<Stored<T>>> ReadPageAsync<T>(Stream content, CancellationToken cancellationToken)
        where T : Document
    {
        using var json = await JsonDocument.ParseAsync(content, cancellationToken: cancellationToken);
        return [.. json.RootElement.GetProperty("Documents").EnumerateArray().Select(Read<T>).OfType<Stored<T>>()];
    }

    /// <summary>The text at the top level of the JSON; <c>null</c> where there is none.</summary>
    private static string? Text(byte[] body, string property)
    {
        var reader = new Utf8JsonReader(body);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var found = reader.ValueTextEquals(property);
            reader.Read();
            if (found)
            {
                return reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
            }
            reader.Skip();
        }
        return null;
    }
}
