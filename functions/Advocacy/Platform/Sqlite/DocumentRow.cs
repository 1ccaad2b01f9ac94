using System.Buffers;
using System.Text;
using System.Text.Json;
using Advocacy.Platform.Store;

namespace Advocacy.Platform.Sqlite;

/// <summary>A document as it is written: checked, serialised, its indexed fields taken out of the JSON.</summary>
internal sealed class DocumentRow
{
    /// <summary>Bytes of JSON that Cosmos DB takes in one document, and in one batch.</summary>
    public const int LargestBody = 2 * 1024 * 1024;

    private const int LongestId = 255;
    private const int LongestPartitionKey = 2048;
    private static readonly SearchValues<char> NotInIds = SearchValues.Create("/\\?#");

    private readonly Document _document;

    private DocumentRow(Document document, byte[] body, string?[] fields)
    {
        _document = document;
        Body = body;
        Fields = fields;
        Slot = ContainerTable.SlotOf(document.PartitionKey);
    }

    public int Slot { get; }
    public string PartitionKey => _document.PartitionKey;
    public string Id => _document.Id;
    public byte[] Body { get; }

    /// <summary>In the order of <see cref="ContainerTable.Fields"/>; <c>null</c> where the document lacks the field.</summary>
    public IReadOnlyList<string?> Fields { get; }

    /// <exception cref="ArgumentException">The document breaks a limit that Cosmos DB has as well.</exception>
    public static DocumentRow Of(ContainerTable table, Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        CheckKey(document);
        var body = JsonSerializer.SerializeToUtf8Bytes(document, document.GetType(), DocumentJson.Options);
        if (body.Length > LargestBody)
        {
            throw new ArgumentException(
                $"The document {document.Id} has {body.Length} bytes of JSON; at most {LargestBody} can be stored.",
                nameof(document)
            );
        }
        var fields = new string?[table.Fields.Count];
        var partitionKey = Extract(table, body, fields);
        if (partitionKey != document.PartitionKey)
        {
            throw new ArgumentException(
                $"The document {document.Id} says another partition key than its JSON at {table.Container.PartitionKeyPath}.",
                nameof(document)
            );
        }
        return new DocumentRow(document, body, fields);
    }

    /// <summary>Binds what every write has: parameters 1 to 7 and the fields.</summary>
    public SqliteStatement Bind(SqliteStatement statement, long etag, long now)
    {
        statement
            .Bind(1, Slot)
            .Bind(2, PartitionKey)
            .Bind(3, Id)
            .Bind(4, _document.Type)
            .Bind(5, etag)
            .Bind(6, _document.Ttl is { } seconds ? now + (1000L * seconds) : null)
            .BindBlob(7, Body);
        for (var i = 0; i < Fields.Count; i++)
        {
            statement.Bind(8 + i, Fields[i]);
        }
        return statement;
    }

    private static void CheckKey(Document document)
    {
        if (document.Id.Length is 0 or > LongestId || document.Id.AsSpan().ContainsAny(NotInIds))
        {
            throw new ArgumentException(
                $"'{document.Id}' is no document id: 1 to {LongestId} characters, none of / \\ ? #.",
                nameof(document)
            );
        }
        if (Encoding.UTF8.GetByteCount(document.PartitionKey) > LongestPartitionKey)
        {
            throw new ArgumentException(
                $"The partition key of {document.Id} is longer than {LongestPartitionKey} bytes.",
                nameof(document)
            );
        }
        if (document.Ttl <= 0)
        {
            throw new ArgumentException(
                $"The document {document.Id} has a ttl of {document.Ttl}: seconds from 1 up, or null for ever.",
                nameof(document)
            );
        }
    }

    /// <summary>Fills the fields and returns the partition key, both as they stand at the top level of the JSON.</summary>
    private static string? Extract(ContainerTable table, byte[] body, string?[] fields)
    {
        string? partitionKey = null;
        var path = table.Container.PartitionKeyPath.AsSpan(1);
        var reader = new Utf8JsonReader(body);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isKey = partitionKey is null && reader.ValueTextEquals(path);
            var field = IndexOf(table, ref reader);
            reader.Read();
            if (isKey || field >= 0)
            {
                var text = Scalar(ref reader);
                partitionKey = isKey ? text : partitionKey;
                if (field >= 0)
                {
                    fields[field] = text;
                }
            }
            reader.Skip();
        }
        return partitionKey;
    }

    private static int IndexOf(ContainerTable table, ref Utf8JsonReader name)
    {
        var fields = table.Container.IndexedFields;
        for (var i = 0; i < fields.Count; i++)
        {
            if (name.ValueTextEquals(fields[i]))
            {
                return i;
            }
        }
        return -1;
    }

    /// <summary>Text as it is, a number or boolean as its JSON; <c>null</c> for anything else, which no condition meets.</summary>
    private static string? Scalar(ref Utf8JsonReader reader) =>
        reader.TokenType switch
        {
            JsonTokenType.String => reader.GetString(),
            JsonTokenType.Number or JsonTokenType.True or JsonTokenType.False => Encoding.UTF8.GetString(
                reader.ValueSpan
            ),
            _ => null,
        };
}
