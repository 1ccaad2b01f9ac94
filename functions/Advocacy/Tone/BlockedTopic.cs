namespace Advocacy.Tone;

/// <summary>A topic that a person must look at before employees are asked to share it.</summary>
public sealed class BlockedTopic
{
    public bool Enabled { get; set; } = true;

    /// <summary>Why, in the words the review desk shows after "Mentions “…”:".</summary>
    public string Reason { get; set; } = "The guidelines ask for a review.";

    /// <summary>The same in Danish, after "Nævner ”…”:". Default: the English words.</summary>
    public string? ReasonDa { get; set; }

    /// <summary>
    /// Words and phrases in any language, upper and lower case alike. A <c>*</c> at the beginning or the end stands for any letters:
    /// <c>*fyring*</c> finds "fyringer" and "massefyring".
    /// </summary>
    public IList<string> Words { get; } = [];

    /// <summary>The lists of <c>Topics/</c>, fresh: configuration writes into them.</summary>
    internal static IDictionary<string, BlockedTopic> Defaults() =>
        TopicLists
            .Default.Where(topic => topic.Key != TopicLists.Advertising)
            .ToDictionary(
                topic => topic.Key,
                topic => OfWords(topic.Value.Words, topic.Value.Reason, topic.Value.ReasonDa),
                StringComparer.OrdinalIgnoreCase
            );

    internal static BlockedTopic OfWords(IEnumerable<string> words, string reason = "", string? reasonDa = null)
    {
        var topic = new BlockedTopic { Reason = reason, ReasonDa = reasonDa };
        foreach (var word in words)
        {
            topic.Words.Add(word);
        }
        return topic;
    }
}
