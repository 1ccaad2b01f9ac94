using Advocacy.Platform.Store;
using Advocacy.Platform.Tone;
using Advocacy.Sharing;
using Advocacy.Tone;

namespace Advocacy.Content;

public enum PostStatus
{
    /// <summary>Taken in, its tone not yet judged.</summary>
    New,

    /// <summary>May be offered.</summary>
    Ready,

    /// <summary>Waits for a person, with reasons.</summary>
    Held,

    /// <summary>A person decided against it; it is offered to nobody.</summary>
    Rejected,

    /// <summary>Whoever brought it in took it back.</summary>
    Withdrawn,
}

public enum PostPriority
{
    /// <summary>Offered where there is room left.</summary>
    Low,

    Normal,

    /// <summary>Comes before others that suit as well.</summary>
    High,
}

/// <summary>One piece of company content that may be shared. Its id is derived from its canonical URL.</summary>
public sealed record Post : Document
{
    public override string PartitionKey => Id;

    /// <summary>Canonical: http(s), no tracking parameters, no fragment.</summary>
    public required string Url { get; init; }

    /// <summary>Plain text, 1 to 300 characters.</summary>
    public required string Title { get; init; }

    /// <summary>Plain text, up to 2,000 characters; may be empty.</summary>
    public string Summary { get; init; } = "";

    public string? ImageUrl { get; init; }

    /// <summary>Lower case. Empty: of interest to all.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>ISO 639-1.</summary>
    public required string Language { get; init; }

    public IReadOnlyList<ShareText> ShareTexts { get; init; } = [];

    public PostPriority Priority { get; init; } = PostPriority.Normal;

    /// <summary>How many people it should be offered to in all, at most; <c>null</c> for as many as it suits.</summary>
    public int? WantedReach { get; init; }

    /// <summary>Units that it is for, as the roster names them. Empty: all.</summary>
    public IReadOnlyList<string> ForUnits { get; init; } = [];

    /// <summary>Archetypes that it is for. Empty: all.</summary>
    public IReadOnlyList<People.Archetype> ForArchetypes { get; init; } = [];

    /// <summary>
    /// True where sharing it is advertising, because it sells something or because sharing it is rewarded: its texts begin with the country's word
    /// for that.
    /// </summary>
    public bool Commercial { get; init; }

    public required DateTimeOffset PublishedAt { get; init; }
    public required DateTimeOffset TakenInAt { get; init; }
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>The feed it came from; <c>null</c> where it was dropped.</summary>
    public string? SourceId { get; init; }

    /// <summary>Other feeds that brought the same story, by id.</summary>
    public IReadOnlyList<string> AlsoFrom { get; init; } = [];

    /// <summary>Other addresses at which the same story stands, canonical.</summary>
    public IReadOnlyList<string> AlsoAt { get; init; } = [];

    /// <summary>The id that its drop had, if any.</summary>
    public string? DropId { get; init; }

    /// <summary>The employee who suggested it; <c>null</c> where nobody did, or they were erased. Shown to nobody by itself.</summary>
    public string? SuggestedBy { get; init; }

    /// <summary>True where who suggested it ticked that the comms team may see their name.</summary>
    public bool NameSuggester { get; init; }

    /// <summary>True where a person is to see it before anybody is offered it, whatever its tone; whoever approves it makes it false.</summary>
    public bool ReviewFirst { get; init; }

    public PostStatus Status { get; init; }

    public ToneReading? Tone { get; init; }
    public ToneVerdict? Verdict { get; init; }

    /// <summary>The last thing that a person did with it on the desk, see <see cref="Desk.DeskEntry"/>; <c>null</c> for nothing.</summary>
    public string? DeskEntryId { get; init; }

    /// <summary>The W3C trace context in which its drop was taken in: what is done with the post later links to it.</summary>
    public string? TraceParent { get; init; }

    /// <summary>True where it passed the tone gate and has not expired.</summary>
    public bool IsOfferableAt(DateTimeOffset now) => Status == PostStatus.Ready && !(ExpiresAt <= now);
}
