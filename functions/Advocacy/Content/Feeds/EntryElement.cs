using Advocacy.Content.Feeds.Markup;

namespace Advocacy.Content.Feeds;

/// <summary>Reads one item or entry element; each child by the vocabulary it is from, whichever format the feed has.</summary>
internal readonly struct EntryElement(
    MarkupReader reader,
    FieldText text,
    EntryDraft draft,
    FeedWarnings warnings,
    Uri? around
)
{
    public MarkupReader Reader => reader;

    public FieldText Text => text;

    public EntryDraft Draft => draft;

    /// <returns><c>false</c> where the file ends before the entry does: half an entry is not used.</returns>
    public bool Read(FeedFormat format)
    {
        var depth = reader.Depth;
        draft.Id = format == FeedFormat.Rdf ? reader.Attribute("about") : null;
        if (draft.Id is { } about && FeedLinks.IsWeb(about))
        {
            draft.Link(8, about);
        }

        // Channel Definition Format, RSS's forerunner, has them here.
        if (format == FeedFormat.Rss && reader.Attribute("href") is { } href)
        {
            draft.Link(8, Resolve(href));
            draft.Published(5, reader.RawAttribute("lastmod"), draft.Line);
        }

        while (reader.ReadTag())
        {
            if (reader.Kind == MarkupKind.End)
            {
                if (reader.Depth == depth)
                {
                    return true;
                }

                continue;
            }

            if (reader.LocalName is "item" or "entry" && reader.Namespace is FeedNamespace.Core or FeedNamespace.Atom)
            {
                warnings.Add(draft.Line, $"<{reader.NameAt(depth)}> is not closed before the next one");
                reader.StartAgainAt(depth);
                return true;
            }

            switch (reader.Namespace)
            {
                case FeedNamespace.Atom:
                case FeedNamespace.Core when format == FeedFormat.Atom:
                    AtomFields.Read(this);
                    break;
                case FeedNamespace.Core:
                    RssFields.Read(this);
                    break;
                default:
                    SharedFields.Read(this);
                    break;
            }
        }

        return false;
    }

    /// <summary>Absolute by xml:base, else by what the whole feed's links are relative to.</summary>
    public string? Resolve(ReadOnlySpan<char> link) =>
        FeedLinks.Resolve(link, FeedLinks.IsWeb(link.Trim()) ? null : reader.Base ?? around);

    /// <summary>An id as it stands; one that is relative, against its standard, is made one of a kind by xml:base.</summary>
    public string Identify(ReadOnlySpan<char> id) =>
        reader.Base is { } declared && !FeedLinks.IsAbsolute(id) && !id.Contains(' ')
            ? FeedLinks.Resolve(id, declared)!
            : id.ToString();

    public string? ReadPlain() => text.ReadLine();

    /// <summary>The same for texts that many entries share.</summary>
    public string? ReadShared() => text.ReadLine(isShared: true);

    public void ReadDate(int rank)
    {
        var line = reader.Line;
        draft.Published(rank, text.Read(), line);
    }

    public void ReadSummary(int rank)
    {
        if (draft.WantsSummary(rank))
        {
            draft.Summary(rank, text.Read());
        }
        else
        {
            reader.Skip();
        }
    }
}
