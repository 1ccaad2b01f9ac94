using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Advocacy.People;

namespace Advocacy.Content;

/// <summary>One JSON object of a drop: its fields, each asked for by name and kind. Everything wrong goes to the defects.</summary>
internal sealed partial class DropObject
{
    private readonly Dictionary<string, JsonElement> _fields = [];
    private readonly string _path;
    private readonly DropDefects _defects;

    /// <param name="element">Should be an object.</param>
    /// <param name="path">Its JSON pointer; empty for the whole.</param>
    /// <param name="known">The fields it may have.</param>
    /// <param name="defects">Gets a wrong kind, unknown fields and fields that stand twice.</param>
    public DropObject(JsonElement element, string path, string[] known, DropDefects defects)
    {
        (_path, _defects) = (path, defects);
        IsObject = element.ValueKind == JsonValueKind.Object;
        if (!IsObject)
        {
            defects.Add($"{(path.Length == 0 ? "The drop" : path)} is {DropDefects.Kind(element)}; it takes an object");
            return;
        }
        foreach (var property in element.EnumerateObject())
        {
            if (Name(property) is not { } name)
            {
                defects.Add($"{path}/ has a field whose name holds an escape that stands for no character");
            }
            else if (!known.Contains(name))
            {
                var meant = FieldNames.Closest(name, known);
                var hint = meant is null ? "; take it out" : $"; did you mean \"{meant}\"?";
                defects.Add($"{path}/{DropDefects.Shown(name)} is no field of a drop{hint}");
            }
            else if (!_fields.TryAdd(name, property.Value))
            {
                defects.Add($"{path}/{name} stands there twice; take one of them out");
            }
        }
    }

    public bool IsObject { get; }

    public string? Text(string field, int longest) =>
        Value(field) is { } element ? _defects.Text(element, Path(field), longest) : null;

    /// <summary>Text in which something is left when tags are gone.</summary>
    public string? Words(string field, int longest, bool required)
    {
        if (required && !Required(field, $"1 to {longest} characters"))
        {
            return null;
        }
        var text = Text(field, longest);
        if (text is not null && PlainText.Of(text).Length == 0)
        {
            _defects.Add($"{Path(field)} is empty; it takes 1 to {longest} characters");
        }
        return text;
    }

    public string? Url(string field, bool required)
    {
        if (required && !Required(field, "an absolute http or https URL"))
        {
            return null;
        }
        var url = Text(field, UrlCanonicalizer.Longest);
        if (url is not null && UrlCanonicalizer.Canonical(url) is null)
        {
            _defects.Add(
                $"{Path(field)} is \"{DropDefects.Shown(url)}\"; it takes an absolute http or https URL without a user name"
            );
        }
        return url;
    }

    public string? Language(string field)
    {
        if (Text(field, UrlCanonicalizer.Longest) is not { } language)
        {
            return null;
        }
        if (language.Length == 2 && language.All(char.IsAsciiLetter))
        {
            return language.ToLowerInvariant();
        }
        _defects.Add($"{Path(field)} is \"{DropDefects.Shown(language)}\"; it takes two letters such as da or en");
        return null;
    }

    public DateTimeOffset? Instant(string field)
    {
        if (Text(field, UrlCanonicalizer.Longest) is not { } text)
        {
            return null;
        }
        // Without an offset it would mean another instant on each machine.
        if (
            InstantShape().IsMatch(text)
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant)
        )
        {
            return instant;
        }
        _defects.Add(
            $"{Path(field)} is \"{DropDefects.Shown(text)}\"; it takes a date, time and offset such as 2026-11-23T09:00:00+01:00"
        );
        return null;
    }

    public bool Flag(string field)
    {
        if (Value(field) is not { } element)
        {
            return false;
        }
        if (element.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
        {
            _defects.Add($"{Path(field)} is {DropDefects.Kind(element)}; it takes true or false");
        }
        return element.ValueKind == JsonValueKind.True;
    }

    /// <summary>A whole number within limits.</summary>
    public int? Number(string field, int least, int most)
    {
        if (Value(field) is not { } element)
        {
            return null;
        }
        var takes = string.Create(CultureInfo.InvariantCulture, $"it takes a whole number from {least} to {most}");
        if (element.ValueKind != JsonValueKind.Number)
        {
            _defects.Add($"{Path(field)} is {DropDefects.Kind(element)}; {takes}");
            return null;
        }
        // 3.0 is 3, as JSON Schema has it.
        if (
            element.TryGetDecimal(out var number)
            && number == decimal.Truncate(number)
            && number >= least
            && number <= most
        )
        {
            return (int)number;
        }
        _defects.Add($"{Path(field)} is {DropDefects.Shown(element.GetRawText())}; {takes}");
        return null;
    }

    /// <summary>One of a few words.</summary>
    public string? Choice(string field, IReadOnlyList<string> words) =>
        Value(field) is { } element ? _defects.Choice(element, Path(field), words) : null;

    /// <summary>An id of whoever drops.</summary>
    public string? Id(string field)
    {
        if (Text(field, UrlCanonicalizer.Longest) is not { } id)
        {
            return null;
        }
        if (IdShape().IsMatch(id))
        {
            return id;
        }
        _defects.Add(
            $"{Path(field)} is \"{DropDefects.Shown(id)}\"; it takes 1 to 100 of the letters A to Z, digits and . _ : -"
        );
        return null;
    }

    /// <summary>A bare mail address.</summary>
    public string? Address(string field)
    {
        if (Text(field, UrlCanonicalizer.Longest) is not { } text)
        {
            return null;
        }
        if (WorkAddress.TryParse(text, out var address, out var problem))
        {
            return address;
        }
        _defects.Add($"{Path(field)} {problem}; it takes a mail address such as name@company.dk");
        return null;
    }

    /// <summary>A number that may be left out and has one value only.</summary>
    public void One(string field, int only)
    {
        if (Value(field) is not { } element)
        {
            return;
        }
        if (element.ValueKind != JsonValueKind.Number)
        {
            _defects.Add($"{Path(field)} is {DropDefects.Kind(element)}; it takes the number {only}");
        }
        else if (!element.TryGetInt32(out var number) || number != only)
        {
            _defects.Add($"{Path(field)} is {DropDefects.Shown(element.GetRawText())}; it takes {only}");
        }
    }

    public IReadOnlyList<T>? List<T>(string field, int most, string of, Func<JsonElement, string, DropDefects, T> item)
    {
        if (Value(field) is not { } element)
        {
            return null;
        }
        if (element.ValueKind != JsonValueKind.Array)
        {
            _defects.Add($"{Path(field)} is {DropDefects.Kind(element)}; it takes a list of {of}");
            return null;
        }
        var count = element.GetArrayLength();
        if (count > most)
        {
            _defects.Add($"{Path(field)} has {count} items; it takes at most {most}");
            return null;
        }
        return [.. element.EnumerateArray().Select((one, index) => item(one, $"{Path(field)}/{index}", _defects))];
    }

    private bool Required(string field, string takes)
    {
        // A field that is null is as good as left out.
        if (Value(field) is not null)
        {
            return true;
        }
        _defects.Add($"{Path(field)} is missing; it takes {takes}");
        return false;
    }

    /// <summary>The fields that are there; one that is null is as good as left out.</summary>
    public IEnumerable<string> Fields => _fields.Keys.Where(name => Value(name) is not null);

    private JsonElement? Value(string field) =>
        _fields.TryGetValue(field, out var element) && element.ValueKind != JsonValueKind.Null ? element : null;

    private string Path(string field) => $"{_path}/{field}";

    private static string? Name(JsonProperty property)
    {
        try
        {
            return property.Name;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    [GeneratedRegex(
        @"^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d(:\d\d(\.\d{1,9})?)?([Zz]|[+-]\d\d:\d\d)\z",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex InstantShape();

    [GeneratedRegex(@"^[A-Za-z0-9._:-]{1,100}\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex IdShape();
}
