using System.Text.Json;
using System.Text.Json.Serialization;
using Advocacy.Platform.Store;

namespace Advocacy.Consent.Verification;

/// <summary>
/// Consent documents whatever was done to them: a field that cannot be read must be named and not end the reading. The records are
/// called as the real ones are, because a store finds documents by the name of their type.
/// </summary>
internal static class AsStored
{
    public sealed record ConsentEvent : Document
    {
        public override string PartitionKey => EmployeeId;
        public required string EmployeeId { get; init; }

        [JsonExtensionData]
        public Dictionary<string, JsonElement> Rest { get; init; } = [];

        /// <summary><c>null</c> where it cannot be read.</summary>
        public Consent.ConsentEvent? Read() => Read<Consent.ConsentEvent>(this);
    }

    public sealed record CurrentConsent : Document
    {
        public override string PartitionKey => EmployeeId;
        public required string EmployeeId { get; init; }

        [JsonExtensionData]
        public Dictionary<string, JsonElement> Rest { get; init; } = [];

        /// <summary><c>null</c> where it cannot be read.</summary>
        public Consent.CurrentConsent? Read() => Read<Consent.CurrentConsent>(this);
    }

    private static T? Read<T>(Document document)
        where T : Document
    {
        try
        {
            return JsonSerializer
                .SerializeToElement(document, document.GetType(), DocumentJson.Options)
                .Deserialize<T>(DocumentJson.Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
