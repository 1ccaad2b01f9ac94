using System.Text.Json;

namespace Advocacy.Content.Feeds;

/// <summary>Reads JSON Feed 1.0 and 1.1.</summary>
internal sealed partial class JsonFeed(JsonTokens json, FeedWarnings warnings, Uri? baseUri)
{
    private readonly List<FeedEntry> _entries = [];
    private readonly EntryDraft _draft = new(warnings);
    private string? _version;
    private string? _title;
    private string? _language;
    private string? _author;
    private Uri? _homePage;
    private bool _isShareable;

    public Feed Read()
    {
        if (json.Read() && json.Type == JsonTokenType.StartObject)
        {
            while (json.Read() && json.Type == JsonTokenType.PropertyName && ReadProperty(json.Value)) { }
        }

        if (_version is null && !_isShareable)
        {
            var cause = json.Broken is { } broken ? $": {broken}" : ", but JSON that is no JSON Feed";
            warnings.AddLast(json.Broken is null ? 0 : json.Line, $"this is no feed{cause}");
            return new Feed(FeedFormat.Unknown, null, null, null, [], warnings.All);
        }

        if (json.Broken is { } end)
        {
            warnings.AddLast(json.Line, $"{end}; {FeedWarnings.Read(_entries.Count)}");
        }

        return new Feed(FeedFormat.JsonFeed, _version, _title, _language, _entries, warnings.All);
    }

    private bool ReadProperty(string? name)
    {
        switch (name)
        {
            case "version":
                var version = ReadString() ?? "";
                var at = version.IndexOf("jsonfeed.org/version/", StringComparison.OrdinalIgnoreCase);
                _version = at < 0 ? _version : version[(version.LastIndexOf('/') + 1)..];
                return true;
            case "title":
                _title = TextLine.Of(ReadString(), html: false);
                return true;
            case "language":
                _language = TextLine.Of(ReadString());
                return true;
            case "home_page_url":
                _homePage = FeedLinks.Combine(baseUri, ReadString() ?? "");
                return true;
            case "author":
            case "authors":
                _author ??= ReadAuthors();
                return true;
            case "items":
                return ReadItems();
            default:
                _ = json.Read(wantsValue: false);
                json.Skip();
                return true;
        }
    }

    private bool ReadItems()
    {
        if (!json.Read() || json.Type != JsonTokenType.StartArray)
        {
            json.Skip();
            return true;
        }

        while (json.Read() && json.Type != JsonTokenType.EndArray)
        {
            if (json.Type != JsonTokenType.StartObject)
            {
                warnings.Add(json.Line, "an item is no object; it was passed over");
                json.Skip();
                continue;
            }

            if (_entries.Count == FeedLimits.Entries || _draft.TotalLength > FeedLimits.TotalLength)
            {
                warnings.AddLast(json.Line, $"the feed is too long; its first {FeedWarnings.Read(_entries.Count)}");
                return false;
            }

            if (ReadItem())
            {
                _isShareable |= _draft.IsShareable;
                _entries.Add(_draft.ToEntry());
            }
        }

        return true;
    }
}
