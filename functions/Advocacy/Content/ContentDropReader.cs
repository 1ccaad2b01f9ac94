using System.Text.Json;

namespace Advocacy.Content;

/// <param name="Drop">What was dropped; <c>null</c> where there is any defect.</param>
/// <param name="Defects">All of them, one sentence each, naming the place.</param>
public sealed record ContentDropResult(ContentDrop? Drop, IReadOnlyList<string> Defects);

/// <summary>
/// Reads a message of the <c>content</c> queue. By hand and strictly: whoever writes drops is told everything that is wrong at
/// once, with its place, and a misspelt field is never silently passed over.
/// </summary>
public static class ContentDropReader
{
    internal const int LongestTitle = 300;
    internal const int LongestSummary = 20_000;
    private const int LongestText = 3_000;
    private const int MostTopics = 10;
    private const int LongestTopic = 50;
    private const int MostTexts = 20;
    private const int LongestName = 255;

    private static readonly string[] s_fields =
    [
        "version",
        "url",
        "title",
        "summary",
        "image",
        "topics",
        "language",
        "shareTexts",
        "publishedAt",
        "expiresAt",
        "commercial",
        "sourceId",
    ];

    private static readonly string[] s_textFields = ["text", "language", "channel"];

    /// <summary>Never throws: the defects say what is wrong.</summary>
    /// <param name="message">JSON, or base64 of JSON in UTF-8.</param>
    public static ContentDropResult Read(string message)
    {
        ArgumentNullException.ThrowIfNull(message);
        var defects = new DropDefects();
        using var json = DropJson.Parse(message, defects);
        if (json is null)
        {
            return new ContentDropResult(null, defects.All);
        }
        var root = new DropObject(json.RootElement, "", s_fields, defects);
        var drop = root.IsObject ? Drop(root) : null;
        return new ContentDropResult(defects.None ? drop : null, defects.All);
    }

    private static ContentDrop Drop(DropObject root)
    {
        root.One("version", 1);
        return new ContentDrop
        {
            Url = root.Url("url", required: true) ?? "",
            Title = root.Words("title", LongestTitle, required: false),
            Summary = root.Text("summary", LongestSummary),
            Image = root.Url("image", required: false),
            Topics = root.List("topics", MostTopics, "texts", Topic),
            Language = root.Language("language"),
            ShareTexts = root.List("shareTexts", MostTexts, "objects", ShareText),
            PublishedAt = root.Instant("publishedAt"),
            ExpiresAt = root.Instant("expiresAt"),
            Commercial = root.Flag("commercial"),
            SourceId = root.Text("sourceId", LongestName),
        };
    }

    private static string Topic(JsonElement element, string path, DropDefects defects)
    {
        var topic = defects.Text(element, path, LongestTopic);
        if (topic is not null && string.IsNullOrWhiteSpace(topic))
        {
            defects.Add($"{path} is empty");
        }
        return topic ?? "";
    }

    private static DroppedText ShareText(JsonElement element, string path, DropDefects defects)
    {
        var text = new DropObject(element, path, s_textFields, defects);
        return !text.IsObject
            ? new DroppedText("")
            : new DroppedText(
                text.Words("text", LongestText) ?? "",
                text.Language("language"),
                text.Text("channel", LongestTopic)
            );
    }
}
