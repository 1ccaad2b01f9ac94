using Advocacy.Content.Feeds.Markup;

namespace Advocacy.Content.Feeds;

/// <summary>Reads RSS, RDF and Atom: finds the root, takes what is said of the feed, and has every entry read.</summary>
internal sealed class XmlFeed(MarkupReader reader, FieldText text, FeedWarnings warnings, Uri? baseUri)
{
    /// <summary>How far into a file the feed's root may lie behind what a broken page printed before it.</summary>
    private const int TokensBeforeRoot = 500;

    private readonly List<FeedEntry> _entries = [];
    private readonly EntryDraft _draft = new(warnings);
    private FeedFormat _format;
    private bool _isEntry;
    private string? _version;
    private string? _title;
    private string? _language;
    private string? _author;
    private Uri? _channelLink;

    public Feed Read()
    {
        if (TryRoot())
        {
            var root = reader.Depth;
            if (_isEntry)
            {
                ReadEntry();
            }
            else
            {
                while (Next(root)) { }
            }

            if (reader.Broken is { } cause)
            {
                SayBroken(cause);
            }
        }

        ResolveLate();
        return new Feed(_format, _version, _title, _language, _entries, warnings.All);
    }

    private bool TryRoot()
    {
        string? first = null;
        var hasText = false;
        for (var i = 0; i < TokensBeforeRoot && reader.Read(); i++)
        {
            if (reader.Kind != MarkupKind.Start)
            {
                hasText |= !reader.Raw.IsWhiteSpace();
                continue;
            }

            var name = reader.LocalName;
            first ??= name[..Math.Min(name.Length, 40)];
            _format = name switch
            {
                "rss" or "channel" => FeedFormat.Rss,
                "rdf" => FeedFormat.Rdf,
                "feed" => FeedFormat.Atom,
                "entry" when reader.Namespace == FeedNamespace.Atom => FeedFormat.Atom,
                _ => FeedFormat.Unknown,
            };
            if (_format != FeedFormat.Unknown)
            {
                _isEntry = name is "entry";
                _channelLink = reader.Attribute("href") is { } home ? FeedLinks.Combine(baseUri, home) : null;
                _version = FeedVersion();
                _language = reader.Attribute("lang")?.Replace('_', '-');
                return true;
            }

            if (name is "html" or "opml" or "urlset" or "sitemapindex")
            {
                break;
            }
        }

        warnings.AddLast(
            0,
            first switch
            {
                null when hasText => "this is no feed but plain text",
                null when reader.Broken is { } cause => $"this is no feed: {cause} before its first element",
                null => "this is no feed: it is empty",
                "html" => "this is no feed but an HTML page",
                "opml" => "this is no feed but an OPML list of feeds",
                _ => $"this is no feed: its root element is <{first}>",
            }
        );
        return false;
    }

    private string? FeedVersion()
    {
        var uri = reader.NamespaceUri;
        if (_format == FeedFormat.Rdf)
        {
            uri = reader.UriOf("") ?? "";
            return uri.Contains("/1.0", StringComparison.Ordinal) ? "1.0"
                : uri.Contains("/0.9", StringComparison.Ordinal) ? "0.90"
                : null;
        }

        return uri is not null && uri.Contains("2005/Atom", StringComparison.OrdinalIgnoreCase)
            ? "1.0"
            : reader.Attribute("version");
    }

    private bool Next(int root)
    {
        if (!reader.Read() || (reader.Kind == MarkupKind.End && reader.Depth == root))
        {
            return false;
        }

        if (reader.Kind != MarkupKind.Start)
        {
            return true;
        }

        var isCore = reader.Namespace is FeedNamespace.Core or FeedNamespace.Atom;
        switch (reader.LocalName)
        {
            case "item" or "entry" when isCore:
                return ReadEntry();
            case "title" when isCore:
                var title = _format == FeedFormat.Atom ? AtomFields.ReadTitle(reader, text) : TextLine.Of(text.Read());
                _title ??= title;
                break;
            case "language" when isCore || reader.Namespace == FeedNamespace.DublinCore:
                var language = TextLine.Of(text.Read());
                _language ??= language?.Replace('_', '-');
                break;
            case "link" when isCore:
                ReadLink();
                break;
            case "author" when isCore && _format == FeedFormat.Atom:
                var author = Person.Read(reader, text);
                _author ??= author;
                break;
            case "image" or "textinput" or "description" or "subtitle" or "tagline" or "owner":
                reader.Skip();
                break;
        }

        return true;
    }

    private bool ReadEntry()
    {
        if (_entries.Count == FeedLimits.Entries || _draft.TotalLength > FeedLimits.TotalLength)
        {
            warnings.AddLast(reader.Line, $"the feed is too long; its first {FeedWarnings.Read(_entries.Count)}");
            return false;
        }

        _draft.Begin(reader.Line);
        var element = new EntryElement(reader, text, _draft, warnings, Around());
        if (!element.Read(_format))
        {
            return false;
        }

        _draft.Author(9, _author);
        _entries.Add(_draft.ToEntry());
        return true;
    }

    /// <summary>Atom's links are relative to its document, RSS's to the site that it is of.</summary>
    private Uri? Around() => _format == FeedFormat.Atom ? baseUri ?? _channelLink : _channelLink ?? baseUri;

    private void ReadLink()
    {
        if (reader.Attribute("href") is { } href)
        {
            if (reader.Attribute("rel") is null or "alternate")
            {
                _channelLink ??= FeedLinks.Combine(reader.Base ?? baseUri, href);
            }

            return;
        }

        _channelLink ??= FeedLinks.Combine(reader.Base ?? baseUri, text.Read().ToString());
    }

    /// <summary>Entries may come before the link that theirs are relative to.</summary>
    private void ResolveLate()
    {
        var known = Around();
        for (var i = 0; i < _entries.Count && known is not null; i++)
        {
            if (_entries[i].Link is { } link && !FeedLinks.IsAbsolute(link))
            {
                _entries[i] = _entries[i] with { Link = FeedLinks.Resolve(link, known) };
            }
        }
    }

    private void SayBroken(string cause)
    {
        var inside = reader.Depth;
        for (var depth = 1; depth <= reader.Depth; depth++)
        {
            if (reader.NameAt(depth) is "item" or "entry")
            {
                inside = depth;
                break;
            }
        }

        var where = inside == 0 ? "" : $" inside <{reader.NameAt(inside)}>";
        warnings.AddLast(reader.EndLine, $"{cause}{where}; {FeedWarnings.Read(_entries.Count)}");
    }
}
