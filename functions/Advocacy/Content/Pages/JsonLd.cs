using System.Text.Json;
using AngleSharp.Html.Dom;

namespace Advocacy.Content.Pages;

/// <summary>
/// The schema.org fields of a page's JSON-LD that describe the page: those of the first article, video, job or other work in it, else of the
/// page itself. Within limits, because it is a stranger's.
/// </summary>
internal sealed class JsonLd
{
    private const int MostScripts = 10;
    private const int LongestScript = 256 * 1_024;
    private const int MostObjects = 200;
    private const int Depth = 32;

    private static readonly JsonDocumentOptions s_lenient = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
        MaxDepth = Depth,
    };

    private static readonly string[] s_pages = ["WebPage", "ItemPage", "AboutPage", "CollectionPage"];

    private readonly List<JsonElement> _works = [];
    private readonly List<JsonElement> _pages = [];
    private int _seen;

    public static JsonLd Of(IHtmlDocument document)
    {
        var found = new JsonLd();
        foreach (var script in document.QuerySelectorAll("script[type='application/ld+json' i]").Take(MostScripts))
        {
            if (script.TextContent is { Length: <= LongestScript } text)
            {
                found.Read(text);
            }
        }
        return found;
    }

    /// <summary>The first of these fields that a work, else the page, has: its text, or its <c>name</c>, <c>url</c> or <c>@value</c>.</summary>
    public string? Text(params ReadOnlySpan<string> fields)
    {
        foreach (var one in (IEnumerable<JsonElement>)[.. _works, .. _pages])
        {
            foreach (var field in fields)
            {
                if (one.TryGetProperty(field, out var value) && Words(value, field == "image") is { } words)
                {
                    return words;
                }
            }
        }
        return null;
    }

    private void Read(string json)
    {
        try
        {
            using var parsed = JsonDocument.Parse(json, s_lenient);
            Collect(parsed.RootElement.Clone());
        }
        catch (JsonException)
        {
            // Half of all hand-written ones have a slip in them; the other sources of the page remain.
        }
    }

    private void Collect(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray())
            {
                Collect(item);
            }
        }
        else if (element.ValueKind == JsonValueKind.Object && _seen++ < MostObjects)
        {
            if (element.TryGetProperty("@graph", out var graph))
            {
                Collect(graph);
            }
            var type = element.TryGetProperty("@type", out var named) ? Words(named, isImage: false) ?? "" : "";
            if (s_pages.Contains(type, StringComparer.Ordinal))
            {
                _pages.Add(element);
            }
            else if (element.TryGetProperty("headline", out _) || IsWork(type))
            {
                _works.Add(element);
            }
        }
    }

    private static bool IsWork(string type) =>
        type.EndsWith("Article", StringComparison.Ordinal)
        || type.EndsWith("Posting", StringComparison.Ordinal)
        || type is "VideoObject" or "PodcastEpisode" or "Event" or "Report" or "Course" or "Product";

    private static string? Words(JsonElement value, bool isImage) =>
        value.ValueKind switch
        {
            JsonValueKind.String => TextOf(value),
            JsonValueKind.Array => value
                .EnumerateArray()
                .Select(item => Words(item, isImage))
                .FirstOrDefault(words => words is not null),
            JsonValueKind.Object => (isImage ? ["url", "contentUrl", "@id"] : (string[])["name", "@value"])
                .Select(name => value.TryGetProperty(name, out var inner) ? TextOf(inner) : null)
                .FirstOrDefault(words => words is not null),
            _ => null,
        };

    private static string? TextOf(JsonElement value)
    {
        try
        {
            return value.ValueKind == JsonValueKind.String && value.GetString() is { } text && text.Trim().Length > 0
                ? text.Trim()
                : null;
        }
        catch (InvalidOperationException)
        {
            return null; // Half a surrogate pair.
        }
    }
}
