using System.Text;
using System.Text.Json;
using MimeKit;

namespace Advocacy.Tests.Platform.Mail.SendGrid;

/// <summary>
/// What SendGrid's reference of Mail Send ("Errors", "Limitations") refuses, with its words and fields. Where it is silent, the stricter
/// reading: no line break in anything that becomes a header.
/// </summary>
internal static class SendGridRules
{
    private const int MostRecipients = 1000;
    private const int MostBytes = 10_000;
    private const int MostSubstitutions = 100;

    private static readonly HashSet<string> Reserved = new(StringComparer.OrdinalIgnoreCase)
    {
        "x-sg-id",
        "x-sg-eid",
        "received",
        "dkim-signature",
        "Content-Type",
        "Content-Transfer-Encoding",
        "To",
        "From",
        "Subject",
        "Reply-To",
        "CC",
        "BCC",
    };

    private static readonly string[] Known =
    [
        "personalizations",
        "from",
        "reply_to",
        "subject",
        "content",
        "headers",
        "custom_args",
        "tracking_settings",
    ];

    private static readonly string[] KnownOfPersonalization =
    [
        "to",
        "subject",
        "headers",
        "substitutions",
        "custom_args",
    ];

    /// <param name="isRefused">Addresses that are not valid to the service.</param>
    public static IReadOnlyList<SendGridRefusal> Check(JsonElement mail, Predicate<string> isRefused)
    {
        var found = new List<SendGridRefusal>();
        Unknown(mail, Known, found);
        Address(mail, "from", "from", _ => false, found);
        if (mail.TryGetProperty("from", out var from) && !Ascii.IsValid(Text(from, "email")))
        {
            found.Add(new("Unicode encoding is not supported for the from field.", "from.email"));
        }
        if (mail.TryGetProperty("reply_to", out _))
        {
            Address(mail, "reply_to", "reply_to", _ => false, found);
        }
        var people = mail.TryGetProperty("personalizations", out var list) ? list.EnumerateArray().ToArray() : [];
        if (people.Length is 0 or > MostRecipients)
        {
            found.Add(
                new(
                    "The personalization block is limited to 1000 personalizations per API request.",
                    "personalizations"
                )
            );
        }
        var addresses = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < people.Length; i++)
        {
            Person(people[i], i, mail, addresses, isRefused, found);
        }
        Contents(mail, found);
        Headers(mail, "headers", found);
        Strings(mail, "custom_args", "custom_args", found);
        return found;
    }

    private static void Person(
        JsonElement person,
        int place,
        JsonElement mail,
        HashSet<string> addresses,
        Predicate<string> isRefused,
        List<SendGridRefusal> found
    )
    {
        var field = $"personalizations.{place}";
        Unknown(person, KnownOfPersonalization, found);
        var to = person.TryGetProperty("to", out var list) ? list.EnumerateArray().ToArray() : [];
        if (to.Length != 1)
        {
            found.Add(new("The to parameter is required for all personalization objects.", $"{field}.to"));
            return;
        }
        Address(person, "to", $"{field}.to.0", isRefused, found);
        if (!addresses.Add(Text(to[0], "email")))
        {
            found.Add(
                new(
                    "Each unique email address in the personalizations array should only be included once. You have included "
                        + $"[{Text(to[0], "email")}] more than once.",
                    "personalizations"
                )
            );
        }
        if (!person.TryGetProperty("subject", out var subject) && !mail.TryGetProperty("subject", out subject))
        {
            found.Add(new("The subject is required.", $"{field}.subject"));
        }
        else if (subject.GetString() is not { Length: > 0 } words || words.Any(char.IsControl))
        {
            found.Add(
                new("The subject of your email must be a string at least one character in length.", $"{field}.subject")
            );
        }
        Headers(person, $"{field}.headers", found);
        if (Strings(person, "substitutions", $"{field}.substitutions", found) > MostBytes)
        {
            found.Add(new("The substitutions may not exceed 10,000 bytes.", $"{field}.substitutions"));
        }
        if (
            person.TryGetProperty("substitutions", out var values)
            && values.EnumerateObject().Count() > MostSubstitutions
        )
        {
            found.Add(new("You may not include more than 100 substitutions.", $"{field}.substitutions"));
        }
        var own = Strings(person, "custom_args", $"{field}.custom_args", found);
        if (own + Strings(mail, "custom_args", "custom_args", []) > MostBytes)
        {
            found.Add(
                new(
                    "The combined size of both global and personalization custom arguments may not exceed 10,000 bytes per personalization.",
                    $"{field}.custom_args"
                )
            );
        }
    }

    private static void Contents(JsonElement mail, List<SendGridRefusal> found)
    {
        var contents = mail.TryGetProperty("content", out var list) ? list.EnumerateArray().ToArray() : [];
        if (contents.Length == 0)
        {
            found.Add(new("There must be at least one defined content block.", "content"));
        }
        if (contents.Any(part => Text(part, "value").Length == 0 || Text(part, "type").Length == 0))
        {
            found.Add(new("The content value must be a string at least one character in length.", "content.0.value"));
        }
        if (Array.FindIndex(contents, part => Text(part, "type") == "text/plain") > 0)
        {
            found.Add(
                new(
                    "text/plain needs to be first, followed by text/html, followed by any other content.",
                    "content.0.type"
                )
            );
        }
    }

    private static void Headers(JsonElement owner, string field, List<SendGridRefusal> found)
    {
        if (!owner.TryGetProperty("headers", out var headers))
        {
            return;
        }
        Strings(owner, "headers", field, found);
        var names = headers.EnumerateObject().Select(header => header.Name).ToArray();
        if (names.Distinct(StringComparer.OrdinalIgnoreCase).Count() != names.Length)
        {
            found.Add(new("The headers cannot contain duplicate keys.", field));
        }
        if (names.Any(name => !Ascii.IsValid(name) || name.Any(char.IsWhiteSpace)))
        {
            found.Add(new("Header keys cannot contain non-ASCII characters or empty spaces.", field));
        }
        if (names.Any(Reserved.Contains))
        {
            found.Add(new("Header cannot be one of the reserved keys.", field));
        }
        if (headers.EnumerateObject().Any(header => header.Value.GetString()!.Any(c => c is < ' ' or > '~')))
        {
            found.Add(new("The header values must be encoded.", field));
        }
    }

    private static void Address(
        JsonElement owner,
        string name,
        string field,
        Predicate<string> isRefused,
        List<SendGridRefusal> found
    )
    {
        var address = owner.TryGetProperty(name, out var one) ? one : default;
        address = address.ValueKind == JsonValueKind.Array ? address[0] : address;
        var email = address.ValueKind == JsonValueKind.Object ? Text(address, "email") : "";
        if (
            !MailboxAddress.TryParse(email, out var mailbox)
            || mailbox.GetAddress(idnEncode: true) != email
            || email.Length > 320
        )
        {
            found.Add(new("Does not contain a valid address.", $"{field}.email"));
        }
        else if (isRefused(email))
        {
            found.Add(new($"The address {email} is not valid.", $"{field}.email"));
        }
    }

    /// <summary>Bytes of names and values; complains of what is no text, and of an empty object.</summary>
    private static int Strings(JsonElement owner, string name, string field, List<SendGridRefusal> found)
    {
        if (!owner.TryGetProperty(name, out var values))
        {
            return 0;
        }
        if (values.EnumerateObject().Any(pair => pair.Value.ValueKind != JsonValueKind.String))
        {
            found.Add(new($"All values of {name} must be strings.", field));
            return 0;
        }
        if (!values.EnumerateObject().Any())
        {
            found.Add(new($"{name} cannot be empty.", field));
        }
        return values
            .EnumerateObject()
            .Sum(pair => Encoding.UTF8.GetByteCount(pair.Name) + Encoding.UTF8.GetByteCount(pair.Value.GetString()!));
    }

    private static void Unknown(JsonElement owner, string[] known, List<SendGridRefusal> found) =>
        found.AddRange(
            owner
                .EnumerateObject()
                .Where(property => !known.Contains(property.Name) || property.Value.ValueKind == JsonValueKind.Null)
                .Select(property => new SendGridRefusal("Bad Request", property.Name))
        );

    private static string Text(JsonElement owner, string name) =>
        owner.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
}
