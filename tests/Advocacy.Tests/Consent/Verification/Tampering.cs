using System.Text.Json.Nodes;
using Advocacy.Consent;
using Advocacy.Platform.Store;

namespace Advocacy.Tests.Consent.Verification;

/// <summary>What somebody with a hand in the store can do to one person's documents.</summary>
internal static class Tampering
{
    private const string Who = LedgerFixture.Who;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static Task<bool> DeleteAsync(LedgerFixture fixture, int sequence) =>
        fixture.Store.DeleteAsync(Containers.Consents, Who, LedgerFixture.IdOf(sequence), Cancel);

    public static JsonNode Read(LedgerFixture fixture, int sequence)
    {
        JsonNode? read = null;
        fixture.Store.Tamper(
            Containers.Consents,
            Who,
            LedgerFixture.IdOf(sequence),
            json =>
            {
                read = JsonNode.Parse(json);
                return json;
            }
        );
        return read!;
    }

    public static void Tamper(LedgerFixture fixture, int sequence, Action<JsonNode> change) =>
        Tamper(fixture, LedgerFixture.IdOf(sequence), change);

    public static void Tamper(LedgerFixture fixture, string id, Action<JsonNode> change) =>
        fixture.Store.Tamper(
            Containers.Consents,
            Who,
            id,
            json =>
            {
                var node = JsonNode.Parse(json)!;
                change(node);
                return node.ToJsonString();
            }
        );

    /// <summary>Everything of another document but the id, under which it lies.</summary>
    public static void Become(JsonNode one, JsonNode other, int? sequence = null)
    {
        foreach (var (name, value) in other.AsObject().Where(field => field.Key != "id"))
        {
            one[name] = value?.DeepClone();
        }
        one["sequence"] = sequence ?? one["sequence"]!.GetValue<int>();
    }

    public static void Become(JsonNode one, ConsentEvent other, string who)
    {
        one["at"] = DocumentJson.Text(other.At);
        one["previousHash"] = other.PreviousHash;
        one["employeeId"] = who;
    }
}
