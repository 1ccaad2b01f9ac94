using System.Globalization;
using System.Text.Json;

namespace Advocacy.Content;

/// <summary>Collects what is wrong with a drop.</summary>
internal sealed class DropDefects
{
    /// <summary>A message of 48 KB could have thousands; nobody reads more.</summary>
    private const int Most = 25;

    private readonly List<string> _all = [];
    private int _more;

    public bool None => _all.Count == 0;

    public IReadOnlyList<string> All =>
        _more == 0 ? _all : [.. _all, string.Create(CultureInfo.InvariantCulture, $"And {_more} more defects.")];

    public void Add(FormattableString defect)
    {
        if (_all.Count == Most)
        {
            _more++;
            return;
        }
        var sentence = defect.ToString(CultureInfo.InvariantCulture);
        _all.Add(sentence.EndsWith('?') ? sentence : sentence + ".");
    }

    /// <summary>The text at a place; <c>null</c>, and a defect, where it is no text or too long.</summary>
    public string? Text(JsonElement element, string path, int longest)
    {
        if (element.ValueKind != JsonValueKind.String)
        {
            Add($"{path} is {Kind(element)}; it takes text");
            return null;
        }
        string text;
        try
        {
            text = element.GetString()!;
        }
        catch (InvalidOperationException)
        {
            Add($"{path} holds an escape that stands for no character (half a surrogate pair)");
            return null;
        }
        if (text.Length > longest && LengthOf(text) is var length && length > longest)
        {
            Add($"{path} has {length} characters; it takes at most {longest}");
            return null;
        }
        return text;
    }

    /// <summary>One of a few words at a place; <c>null</c>, and a defect, where it is none of them.</summary>
    public string? Choice(JsonElement element, string path, IReadOnlyList<string> words)
    {
        if (element.ValueKind != JsonValueKind.String)
        {
            Add($"{path} is {Kind(element)}; it takes {OneOf(words)}");
            return null;
        }
        if (Text(element, path, UrlCanonicalizer.Longest) is not { } text)
        {
            return null;
        }
        if (words.Contains(text, StringComparer.Ordinal))
        {
            return text;
        }
        Add($"{path} is \"{Shown(text)}\"; it takes {OneOf(words)}");
        return null;
    }

    private static string OneOf(IReadOnlyList<string> words) =>
        $"{string.Join(", ", words.SkipLast(1))} or {words[^1]}";

    /// <summary>In code points, as JSON Schema counts: an emoji that takes two UTF-16 units is one.</summary>
    private static int LengthOf(string text) => text.EnumerateRunes().Count();

    public static string Kind(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.String => "text",
            JsonValueKind.Number => "a number",
            JsonValueKind.True or JsonValueKind.False => "true or false",
            JsonValueKind.Array => "a list",
            JsonValueKind.Object => "an object",
            _ => "null",
        };

    /// <summary>For a message: on one line and not endless.</summary>
    public static string Shown(string text) => PlainText.Cut(PlainText.Of(PlainText.ToHtml(text)), 60);
}
