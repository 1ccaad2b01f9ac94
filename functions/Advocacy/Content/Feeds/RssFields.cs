namespace Advocacy.Content.Feeds;

/// <summary>The children of an RSS item, in all versions from 0.90 to 2.0.</summary>
internal static class RssFields
{
    public static void Read(in EntryElement item)
    {
        var (reader, draft) = (item.Reader, item.Draft);
        switch (reader.LocalName)
        {
            case "title":
                draft.Title(0, item.ReadPlain());
                break;
            case "link":
                // Some write Atom's link without its namespace.
                var href = reader.Attribute("href");
                var rel = reader.Attribute("rel");
                draft.Link(rel is null or "alternate" ? 0 : 9, item.Resolve(item.Text.Read()) ?? item.Resolve(href));
                break;
            case "guid":
            case "id":
                ReadGuid(item);
                break;
            case "pubdate":
            case "published":
                item.ReadDate(0);
                break;
            case "date":
            case "created":
            case "issued":
                item.ReadDate(2);
                break;
            case "updated":
            case "modified":
                item.ReadDate(4);
                break;
            case "description":
            case "summary":
                item.ReadSummary(0);
                break;
            case "content":
            case "fullitem":
            case "body":
                item.ReadSummary(2);
                break;
            case "abstract":
                item.ReadSummary(3);
                break;
            case "author":
                draft.Author(1, Person.NameOf(Person.Read(reader, item.Text)));
                break;
            case "category":
                draft.Category(item.ReadShared());
                break;
            case "enclosure":
                SharedFields.Enclosure(item, "url");
                break;
            case "image":
                SharedFields.ReadImage(item);
                break;
            default:
                reader.Skip();
                break;
        }
    }

    /// <summary>A guid is a link unless it says that it is none.</summary>
    private static void ReadGuid(in EntryElement item)
    {
        var isLink = !item.Reader.RawAttribute("isPermaLink").Equals("false", StringComparison.OrdinalIgnoreCase);
        var id = item.Text.Read();
        if (id.IsEmpty)
        {
            return;
        }

        item.Draft.Id ??= isLink ? item.Identify(id) : id.ToString();
        if (isLink && FeedLinks.IsWeb(id))
        {
            item.Draft.Link(5, item.Resolve(id));
        }
    }
}
