using System.Text.RegularExpressions;

namespace Advocacy.Tone;

/// <summary>Finds a topic's words in text. Built once for each policy; runs in time linear in the text.</summary>
internal sealed class TopicMatcher(string name, BlockedTopic topic)
{
    private readonly Regex? _pattern = topic.Enabled ? Pattern(topic.Words) : null;
    private readonly ToneStrings.Both _reason = new(topic.ReasonDa ?? topic.Reason, topic.Reason);
    private readonly string _rule = $"topic:{name}";

    /// <summary>A reason for each different word of the topic, where it stands first.</summary>
    public IEnumerable<ToneReason> Judge(TonePart part) =>
        Find(part.Text)
            .Select(found =>
                ToneStrings.Reason(_rule, "Topic", WaysOut.AskResponsible, found.Text, _reason).At(part, found)
            );

    /// <summary>The different words of the topic that stand in the text, as they stand there first.</summary>
    public IEnumerable<FoundText> Find(string text) =>
        _pattern is null
            ? []
            : _pattern
                .Matches(text)
                .Select(FoundText.Of)
                .DistinctBy(found => found.Text, StringComparer.OrdinalIgnoreCase);

    private static Regex? Pattern(IEnumerable<string> words)
    {
        var parts = words.Select(word => word.Trim()).Where(word => word.Trim('*').Length > 0).Select(Part).ToList();
        return parts.Count == 0
            ? null
            : new Regex(
                string.Join('|', parts),
                RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking,
                TimeSpan.FromSeconds(1)
            );
    }

    private static string Part(string word)
    {
        var bare = word.Trim('*');
        var before = word[0] == '*' ? @"\b\w*" : Edge(bare[0]);
        var after = word[^1] == '*' ? @"\w*\b" : Edge(bare[^1]);
        // Line breaks and double spaces between the words of a phrase are no way around it.
        return before + Regex.Escape(bare).Replace(@"\ ", @"\s+", StringComparison.Ordinal) + after;
    }

    private static string Edge(char letter) => char.IsLetterOrDigit(letter) ? @"\b" : "";
}
