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

        while (reader.Read())
        {
            if (reader.Kind == MarkupKind.End && reader.Depth == depth)
            {
                return true;
            }

            if (reader.Kind != MarkupKind.Start)
            {
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

    public string? ReadPlain() => PlainText.Of(text.Read());

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
