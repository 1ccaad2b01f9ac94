using Advocacy.Platform.Store;

namespace Advocacy.Engagement;

public enum EngagementKind
{
    Delivered,
    SharePageViewed,

    /// <summary>Self-declared.</summary>
    Shared,

    /// <summary>Somebody in the audience followed a short link.</summary>
    AudienceClick,

    /// <summary>Self-declared: the person leaves this post to others.</summary>
    NotForMe,
}

/// <summary>Why a post is not for somebody, as they said.</summary>
public enum NotForMeReason
{
    Topic,
    Tone,
    SeenBefore,
    TooBusy,
    Other,
}

/// <summary>Something that came of a digest. Idempotent: the same event has the same id.</summary>
public sealed record EngagementEvent : Document
{
    public override string PartitionKey => Subject;

    /// <summary>An employee's id where that employee consented to it, else the post's id: then nobody can be found in it.</summary>
    public required string Subject { get; init; }

    public required EngagementKind Kind { get; init; }
    public required string PostId { get; init; }
    public string? EditionId { get; init; }

    /// <summary>For example <c>linkedin</c>.</summary>
    public string? Channel { get; init; }

    /// <summary>Of <see cref="EngagementKind.NotForMe"/>; <c>null</c> of every other kind.</summary>
    public NotForMeReason? Reason { get; init; }

    /// <summary>How many of the kind this stands for; more than one only where the subject is a post.</summary>
    public int Count { get; init; } = 1;

    public required DateTimeOffset At { get; init; }
}
