using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Advocacy.Platform.Mail.SendGrid;

/// <summary>
/// The errors in an answer: <c>{"errors":[{"message","field","help"}]}</c>. Messages can quote an address, so none that holds an @
/// is passed on.
/// </summary>
internal sealed partial record SendGridErrors(IReadOnlyList<SendGridError> All)
{
    private const int LongestMessage = 300;

    public static SendGridErrors Read(string body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return
                json.RootElement.ValueKind == JsonValueKind.Object
                && json.RootElement.TryGetProperty("errors", out var errors)
                && errors.ValueKind == JsonValueKind.Array
                ? new SendGridErrors([.. errors.EnumerateArray().Select(Error)])
                : new SendGridErrors([]);
        }
        catch (JsonException)
        {
            // A proxy's page, or nothing at all.
            return new SendGridErrors([]);
        }
    }

    /// <summary>
    /// Outcomes by the place of the personalization that an error names; empty where one is about the request as a whole. Only an address
    /// is refused for good: anything else we wrote ourselves, and it may be wrong with everybody.
    /// </summary>
    /// <param name="count">How many recipients the request had.</param>
    public IReadOnlyDictionary<int, MailOutcome> ByRecipient(int count) =>
        All.Any(error => error.Place is not { } place || place >= count)
            ? new Dictionary<int, MailOutcome>()
            : All.GroupBy(error => error.Place!.Value)
                .ToDictionary(
                    group => group.Key,
                    group => new MailOutcome(
                        group.Any(error => error.IsOfAddress) ? MailResult.Refused : MailResult.NotSent,
                        $"SendGrid refused it: {group.First()}."
                    )
                );

    public override string ToString() => All.Count == 0 ? "it gave no reason" : string.Join("; ", All.Take(3));

    private static SendGridError Error(JsonElement error)
    {
        var field = Text("field");
        var named = OfRecipient().Match(field);
        return new SendGridError(
            named.Success && int.TryParse(named.Groups["place"].Value, CultureInfo.InvariantCulture, out var place)
                ? place
                : null,
            FieldName().IsMatch(field) ? field : "",
            Safe(Text("message"))
        );

        string Text(string name) =>
            error.ValueKind == JsonValueKind.Object
            && error.TryGetProperty(name, out var value)
            && value.ValueKind == JsonValueKind.String
                ? value.GetString()!
                : "";
    }

    private static string Safe(string message) =>
        message.Contains('@', StringComparison.Ordinal) ? ""
        : message.Length > LongestMessage ? message[..LongestMessage]
        : message.TrimEnd('.');

    [GeneratedRegex(@"^personalizations[.\[](?<place>\d{1,4})\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OfRecipient();

    [GeneratedRegex(@"^[a-z0-9_.\[\]]{1,80}$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FieldName();
}

/// <param name="Place">The personalization that it names, from 0; <c>null</c> for none.</param>
/// <param name="Field">As SendGrid names it; empty where it names none.</param>
/// <param name="Message">SendGrid's words, without any address.</param>
internal sealed record SendGridError(int? Place, string Field, string Message)
{
    public bool IsOfAddress => Place is not null && Field.Contains(".to", StringComparison.Ordinal);

    public override string ToString() =>
        (Message.Length, Field.Length) switch
        {
            (0, 0) => "it gave no reason",
            (0, _) => $"field {Field}",
            (_, 0) => Message,
            _ => $"{Message} (field {Field})",
        };
}
