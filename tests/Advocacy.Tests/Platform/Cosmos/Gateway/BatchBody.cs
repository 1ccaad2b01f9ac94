using Microsoft.Azure.Cosmos.Serialization.HybridRow;
using Microsoft.Azure.Cosmos.Serialization.HybridRow.IO;
using Microsoft.Azure.Cosmos.Serialization.HybridRow.Layouts;
using Microsoft.Azure.Cosmos.Serialization.HybridRow.RecordIO;

namespace Advocacy.Tests.Platform.Cosmos.Gateway;

/// <summary>One operation of a batch as it stands in the request.</summary>
internal sealed record BatchOperation(WriteKind Kind, string? Id, byte[] Body, string? IfMatch);

/// <summary>Batch requests and answers in their binary form (HybridRow records).</summary>
internal static class BatchBody
{
    private const int DocumentResource = 2;

    public static async Task<IReadOnlyList<BatchOperation>> ReadAsync(byte[] body)
    {
        var operations = new List<BatchOperation>();
        using var stream = new MemoryStream(body);
        var result = await stream.ReadRecordIOAsync(
            (ReadOnlyMemory<byte> record) =>
            {
                operations.Add(Read(record));
                return Result.Success;
            },
            resizer: new MemorySpanResizer<byte>(body.Length)
        );
        return result == Result.Success
            ? operations
            : throw new FormatException($"The batch is no HybridRow: {result}");
    }

    public static async Task<byte[]> WriteAsync(IReadOnlyList<GatewayAnswer> answers)
    {
        using var stream = new MemoryStream();
        Check(
            await stream.WriteRecordIOAsync(
                default,
                (long index, out ReadOnlyMemory<byte> record) =>
                {
                    record = index < answers.Count ? Write(answers[(int)index]) : default;
                    return Result.Success;
                }
            )
        );
        return stream.ToArray();
    }

    private static BatchOperation Read(ReadOnlyMemory<byte> record)
    {
        var row = new RowBuffer(record.Length);
        if (!row.ReadFrom(record.Span, HybridRowVersion.V1, BatchSchema.Resolver))
        {
            throw new FormatException("A record of the batch is no HybridRow.");
        }
        var reader = new RowReader(ref row);
        var (kind, resource) = (0, 0);
        string? id = null;
        string? ifMatch = null;
        byte[] body = [];
        while (reader.Read())
        {
            switch (reader.Path.ToString())
            {
                case "operationType":
                    Check(reader.ReadInt32(out kind));
                    break;
                case "resourceType":
                    Check(reader.ReadInt32(out resource));
                    break;
                case "id":
                    Check(reader.ReadString(out id));
                    break;
                case "ifMatch":
                    Check(reader.ReadString(out ifMatch));
                    break;
                case "resourceBody":
                    Check(reader.ReadBinary(out body));
                    break;
                case "minimalReturnPreference":
                    Check(reader.ReadBool(out _));
                    break;
                case var unknown:
                    throw new FormatException($"'{unknown}' of a batch operation is not understood.");
            }
        }
        return resource == DocumentResource
            ? new BatchOperation((WriteKind)kind, id, body, ifMatch)
            : throw new FormatException("A batch holds documents only.");
    }

    private static ReadOnlyMemory<byte> Write(GatewayAnswer answer)
    {
        var resizer = new MemorySpanResizer<byte>(256);
        var row = new RowBuffer(256, resizer);
        row.InitLayout(HybridRowVersion.V1, BatchSchema.Result, BatchSchema.Resolver);
        Check(RowWriter.WriteBuffer(ref row, answer, Write));
        return resizer.Memory[..row.Length];
    }

    private static Result Write(ref RowWriter writer, TypeArgument type, GatewayAnswer answer)
    {
        Check(writer.WriteInt32("statusCode", (int)answer.Status));
        Check(writer.WriteInt32("subStatusCode", answer.SubStatus));
        if (answer.ETag is { } etag)
        {
            Check(writer.WriteString("eTag", etag));
        }
        return writer.WriteFloat64("requestCharge", answer.Charge);
    }

    private static void Check(Result result)
    {
        if (result != Result.Success)
        {
            throw new FormatException($"HybridRow: {result}");
        }
    }
}
