using System.Net.Mail;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Advocacy.Local;

/// <summary>
/// One JSON value of a settings file and where it stands. What is wrong is added to <paramref name="faults"/> as one line (field, what it
/// got, what it takes), and reading goes on with a harmless value, so that a person sees all faults at once.
/// </summary>
/// <param name="value">The value.</param>
/// <param name="at">For example <c>feeds[0].file</c>; empty for the whole file.</param>
/// <param name="faults">Added to.</param>
internal sealed class JsonFields(JsonElement value, string at, List<string> faults)
{
    public bool IsObject(string takes) => value.ValueKind == JsonValueKind.Object || Wrong(takes);

    public bool IsEmptyText => value.ValueKind == JsonValueKind.String && value.GetString()!.Length == 0;

    public bool Has(string name) => value.TryGetProperty(name, out _);

    public bool HasList(string name) =>
        value.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array;

    /// <summary>A field of this object; <c>null</c> where there is none.</summary>
    public JsonFields? Member(string name) =>
        value.TryGetProperty(name, out var member) ? new JsonFields(member, At(name), faults) : null;

    /// <summary>The items of a list; none where the field is left out.</summary>
    public IReadOnlyList<JsonFields> Items(string name)
    {
        if (!value.TryGetProperty(name, out var list))
        {
            return [];
        }
        if (list.ValueKind == JsonValueKind.Array)
        {
            return [.. list.EnumerateArray().Select((item, i) => new JsonFields(item, $"{At(name)}[{i}]", faults))];
        }
        Member(name)!.Wrong("a list");
        return [];
    }

    public void RefuseOthersThan(params string[] known)
    {
        foreach (var name in value.EnumerateObject().Select(p => p.Name).Where(n => !known.Contains(n)))
        {
            Fault(name, $"there is no such field; there are {string.Join(", ", known)}");
        }
    }

    /// <summary>One line of text; empty where it is missing or wrong.</summary>
    public string Required(string name)
    {
        if (Member(name) is { } member)
        {
            return member.Text("one line of 1 to 200 characters", 200, t => !t.Any(char.IsControl)) ?? "";
        }
        Fault(name, "is missing");
        return "";
    }

    /// <summary>Text, of several lines perhaps; empty where it is missing or wrong.</summary>
    public string RequiredText(string name, int longest)
    {
        if (Member(name) is { } member)
        {
            return member.Text($"text of 1 to {longest} characters", longest) ?? "";
        }
        Fault(name, "is missing");
        return "";
    }

    public string? Optional(string name, string takes) => Member(name)?.Text(takes, int.MaxValue);

    public string? Matching(string name, Regex pattern, string takes) =>
        Member(name)?.Text(takes, int.MaxValue, pattern.IsMatch);

    /// <summary>A whole number; <c>null</c> where the field is left out or wrong.</summary>
    public int? Number(string name, int least, int most)
    {
        if (Member(name) is not { } member)
        {
            return null;
        }
        return member.IsNumber(out var number) && number >= least && number <= most
            ? number
            : member.Refuse($"a whole number from {least} to {most}");
    }

    private bool IsNumber(out int number)
    {
        number = 0;
        return value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out number);
    }

    private int? Refuse(string takes)
    {
        Wrong(takes);
        return null;
    }

    public string? Url(string name) =>
        Member(name)
            ?.Text(
                "an absolute http or https URL",
                2048,
                t => Uri.TryCreate(t, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"
            );

    /// <summary>A bare mail address in ASCII; empty where it is missing or wrong.</summary>
    public string Address(string name)
    {
        if (Member(name) is { } member)
        {
            // MailAddress also takes "Name <address>", which is not what goes into a From of our own.
            return member.Text(
                    "one mail address in ASCII",
                    254,
                    t => Ascii.IsValid(t) && MailAddress.TryCreate(t, out var address) && address.Address == t
                ) ?? "";
        }
        Fault(name, "is missing");
        return "";
    }

    /// <summary>The value as text without the space around it; <c>null</c>, and a fault, where it is none that <paramref name="accepts"/>.</summary>
    public string? Text(string takes, int longest, Predicate<string>? accepts = null)
    {
        if (value.ValueKind == JsonValueKind.String)
        {
            var text = value.GetString()!.Trim();
            if (
                text.Length > 0
                && text.Length <= longest
                && !text.Contains('\0', StringComparison.Ordinal)
                && accepts?.Invoke(text) != false
            )
            {
                return text;
            }
        }
        Wrong(takes);
        return null;
    }

    public void Fault(string name, string what) => faults.Add($"{At(name)}: {what}");

    private bool Wrong(string takes)
    {
        var raw = value.GetRawText().ReplaceLineEndings(" ");
        var got = $"got {(raw.Length <= 80 ? raw : raw[..77] + "...")}, takes {takes}";
        faults.Add(at.Length == 0 ? got : $"{at}: {got}");
        return false;
    }

    private string At(string name) => at.Length == 0 ? name : $"{at}.{name}";
}
