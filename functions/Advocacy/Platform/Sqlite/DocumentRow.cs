using System.Text;
using System.Text.Json;
using Advocacy.Platform.Store;

namespace Advocacy.Platform.Sqlite;

/// <summary>A document as it is written: checked, serialised, its indexed fields taken out of the JSON.</summary>
internal sealed class DocumentRow
{
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
        var body = DocumentLimits.Serialize(document);
        var fields = new string?[table.Fields.Count];
        var partitionKey = Extract(table, body, fields);
        DocumentLimits.CheckPartitionKey(table.Container, document, partitionKey);
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
