using Microsoft.AspNetCore.Http;

namespace Advocacy.Content.Sources;

public enum SourceField
{
    Name,
    Topics,
    Language,
    Texts,
}

/// <summary>What stands in the form of a source's settings, as it was typed.</summary>
public sealed record SourceEntry(string Name, string Topics, string Language, bool ReviewFirst, string Texts)
{
    private const int LongestName = 100;
    private const int MostTopics = 10;
    private const int LongestTopic = 50;

    /// <summary>Languages that the form offers. Others can be set by command.</summary>
    public static readonly IReadOnlyList<string> Languages =
    [
        "da",
        "en",
        "de",
        "es",
        "fi",
        "fr",
        "it",
        "nl",
        "no",
        "pl",
        "sv",
    ];

    public static SourceEntry Of(SourceSettings settings) =>
        new(
            settings.Name,
            string.Join(", ", settings.Topics),
            settings.Language ?? "",
            settings.ReviewFirst,
            SourceTextLines.Of(settings.ShareTexts)
        );

    public static SourceEntry Of(IFormCollection form) =>
        new(
            form["name"].ToString().Trim(),
            form["topics"].ToString(),
            form["language"].ToString(),
            form["trust"] == "review",
            form["texts"].ToString()
        );

    /// <summary>A name as long as one may be.</summary>
    public static string CutName(string name) => PlainText.Cut(PlainText.Of(PlainText.ToHtml(name)), LongestName);

    /// <summary>The settings, or the fields that are wrong.</summary>
    public SourceSettings? Read(out IReadOnlyList<SourceField> wrong)
    {
        var faults = new List<SourceField>();
        var name = PlainText.Of(PlainText.ToHtml(Name));
        var topics = Topics
            .Split([',', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)
            .Select(topic => PlainText.Of(PlainText.ToHtml(topic)).ToLowerInvariant())
            .Where(topic => topic.Length > 0)
            .Distinct()
            .ToList();
        var texts = SourceTextLines.Read(Texts);
        Check(name.Length is > 0 and <= LongestName, SourceField.Name);
        Check(
            topics.Count <= MostTopics && topics.TrueForAll(topic => topic.Length <= LongestTopic),
            SourceField.Topics
        );
        Check(
            Language.Length == 0 || (Language.Length == 2 && Language.All(char.IsAsciiLetterLower)),
            SourceField.Language
        );
        Check(texts is not null, SourceField.Texts);
        wrong = faults;
        return faults.Count > 0
            ? null
            : new SourceSettings
            {
                Name = name,
                Topics = topics,
                Language = Language.Length > 0 ? Language : null,
                ReviewFirst = ReviewFirst,
                ShareTexts = texts!,
            };

        void Check(bool isRight, SourceField field)
        {
            if (!isRight)
            {
                faults.Add(field);
            }
        }
    }
}
