using System.Globalization;
using Advocacy.Content;
using Advocacy.Platform.Pages;

namespace Advocacy.Desk;

/// <summary>What is stored under short names, as people read it.</summary>
internal static class DeskWords
{
    public static string Status(this PageTexts texts, PostStatus status) => texts[$"Status{status}"];

    /// <summary>A kind of reasons; a rule from a newer version under its own name.</summary>
    public static string Kind(this PageTexts texts, string kind) =>
        DeskStrings.All.GetString($"Kind-{kind}", texts.Culture) ?? kind;

    public static string Field(this PageTexts texts, string field) =>
        field.StartsWith(DeskChanges.Text, StringComparison.Ordinal)
            ? texts.With("Field-text", field[DeskChanges.Text.Length..])
            : texts[$"Field-{field}"];

    public static string Value(this PageTexts texts, string field, string value, DeskFrame frame) =>
        (field, value) switch
        {
            (_, "") => texts["Nothing"],
            (DeskChanges.Status, _) when Enum.TryParse<PostStatus>(value, out var status) => texts.Status(status),
            (DeskChanges.Commercial, _) => texts[value == bool.TrueString ? "Yes" : "No"],
            (DeskChanges.Expires, _) when IsInstant(value, out var at) => texts.When(frame.Local(at)),
            _ => value,
        };

    public static string Source(this PageTexts texts, string source, DeskFrame frame) =>
        source switch
        {
            DeskFilter.Dropped => texts["SourceDropped"],
            DeskFilter.Suggested => texts["SourceSuggested"],
            _ => frame.SourceNames.GetValueOrDefault(source, texts["SourceGone"]),
        };

    private static bool IsInstant(string value, out DateTimeOffset at) =>
        DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out at);
}
