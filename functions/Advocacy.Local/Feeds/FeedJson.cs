using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Advocacy.Content;
using Advocacy.Content.Feeds;

namespace Advocacy.Local.Feeds;

/// <summary>
/// A feed as one line of JSON: <c>{"source","format","title","language","entries":[{"id","title","link","published","author",
/// "summary","image"}],"warnings":[{"line","message"}]}</c>. Every name is there; what the feed does not say is <c>null</c>.
/// Instants are ISO 8601 in UTC, to the second; a summary is plain text, so that nothing in it is markup.
/// </summary>
internal static class FeedJson
{
    private static readonly JsonWriterOptions s_options = new()
    {
        // Readable letters; line separators and control characters are escaped all the same, so a line is a line.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <returns>UTF-8, with its line feed.</returns>
    public static byte[] Line(string source, Feed feed)
    {
        var line = new ArrayBufferWriter<byte>(16 * 1024);
        using (var json = new Utf8JsonWriter(line, s_options))
        {
            json.WriteStartObject();
            json.WriteString("source", source);
            json.WriteString("format", Format(feed));
            json.WriteString("title", feed.Title);
            json.WriteString("language", feed.Language);
            json.WriteStartArray("entries");
            foreach (var entry in feed.Entries)
            {
                Write(json, entry);
            }
            json.WriteEndArray();
            json.WriteStartArray("warnings");
            foreach (var warning in feed.Warnings)
            {
                json.WriteStartObject();
                json.WriteNumber("line", warning.Line);
                json.WriteString("message", warning.Message);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return [.. line.WrittenSpan, (byte)'\n'];
    }

    /// <summary>The format's name and the version that the feed says: <c>RSS 2.0</c>, <c>Atom 1.0</c>, <c>JSON Feed 1.1</c>, <c>unknown</c>.</summary>
    public static string Format(Feed feed)
    {
        var name = feed.Format switch
        {
            FeedFormat.Rss or FeedFormat.Rdf => "RSS",
            FeedFormat.Atom => "Atom",
            FeedFormat.JsonFeed => "JSON Feed",
            _ => "unknown",
        };
        return feed.Version is { Length: > 0 } version ? $"{name} {PlainText.Cut(version, 10)}" : name;
    }

    /// <summary>The summary without its markup; <c>null</c> where nothing is left.</summary>
    public static string? Summary(FeedEntry entry) => PlainText.Of(entry.Summary) is { Length: > 0 } text ? text : null;

    public static string? Instant(DateTimeOffset? instant) =>
        instant?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static void Write(Utf8JsonWriter json, FeedEntry entry)
    {
        json.WriteStartObject();
        json.WriteString("id", entry.Id);
        json.WriteString("title", entry.Title);
        json.WriteString("link", entry.Link);
        json.WriteString("published", Instant(entry.Published));
        json.WriteString("author", entry.Author);
        json.WriteString("summary", Summary(entry));
        json.WriteString("image", entry.Image);
        json.WriteEndObject();
    }
}
