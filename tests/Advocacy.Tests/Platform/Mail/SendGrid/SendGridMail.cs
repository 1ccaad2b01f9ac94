using System.Text;
using System.Text.Json;
using MimeKit;
using MimeKit.Utils;

namespace Advocacy.Tests.Platform.Mail.SendGrid;

/// <summary>What one recipient of an accepted request would get.</summary>
/// <param name="IsDropped">Accepted but never delivered: what a name that is no name leads to.</param>
internal sealed record SendGridMail(
    string To,
    string ToName,
    bool IsDropped,
    string Subject,
    string Text,
    string Html,
    ILookup<string, string> Headers,
    IReadOnlyDictionary<string, string> CustomArgs
)
{
    public static IEnumerable<SendGridMail> Of(JsonElement request) =>
        request.GetProperty("personalizations").EnumerateArray().Select(person => Of(request, person));

    private static SendGridMail Of(JsonElement request, JsonElement person)
    {
        var to = person.GetProperty("to")[0];
        var email = to.GetProperty("email").GetString()!;
        var tags = Map(person, "substitutions");
        // The service puts the name before the address as it stands (sendgrid-python issue 291).
        var field = to.TryGetProperty("name", out var name) ? $"{name.GetString()} <{email}>" : email;
        var mailbox =
            InternetAddressList.TryParse(Encoding.UTF8.GetBytes(field), out var list) && list is [MailboxAddress one]
                ? one
                : null;
        return new SendGridMail(
            email,
            mailbox?.Name ?? "",
            mailbox?.GetAddress(idnEncode: true) != email,
            Replace(
                (person.TryGetProperty("subject", out var own) ? own : request.GetProperty("subject")).GetString()!,
                tags
            ),
            Part(request, "text/plain", tags),
            Part(request, "text/html", tags),
            Map(request, "headers")
                .Concat(Map(person, "headers"))
                .ToLookup(pair => pair.Key, pair => Rfc2047.DecodeText(Encoding.ASCII.GetBytes(pair.Value))),
            Map(request, "custom_args")
                .Where(pair => !Map(person, "custom_args").ContainsKey(pair.Key))
                .Concat(Map(person, "custom_args"))
                .ToDictionary()
        );
    }

    private static string Part(JsonElement request, string type, Dictionary<string, string> tags) =>
        request
            .GetProperty("content")
            .EnumerateArray()
            .FirstOrDefault(part => part.GetProperty("type").GetString() == type)
            is { ValueKind: JsonValueKind.Object } found
            ? Replace(found.GetProperty("value").GetString()!, tags)
            : "";

    /// <summary>
    /// In which order the service replaces, and whether it replaces in what it has put in, is not documented. So this does the worst:
    /// one tag after the other, the shortest first, twice. Whoever depends on the order gets a wrong mail here.
    /// </summary>
    private static string Replace(string text, Dictionary<string, string> tags)
    {
        foreach (var _ in Enumerable.Range(0, 2))
        {
            foreach (var (tag, value) in tags.OrderBy(pair => pair.Key.Length).ThenByDescending(pair => pair.Key))
            {
                text = text.Replace(tag, value, StringComparison.Ordinal);
            }
        }
        return text;
    }

    private static Dictionary<string, string> Map(JsonElement owner, string name) =>
        owner.TryGetProperty(name, out var values)
            ? values.EnumerateObject().ToDictionary(pair => pair.Name, pair => pair.Value.GetString()!)
            : [];
}
