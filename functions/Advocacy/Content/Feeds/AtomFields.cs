using System.Text;
using Advocacy.Content.Feeds.Markup;

namespace Advocacy.Content.Feeds;

/// <summary>The children of an Atom entry, 0.3 and 1.0.</summary>
internal static class AtomFields
{
    public static void Read(in EntryElement entry)
    {
        var (reader, draft) = (entry.Reader, entry.Draft);
        switch (reader.LocalName)
        {
            case "id":
                ReadId(entry);
                break;
            case "title":
                draft.Title(0, ReadTitle(reader, entry.Text));
                break;
            case "link":
                ReadLink(entry);
                break;
            case "published":
                entry.ReadDate(0);
                break;
            case "issued":
                entry.ReadDate(1);
                break;
            case "created":
                entry.ReadDate(2);
                break;
            case "updated":
            case "modified":
                entry.ReadDate(4);
                break;
            case "summary":
                ReadContent(entry, 0);
                break;
            case "content":
                ReadContent(entry, 2);
                break;
            case "author":
                draft.Author(0, Person.Read(reader, entry.Text));
                break;
            case "category":
                var category = reader.Attribute("label") ?? reader.Attribute("term");
                draft.Category(TextLine.Of(category ?? entry.Text.Read()));
                break;
            default:
                reader.Skip();
                break;
        }
    }

    /// <summary>An id need not lead anywhere; but where an entry has no link, one that looks like a link is meant as one.</summary>
    private static void ReadId(in EntryElement entry)
    {
        var id = entry.Text.Read();
        if (id.IsEmpty)
        {
            return;
        }

        entry.Draft.Id ??= entry.Identify(id);
        if (FeedLinks.IsWeb(id))
        {
            entry.Draft.Link(8, entry.Draft.Id);
        }
    }

    private static void ReadLink(in EntryElement entry)
    {
        var (reader, draft) = (entry.Reader, entry.Draft);
        var rel = reader.Attribute("rel") ?? "alternate";
        var type = reader.Attribute("type");
        rel = rel[(rel.LastIndexOf('/') + 1)..].ToLowerInvariant();
        if (rel is "alternate" && reader.Attribute("href") is { } href)
        {
            var isPage = type is null || type.Contains("html", StringComparison.OrdinalIgnoreCase);
            draft.Link(isPage ? 0 : 1, entry.Resolve(href));
        }
        else if (rel is "enclosure")
        {
            SharedFields.Enclosure(entry, "href");
        }

        // Read, not skipped: where someone put the address between the tags as in RSS, it counts.
        var between = entry.Text.Read();
        if (rel is "alternate" && FeedLinks.IsWeb(between))
        {
            draft.Link(2, entry.Resolve(between));
        }
    }

    /// <summary>Of an entry or a feed.</summary>
    public static string? ReadTitle(MarkupReader reader, FieldText text)
    {
        var how = HowWritten(reader);
        var title = text.Read(how == Writing.Markup);
        return how == Writing.Base64
            ? TextLine.Of(FromBase64(title))
            : TextLine.Of(title, html: how != Writing.Text || TextLine.LooksLikeHtml(title));
    }

    private static void ReadContent(in EntryElement entry, int rank)
    {
        var how = HowWritten(entry.Reader);
        if (how == Writing.Foreign || !entry.Draft.WantsSummary(rank))
        {
            entry.Reader.Skip();
            return;
        }

        var content = entry.Text.Read(how == Writing.Markup);
        if (how == Writing.Base64)
        {
            content = FromBase64(content);
        }
        else if (how == Writing.Text && content.ContainsAny('<', '&') && !TextLine.LooksLikeHtml(content))
        {
            content = PlainText.ToHtml(content.ToString());
        }

        entry.Draft.Summary(rank, content);
    }

    private enum Writing
    {
        Text,
        Html,
        Markup,
        Base64,

        /// <summary>A picture, say, or a file elsewhere.</summary>
        Foreign,
    }

    /// <summary>Atom 1.0 says it by type alone, Atom 0.3 by media type and mode (xml unless it says otherwise).</summary>
    private static Writing HowWritten(MarkupReader reader)
    {
        var type = reader.Attribute("type")?.ToLowerInvariant() ?? "";
        var isHtml = type is "html" or "text/html";
        switch (reader.Attribute("mode")?.ToLowerInvariant())
        {
            case "escaped":
                return isHtml ? Writing.Html : Writing.Text;
            case "base64":
                return Writing.Base64;
            case "xml":
                return Writing.Markup;
        }

        if (type is "application/octet-stream")
        {
            return Writing.Base64;
        }

        if (type is "xhtml" or "text/xml" or "application/xml" or "application/xhtml+xml")
        {
            return Writing.Markup;
        }

        return isHtml ? Writing.Html
            : type is "" or "text" || type.StartsWith("text/", StringComparison.Ordinal) ? Writing.Text
            : Writing.Foreign;
    }

    private static string FromBase64(ReadOnlySpan<char> text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64Chars(text, bytes, out var count) ? Encoding.UTF8.GetString(bytes, 0, count) : "";
    }
}
