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
        if (text.Length > longest)
        {
            Add($"{path} has {text.Length} characters; it takes at most {longest}");
            return null;
        }
        return text;
    }

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
