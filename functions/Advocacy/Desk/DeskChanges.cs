using System.Globalization;
using Advocacy.Content;
using Advocacy.Platform.Store;
using Advocacy.Sharing;

namespace Advocacy.Desk;

/// <summary>What differs between a post before and after an act, as the audit keeps it.</summary>
public static class DeskChanges
{
    public const string Status = "status";
    public const string Title = "title";
    public const string Summary = "summary";
    public const string Topics = "topics";
    public const string Language = "language";
    public const string Image = "image";
    public const string Commercial = "commercial";
    public const string Expires = "expires";

    /// <summary>Followed by the id of the share text.</summary>
    public const string Text = "text ";

    public static IReadOnlyList<DeskChange> Between(Post before, Post after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        return
        [
            .. Fields(before)
                .Concat(Texts(before.ShareTexts, after.ShareTexts))
                .Zip(Fields(after).Concat(Texts(after.ShareTexts, before.ShareTexts)))
                .Where(pair => pair.First.Value != pair.Second.Value)
                .Select(pair => new DeskChange(pair.First.Field, pair.First.Value, pair.Second.Value)),
        ];
    }

    private static IEnumerable<(string Field, string Value)> Fields(Post post) =>
        [
            (Status, post.Status.ToString()),
            (Title, post.Title),
            (Summary, post.Summary),
            (Topics, string.Join(", ", post.Topics)),
            (Language, post.Language),
            (Image, post.ImageUrl ?? ""),
            (Commercial, post.Commercial.ToString(CultureInfo.InvariantCulture)),
            (Expires, post.ExpiresAt is { } at ? DocumentJson.Text(at) : ""),
        ];

    /// <summary>In the order of the ids, over both, so that the two sides lie beside each other.</summary>
    private static IEnumerable<(string Field, string Value)> Texts(
        IReadOnlyList<ShareText> texts,
        IReadOnlyList<ShareText> others
    ) =>
        texts
            .Concat(others)
            .Select(text => text.Id)
            .Distinct()
            .Order(StringComparer.Ordinal)
            .Select(id => (Text + id, Shown(texts.FirstOrDefault(text => text.Id == id))));

    private static string Shown(ShareText? text) =>
        text is null ? "" : $"[{text.Language}{(text.Channel is { } channel ? $" {channel}" : "")}] {text.Text}";
}
