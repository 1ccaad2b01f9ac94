using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Advocacy.Platform.Store;

/// <summary>How documents and queue messages look as JSON: camel case, enums by name, nulls left out, instants in UTC.</summary>
public static class DocumentJson
{
    public static JsonSerializerOptions Options { get; } = Create();

    /// <summary>An instant as it stands in a document: UTC, to the millisecond, so that ordinal order is order in time.</summary>
    public static string Text(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { WithoutPartitionKey } },
        };
        options.Converters.Add(new JsonStringEnumConverter());
        options.Converters.Add(new InstantConverter());
        options.MakeReadOnly();
        return options;
    }

    /// <summary>It repeats what the document holds under its own name; an attribute on the base does not reach the overrides.</summary>
    private static void WithoutPartitionKey(JsonTypeInfo type)
    {
        if (
            type.Type.IsAssignableTo(typeof(Document))
            && type.Properties.FirstOrDefault(property => property.Name == "partitionKey") is { } key
        )
        {
            type.Properties.Remove(key);
        }
    }

    private sealed class InstantConverter : JsonConverter<DateTimeOffset>
    {
        public override DateTimeOffset Read(
            ref Utf8JsonReader reader,
            Type typeToConvert,
            JsonSerializerOptions options
        ) => reader.GetDateTimeOffset();

        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
            writer.WriteStringValue(Text(value));
    }
}
