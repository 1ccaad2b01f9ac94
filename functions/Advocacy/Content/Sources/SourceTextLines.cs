using System.Text.RegularExpressions;
using Advocacy.Sharing;

namespace Advocacy.Content.Sources;

/// <summary>
/// A source's share texts as people write them: one a line, with <c>[da]</c>, <c>[linkedin]</c> or <c>[da linkedin]</c> before it where it is
/// for one language or channel.
/// </summary>
internal static partial class SourceTextLines
{
    public const int Most = 10;
    public const int Longest = 500;

    private static readonly string[] s_places = ["title", "summary", "source"];

    public static string Of(IEnumerable<DroppedText> texts) =>
        string.Join(
            '\n',
            texts.Select(text =>
                string.Join(' ', new[] { text.Language, text.Channel }.OfType<string>()) is { Length: > 0 } only
                    ? $"[{only}] {text.Text}"
                    : text.Text
            )
        );

    /// <returns><c>null</c> where there are too many, one is too long, or one names a place or channel that there is not.</returns>
    public static IReadOnlyList<DroppedText>? Read(string lines)
    {
        var texts = lines
            .ReplaceLineEndings("\n")
            .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(One)
            .ToList();
        return texts.Count > Most || texts.Contains(null) ? null : [.. texts.OfType<DroppedText>()];
    }

    private static DroppedText? One(string line)
    {
        string? language = null;
        string? channel = null;
        if (Only().Match(line) is { Success: true } only)
        {
            line = line[only.Length..];
            foreach (var word in only.Groups["words"].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                var lower = word.ToLowerInvariant();
                // X is a channel of one letter; no language is.
                if (lower.Length == 2 && language is null)
                {
                    language = lower;
                }
                else if (ShareLength.MostOf(lower) is not null && channel is null)
                {
                    channel = lower;
                }
                else
                {
                    return null;
                }
            }
        }
        var areKnown = Place()
            .Matches(line)
            .All(place => s_places.Contains(place.Groups["name"].Value, StringComparer.OrdinalIgnoreCase));
        return line.Length is > 0 and <= Longest && areKnown && !line.Any(char.IsControl)
            ? new DroppedText(line, language, channel)
            : null;
    }

    [GeneratedRegex(@"^\[(?<words>[A-Za-z ]{1,40})\]\s*", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Only();

    [GeneratedRegex(@"\{(?<name>[A-Za-z]{1,20})\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Place();
}
