using System.Text.Json;
using Advocacy.People;
using Advocacy.Sharing;

namespace Advocacy.Content;

/// <param name="Drop">What was dropped; <c>null</c> where there is any defect, and where it is a withdrawal.</param>
/// <param name="Defects">All of them, one sentence each, naming the place.</param>
public sealed record ContentDropResult(ContentDrop? Drop, IReadOnlyList<string> Defects)
{
    /// <summary>The earlier drop that this one takes back; <c>null</c> where it is none, or has a defect.</summary>
    public DropWithdrawal? Withdrawal { get; init; }

    /// <summary>The drop's id where it can be read, defects or not.</summary>
    public string? Id { get; init; }

    /// <inheritdoc cref="Id"/>
    public string? Sender { get; init; }

    /// <inheritdoc cref="Id"/>
    public string? Language { get; init; }
}

/// <summary>
/// Reads a message of the <c>content</c> queue. By hand and strictly: whoever writes drops is told everything that is wrong at
/// once, with its place. A field that it does not know is refused, because a misspelt expiry or target that is passed over would
/// send a post to people who should not have it.
/// </summary>
/// <remarks>
/// <c>content-drop.schema.json</c> says the same to programs. Only what no schema can say is refused here and not there: a field that
/// stands twice, words that are nothing but tags, dates that no calendar has, texts that are too long by their channel's own counting.
/// </remarks>
public static class ContentDropReader
{
    internal const int LongestTitle = 300;
    internal const int LongestSummary = 20_000;
    internal const int LongestText = 3_000;
    internal const int MostTexts = 20;
    private const int MostTopics = 10;
    private const int LongestTopic = 50;
    private const int LongestName = 255;
    private const int MostUnits = 50;
    private const int LongestUnit = 100;
    private const int MostReach = 1_000_000;

    internal static readonly IReadOnlyList<string> Priorities = Words<PostPriority>();
    internal static readonly IReadOnlyList<string> Archetypes = Words<Archetype>();

    /// <summary>The channels that a share text may be for.</summary>
    internal static readonly IReadOnlyList<string> Channels =
    [
        "linkedin",
        "facebook",
        "x",
        "bluesky",
        "threads",
        "mastodon",
        "reddit",
        "teams",
        "mail",
        "whatsapp",
    ];

    /// <summary>The fields of a drop, in the schema's order.</summary>
    internal static readonly string[] Fields =
    [
        "$schema",
        "version",
        "id",
        "url",
        "title",
        "summary",
        "image",
        "topics",
        "language",
        "shareTexts",
        "publishedAt",
        "expiresAt",
        "priority",
        "wantedReach",
        "forUnits",
        "forArchetypes",
        "commercial",
        "sender",
        "sourceId",
        "withdraw",
    ];

    internal static readonly string[] TextFields = ["text", "language", "channel"];

    /// <summary>The fields that a withdrawal may have.</summary>
    private static readonly string[] s_withdrawalFields = ["$schema", "version", "id", "url", "sender", "withdraw"];

    /// <summary>Never throws: the defects say what is wrong.</summary>
    /// <param name="message">JSON, base64 of JSON in UTF-8, or a CloudEvents envelope with either.</param>
    public static ContentDropResult Read(string message)
    {
        ArgumentNullException.ThrowIfNull(message);
        var defects = new DropDefects();
        using var json = DropJson.Parse(message, defects);
        if (json is null)
        {
            return new ContentDropResult(null, defects.All);
        }
        var root = new DropObject(json.RootElement, "", Fields, defects);
        if (!root.IsObject)
        {
            return new ContentDropResult(null, defects.All);
        }
        root.Text("$schema", UrlCanonicalizer.Longest);
        root.One("version", 1);
        var isWithdrawal = root.Flag("withdraw");
        var drop = Drop(root, isWithdrawal);
        if (isWithdrawal)
        {
            CheckWithdrawal(root, drop, defects);
        }
        return new ContentDropResult(defects.None && !isWithdrawal ? drop : null, defects.All)
        {
            Withdrawal =
                defects.None && isWithdrawal
                    ? new DropWithdrawal(drop.Url.Length == 0 ? null : drop.Url, drop.Id)
                    : null,
            Id = drop.Id,
            Sender = drop.Sender,
            Language = drop.Language,
        };
    }

    private static ContentDrop Drop(DropObject root, bool isWithdrawal) =>
        new()
        {
            Id = root.Id("id"),
            Url = root.Url("url", required: !isWithdrawal) ?? "",
            Title = root.Words("title", LongestTitle, required: false),
            Summary = root.Text("summary", LongestSummary),
            Image = root.Url("image", required: false),
            Topics = root.List("topics", MostTopics, "texts", (e, path, to) => Named(e, path, to, LongestTopic)),
            Language = root.Language("language"),
            ShareTexts = root.List("shareTexts", MostTexts, "objects", ShareText),
            PublishedAt = root.Instant("publishedAt"),
            ExpiresAt = root.Instant("expiresAt"),
            Priority = ValueOf<PostPriority>(root.Choice("priority", Priorities)),
            WantedReach = root.Number("wantedReach", 1, MostReach),
            ForUnits = root.List("forUnits", MostUnits, "texts", (e, path, to) => Named(e, path, to, LongestUnit)),
            ForArchetypes = root.List(
                "forArchetypes",
                Archetypes.Count,
                "texts",
                (e, path, to) => ValueOf<Archetype>(to.Choice(e, path, Archetypes)) ?? default
            ),
            Commercial = root.Flag("commercial"),
            Sender = root.Address("sender"),
            SourceId = root.Text("sourceId", LongestName),
        };

    private static void CheckWithdrawal(DropObject root, ContentDrop drop, DropDefects defects)
    {
        foreach (var field in root.Fields.Except(s_withdrawalFields, StringComparer.Ordinal))
        {
            defects.Add($"/{field} has no place in a withdrawal; take it out");
        }
        if (drop.Url.Length == 0 && drop.Id is null && defects.None)
        {
            defects.Add($"/withdraw is true, but the drop that it takes back is not named; give its /url or its /id");
        }
    }

    private static string Named(JsonElement element, string path, DropDefects defects, int longest)
    {
        var name = defects.Text(element, path, longest);
        if (name is not null && string.IsNullOrWhiteSpace(name))
        {
            defects.Add($"{path} is empty; give it a name or take it out");
        }
        return name ?? "";
    }

    private static DroppedText ShareText(JsonElement element, string path, DropDefects defects)
    {
        var share = new DropObject(element, path, TextFields, defects);
        if (!share.IsObject)
        {
            return new DroppedText("");
        }
        var text = new DroppedText(
            share.Words("text", LongestText, required: true) ?? "",
            share.Language("language"),
            share.Choice("channel", Channels)
        );
        if (
            text.Channel is { } channel
            && ShareLength.MostOf(channel) is { } most
            && ShareLength.Count(channel, text.Text) is var count
            && count > most
        )
        {
            defects.Add($"{path}/text has {count} characters as {channel} counts them; {channel} takes at most {most}");
        }
        return text;
    }

    private static IReadOnlyList<string> Words<T>()
        where T : struct, Enum => [.. Enum.GetNames<T>().Select(JsonNamingPolicy.CamelCase.ConvertName)];

    private static T? ValueOf<T>(string? word)
        where T : struct, Enum => word is null ? null : Enum.Parse<T>(word, ignoreCase: true);
}
