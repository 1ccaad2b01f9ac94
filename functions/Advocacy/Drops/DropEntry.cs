using System.Globalization;
using System.Text.Json.Nodes;
using Advocacy.Content;
using Microsoft.AspNetCore.Http;

namespace Advocacy.Drops;

/// <summary>One text as it was entered, with the channel and language that it is for; empty for any.</summary>
public sealed record TextEntry(string Channel, string Language, string Text);

/// <summary>What somebody entered on the drop page, right or wrong.</summary>
public sealed record DropEntry
{
    /// <summary>Rows for texts that the page shows at least.</summary>
    public const int FewestTexts = 3;

    public string Url { get; init; } = "";

    /// <summary>The URL whose page filled in the fields below; empty while none did.</summary>
    public string Looked { get; init; } = "";

    public string Title { get; init; } = "";
    public string Summary { get; init; } = "";
    public string Image { get; init; } = "";

    /// <summary>Separated by commas.</summary>
    public string Topics { get; init; } = "";

    public string Language { get; init; } = "";
    public IReadOnlyList<TextEntry> Texts { get; init; } = [];

    /// <summary>As <c>input type=datetime-local</c> sends it, in the company's zone.</summary>
    public string ExpiresAt { get; init; } = "";

    public string Priority { get; init; } = "normal";
    public string WantedReach { get; init; } = "";

    /// <summary>One a line.</summary>
    public string Units { get; init; } = "";

    public IReadOnlyList<string> Archetypes { get; init; } = [];
    public bool Commercial { get; init; }

    public static DropEntry Of(IFormCollection form)
    {
        ArgumentNullException.ThrowIfNull(form);
        string Field(string name) => form[name].ToString().Trim();
        return new DropEntry
        {
            Url = Field("url"),
            Looked = Field("looked"),
            Title = Field("title"),
            Summary = Field("summary").ReplaceLineEndings("\n"),
            Image = Field("image"),
            Topics = Field("topics"),
            Language = Field("language"),
            Texts =
            [
                .. form["text"]
                    .Take(ContentDropReader.MostTexts)
                    .Select(
                        (text, row) =>
                            new TextEntry(
                                form["channel"].ElementAtOrDefault(row) ?? "",
                                form["text-language"].ElementAtOrDefault(row) ?? "",
                                (text ?? "").ReplaceLineEndings("\n").Trim()
                            )
                    ),
            ],
            ExpiresAt = Field("expires"),
            Priority = Field("priority"),
            WantedReach = Field("reach"),
            Units = Field("units").ReplaceLineEndings("\n"),
            Archetypes = [.. form["archetype"].OfType<string>()],
            Commercial = form["commercial"].Count > 0,
        };
    }

    /// <summary>The row of <see cref="Texts"/> that stands at each place of the drop's list: empty rows are left out.</summary>
    public IReadOnlyList<int> FilledRows =>
        [.. Texts.Index().Where(row => row.Item.Text.Length > 0).Select(row => row.Index)];

    /// <summary>The drop as JSON, with what was entered wrongly as it was entered: the reader says what is wrong.</summary>
    /// <param name="dropId">The drop's.</param>
    /// <param name="zone">In which times were entered.</param>
    public string ToJson(string dropId, TimeZoneInfo zone)
    {
        var json = new JsonObject
        {
            ["version"] = 1,
            ["id"] = dropId,
            ["url"] = Url,
        };
        void Set(string field, JsonNode? value, bool isGiven)
        {
            if (isGiven)
            {
                json[field] = value;
            }
        }
        var topics = Topics.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var units = Units.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        // What people type is text; the contract takes HTML.
        Set("title", PlainText.ToHtml(Title), Title.Length > 0);
        Set("summary", PlainText.ToHtml(Summary), Summary.Length > 0);
        Set("image", Image, Image.Length > 0);
        Set("topics", new JsonArray([.. topics.Select(topic => (JsonNode)topic)]), topics.Length > 0);
        Set("language", Language, Language.Length > 0);
        Set("shareTexts", new JsonArray([.. FilledRows.Select(row => TextJson(Texts[row]))]), FilledRows.Count > 0);
        Set("expiresAt", Instant(ExpiresAt, zone), ExpiresAt.Length > 0);
        Set("priority", Priority, Priority is not ("" or "normal"));
        Set(
            "wantedReach",
            int.TryParse(WantedReach, NumberStyles.None, CultureInfo.InvariantCulture, out var reach)
                ? reach
                : WantedReach,
            WantedReach.Length > 0
        );
        Set("forUnits", new JsonArray([.. units.Select(unit => (JsonNode)unit)]), units.Length > 0);
        Set("forArchetypes", new JsonArray([.. Archetypes.Select(one => (JsonNode)one)]), Archetypes.Count > 0);
        Set("commercial", true, Commercial);
        return json.ToJsonString(DropJson.Writing);
    }

    private static JsonObject TextJson(TextEntry entry)
    {
        var json = new JsonObject { ["text"] = entry.Text };
        if (entry.Language.Length > 0)
        {
            json["language"] = entry.Language;
        }
        if (entry.Channel.Length > 0)
        {
            json["channel"] = entry.Channel;
        }
        return json;
    }

    private static string Instant(string entered, TimeZoneInfo zone) =>
        DateTime.TryParseExact(
            entered,
            ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss"],
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var local
        )
            ? new DateTimeOffset(local, zone.GetUtcOffset(local)).ToString(
                "yyyy-MM-dd'T'HH:mm:sszzz",
                CultureInfo.InvariantCulture
            )
            : entered;
}
