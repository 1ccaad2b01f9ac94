using System.Text.Json;

namespace Advocacy.MailEvents.SendGrid;

/// <param name="Events">Those that say something, or may: of unknown types too.</param>
/// <param name="Foreign">Without the id of a mail of ours.</param>
/// <param name="Unknown">How many of each type that is not known.</param>
/// <param name="Received">All of them.</param>
public sealed record SendGridBatch(
    IReadOnlyList<MailEvent> Events,
    int Foreign,
    IReadOnlyDictionary<string, int> Unknown,
    int Received
);

/// <summary>Reads the body of SendGrid's Event Webhook (v3): an array of flat objects, with our custom arguments among their fields.</summary>
public static class SendGridEvents
{
    /// <summary>The custom argument that the SendGrid mailer gives each mail: its MessageId.</summary>
    public const string DeliveryArgument = "delivery";

    private const int LongestId = 200;
    private const int LongestType = 40;

    // Ours are counted by ourselves, with consent; "processed" is what the answer to the request has told.
    private static readonly HashSet<string> Unused = ["processed", "open", "click", "group_resubscribe"];

    /// <exception cref="JsonException">It is no array of objects.</exception>
    public static SendGridBatch Read(ReadOnlyMemory<byte> body)
    {
        using var json = JsonDocument.Parse(body);
        if (json.RootElement.ValueKind != JsonValueKind.Array)
        {
            throw new JsonException("The body is no array of events.");
        }
        var events = new List<MailEvent>();
        var unknown = new Dictionary<string, int>(StringComparer.Ordinal);
        var foreign = 0;
        foreach (var one in json.RootElement.EnumerateArray())
        {
            var type = Text(one, "event") ?? "none";
            if (Unused.Contains(type))
            {
                continue;
            }
            var kind = KindOf(type, one);
            var name = kind is null ? NameOf(type) : null;
            if (name is not null)
            {
                unknown[name] = unknown.GetValueOrDefault(name) + 1;
            }
            if (
                Text(one, DeliveryArgument) is { Length: > 0 and <= LongestId } message
                && Text(one, "sg_event_id") is { Length: > 0 and <= LongestId } id
                && one.TryGetProperty("timestamp", out var stamp)
                && stamp.TryGetInt64(out var seconds)
                && seconds is > 0 and < 100_000_000_000
            )
            {
                events.Add(
                    new MailEvent(id, kind ?? MailEventKind.Other, message, DateTimeOffset.FromUnixTimeSeconds(seconds))
                    {
                        Type = name,
                    }
                );
            }
            else if (kind is not null)
            {
                foreign++;
            }
        }
        return new SendGridBatch(events, foreign, unknown, json.RootElement.GetArrayLength());
    }

    private static MailEventKind? KindOf(string type, JsonElement one) =>
        type switch
        {
            "delivered" => MailEventKind.Delivered,
            "deferred" => MailEventKind.SoftBounce,
            // "blocked" is a refusal of this mail; "bounce" one of the address.
            "bounce" => Text(one, "type") == "blocked" ? MailEventKind.SoftBounce : MailEventKind.HardBounce,
            // Any other reason to drop says nothing new of the address or the person: it was told when it arose.
            "dropped" => Text(one, "reason")?.StartsWith("Bounced Address", StringComparison.OrdinalIgnoreCase) == true
                ? MailEventKind.HardBounce
                : MailEventKind.Dropped,
            "spamreport" => MailEventKind.SpamReport,
            "unsubscribe" or "group_unsubscribe" => MailEventKind.Unsubscribed,
            _ => null,
        };

    /// <summary>It is logged and kept: nothing but a name.</summary>
    private static string NameOf(string type) =>
        type.Length <= LongestType && type.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.')
            ? type
            : "unreadable";

    private static string? Text(JsonElement one, string name) =>
        one.ValueKind == JsonValueKind.Object
        && one.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
