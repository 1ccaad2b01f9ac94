using Advocacy.Platform.Store;
using Advocacy.Platform.Tone;

namespace Advocacy.Insights.Weeks;

/// <summary>
/// What a post was when something first came of it: kept, because a topic that changed afterwards must not move the figures of old weeks. Internal.
/// </summary>
public sealed record PostLabel : Document
{
    public override string PartitionKey => Id;

    public required string PostId { get; init; }
    public string? Title { get; init; }
    public string? Url { get; init; }
    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>ISO 639-1; <c>null</c> where the post was gone by then.</summary>
    public string? Language { get; init; }

    /// <summary>How it sounded; <c>null</c> where that was not judged.</summary>
    public Sentiment? Tone { get; init; }

    /// <summary>The first words of each text, by its id; texts of later are added.</summary>
    public IReadOnlyDictionary<string, string> Texts { get; init; } = new Dictionary<string, string>();

    public static string IdOf(string postId) => $"label-{postId}";
}
