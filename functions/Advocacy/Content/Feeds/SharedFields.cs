using System.Globalization;
using Advocacy.Content.Feeds.Markup;

namespace Advocacy.Content.Feeds;

/// <summary>The vocabularies that any entry may use: content, Dublin Core, Media RSS, podcasts.</summary>
internal static class SharedFields
{
    public static void Read(in EntryElement entry)
    {
        var reader = entry.Reader;
        switch (reader.Namespace)
        {
            case FeedNamespace.Content when reader.LocalName is "encoded":
                entry.ReadSummary(2);
                break;
            case FeedNamespace.Xhtml when reader.LocalName is "body" or "div":
                entry.ReadSummary(3);
                break;
            case FeedNamespace.DublinCore:
                DublinCore(entry);
                break;
            case FeedNamespace.Itunes:
                Podcast(entry);
                break;
            case FeedNamespace.Media:
                Media(entry);
                break;
            case FeedNamespace.FeedBurner when reader.LocalName is "origlink":
                entry.Draft.Link(4, entry.Resolve(entry.Text.Read()));
                break;
            default:
                reader.Skip();
                break;
        }
    }

    private static void DublinCore(in EntryElement entry)
    {
        switch (entry.Reader.LocalName)
        {
            case "title":
                entry.Draft.Title(1, entry.ReadPlain());
                break;
            case "creator" or "author":
                entry.Draft.Author(0, Person.NameOf(Person.Read(entry.Reader, entry.Text)));
                break;
            case "issued" or "created" or "available":
                entry.ReadDate(2);
                break;
            case "date":
                entry.ReadDate(3);
                break;
            case "modified":
                entry.ReadDate(5);
                break;
            case "subject":
                entry.Draft.Category(entry.ReadShared());
                break;
            case "description" or "abstract":
                entry.ReadSummary(1);
                break;
            default:
                entry.Reader.Skip();
                break;
        }
    }

    private static void Podcast(in EntryElement entry)
    {
        switch (entry.Reader.LocalName)
        {
            case "title":
                entry.Draft.Title(2, entry.ReadPlain());
                break;
            case "author":
                entry.Draft.Author(2, entry.ReadPlain());
                break;
            case "summary":
                entry.ReadSummary(4);
                break;
            case "subtitle":
                entry.ReadSummary(6);
                break;
            case "image":
                ReadImage(entry);
                break;
            default:
                entry.Reader.Skip();
                break;
        }
    }

    private static void Media(in EntryElement entry)
    {
        switch (entry.Reader.LocalName)
        {
            // Descended into: what they hold comes as if it stood in the entry.
            case "group":
                break;
            case "content":
                MediaContent(entry);
                break;
            case "thumbnail":
                entry.Draft.Image(1, Address(entry, "url"), Width(entry.Reader));
                break;
            case "title":
                entry.Draft.Title(3, entry.ReadPlain());
                break;
            case "description":
                entry.ReadSummary(5);
                break;
            default:
                entry.Reader.Skip();
                break;
        }
    }

    /// <summary>An enclosure that is a picture.</summary>
    public static void Enclosure(in EntryElement entry, string attribute)
    {
        var type = entry.Reader.RawAttribute("type");
        if (Address(entry, attribute) is { } link && IsPicture(type, link))
        {
            entry.Draft.Image(2, link);
        }
    }

    /// <summary>An image element: an attribute, a url inside, or just text.</summary>
    public static void ReadImage(in EntryElement entry)
    {
        var reader = entry.Reader;
        var found = Address(entry, "href") ?? Address(entry, "url") ?? Address(entry, "resource");
        var depth = reader.Depth;
        while (reader.Read() && (reader.Kind != MarkupKind.End || reader.Depth != depth))
        {
            if (reader.Kind == MarkupKind.Start && reader.LocalName is "item" or "entry")
            {
                reader.StartAgainAt(depth);
                break;
            }

            if (reader.Kind == MarkupKind.Start && reader.LocalName is "url")
            {
                found ??= entry.Resolve(entry.Text.Read());
            }
            else if (reader.Kind is MarkupKind.Text or MarkupKind.Literal && FeedLinks.IsWeb(reader.Raw.Trim()))
            {
                found ??= entry.Resolve(MarkupText.Decode(reader.Raw));
            }
        }

        entry.Draft.Image(3, found);
    }

    private static void MediaContent(in EntryElement entry)
    {
        var (url, width) = (default(string), 0);
        ReadOnlySpan<char> type = default;
        ReadOnlySpan<char> medium = default;
        var attributes = entry.Reader.Attributes;
        while (attributes.Next())
        {
            switch (attributes.Name)
            {
                case "url":
                    url = attributes.Raw.Contains('&')
                        ? entry.Resolve(attributes.Value)
                        : entry.Resolve(attributes.Raw);
                    break;
                case "type":
                    type = attributes.Raw.Trim();
                    break;
                case "medium":
                    medium = attributes.Raw.Trim();
                    break;
                case "width":
                    _ = int.TryParse(attributes.Raw, NumberStyles.None, CultureInfo.InvariantCulture, out width);
                    break;
            }
        }

        if (url is not null && (medium.IsEmpty ? IsPicture(type, url) : medium is "image"))
        {
            entry.Draft.Image(0, url, width);
        }
    }

    private static string? Address(in EntryElement entry, string attribute) =>
        entry.Reader.Attribute(attribute) is { } address ? entry.Resolve(address) : null;

    private static bool IsPicture(ReadOnlySpan<char> type, string link) =>
        type.IsEmpty ? FeedLinks.IsPicture(link) : type.StartsWith("image/", StringComparison.OrdinalIgnoreCase);

    private static int Width(MarkupReader reader) =>
        int.TryParse(reader.RawAttribute("width"), NumberStyles.None, CultureInfo.InvariantCulture, out var width)
            ? width
            : 0;
}
