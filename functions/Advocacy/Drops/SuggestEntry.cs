using System.Text.Json.Nodes;
using Advocacy.Content;
using Microsoft.AspNetCore.Http;

namespace Advocacy.Drops;

/// <summary>What an employee entered on the suggestion page, right or wrong.</summary>
/// <param name="Url">The page.</param>
/// <param name="Title">Where the page itself does not say one.</param>
/// <param name="Text">Their own words for it; may be empty.</param>
/// <param name="ShowName">True where the comms team may see who suggested it.</param>
public sealed record SuggestEntry(string Url = "", string Title = "", string Text = "", bool ShowName = false)
{
    public static SuggestEntry Of(IFormCollection form)
    {
        ArgumentNullException.ThrowIfNull(form);
        return new SuggestEntry(
            form["url"].ToString().Trim(),
            form["title"].ToString().Trim(),
            form["text"].ToString().ReplaceLineEndings("\n").Trim(),
            form["name"].Count > 0
        );
    }

    /// <summary>The drop as JSON. Who suggests it does not stand in it.</summary>
    public string ToJson(string dropId)
    {
        var json = new JsonObject
        {
            ["version"] = 1,
            ["id"] = dropId,
            ["url"] = Url,
        };
        if (Title.Length > 0)
        {
            json["title"] = PlainText.ToHtml(Title);
        }
        if (Text.Length > 0)
        {
            json["shareTexts"] = new JsonArray(new JsonObject { ["text"] = Text });
        }
        return json.ToJsonString(DropJson.Writing);
    }
}
