using System.Text.Json;

namespace Advocacy.Content.Feeds;

internal sealed partial class JsonFeed
{
    private bool ReadItem()
    {
        _draft.Begin(json.Line);
        while (json.Read() && json.Type == JsonTokenType.PropertyName)
        {
            switch (json.Value)
            {
                case "id":
                    _draft.Id = ReadString();
                    break;
                case "url":
                    _draft.Link(0, Resolve(ReadString()));
                    break;
                case "external_url":
                    _draft.Link(1, Resolve(ReadString()));
                    break;
                case "title":
                    _draft.Title(0, TextLine.Of(ReadString(), html: false));
                    break;
                case "summary":
                    _draft.Summary(0, Escaped(ReadString()));
                    break;
                case "content_html":
                    _draft.Summary(1, ReadString());
                    break;
                case "content_text":
                    _draft.Summary(2, Escaped(ReadString()));
                    break;
                case "image":
                    _draft.Image(0, Resolve(ReadString()));
                    break;
                case "banner_image":
                    _draft.Image(1, Resolve(ReadString()));
                    break;
                case "date_published":
                    _draft.Published(0, ReadString(), json.Line);
                    break;
                case "date_modified":
                    _draft.Published(1, ReadString(), json.Line);
                    break;
                case "author":
                    _draft.Author(1, ReadAuthors());
                    break;
                case "authors":
                    _draft.Author(0, ReadAuthors());
                    break;
                case "tags":
                    ReadTags();
                    break;
                case "attachments":
                    ReadAttachments();
                    break;
                default:
                    _ = json.Read(wantsValue: false);
                    json.Skip();
                    break;
            }
        }

        _draft.Author(9, _author);
        return json.Type == JsonTokenType.EndObject && json.Broken is null;
    }

    /// <summary>What is plain text by its name is no markup, whatever it looks like.</summary>
    private static string? Escaped(string? text) => text is null ? null : PlainText.ToHtml(text);

    private string? Resolve(string? link) => FeedLinks.Resolve(link, _homePage ?? baseUri);

    /// <summary>A string, or a number as it is written; anything else is passed over, because it makes no sense there.</summary>
    private string? ReadString()
    {
        if (!json.Read())
        {
            return null;
        }

        json.Skip();
        if (json.Type is not (JsonTokenType.String or JsonTokenType.Number) || json.Value is not { Length: > 0 } value)
        {
            return null;
        }

        if (value.Length <= FeedLimits.FieldLength)
        {
            return value;
        }

        warnings.Add(json.Line, $"a value is longer than {FeedLimits.FieldLength} characters; the rest was left out");
        return value[..(FeedLimits.FieldLength - (char.IsHighSurrogate(value[FeedLimits.FieldLength - 1]) ? 1 : 0))];
    }

    /// <summary>One author or several; version 1.0 has an object, 1.1 an array of them, and some just write the name.</summary>
    private string? ReadAuthors()
    {
        string? names = null;
        var depth = 0;
        do
        {
            if (!json.Read())
            {
                break;
            }

            switch (json.Type)
            {
                case JsonTokenType.StartObject or JsonTokenType.StartArray:
                    depth++;
                    break;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    depth--;
                    break;
                case JsonTokenType.PropertyName when json.Value == "name":
                    names = Join(names, ReadString());
                    break;
                case JsonTokenType.PropertyName:
                    _ = ReadString();
                    break;
                case JsonTokenType.String:
                    names = Join(names, json.Value);
                    break;
            }
        } while (depth > 0);

        return names;
    }

    private static string? Join(string? names, string? name) =>
        TextLine.Of(name, html: false) is not { } plain || names?.Length > 1_000 ? names
        : names is null ? plain
        : $"{names}, {plain}";

    private void ReadTags()
    {
        if (!json.Read() || json.Type != JsonTokenType.StartArray)
        {
            json.Skip();
            return;
        }

        while (json.Read() && json.Type != JsonTokenType.EndArray)
        {
            _draft.Category(json.Type == JsonTokenType.String ? TextLine.Of(json.Value, html: false) : null);
            json.Skip();
        }
    }

    /// <summary>The first that is a picture.</summary>
    private void ReadAttachments()
    {
        if (!json.Read() || json.Type != JsonTokenType.StartArray)
        {
            json.Skip();
            return;
        }

        while (json.Read() && json.Type != JsonTokenType.EndArray)
        {
            if (json.Type != JsonTokenType.StartObject)
            {
                json.Skip();
                continue;
            }

            string? link = null;
            string? type = null;
            while (json.Read() && json.Type == JsonTokenType.PropertyName)
            {
                var name = json.Value;
                var value = ReadString();
                link = name == "url" ? Resolve(value) : link;
                type = name == "mime_type" ? value : type;
            }

            if (link is not null && type?.StartsWith("image/", StringComparison.OrdinalIgnoreCase) == true)
            {
                _draft.Image(2, link);
            }
        }
    }
}
