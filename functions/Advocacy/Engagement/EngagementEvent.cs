using Advocacy.People;
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

    /// <summary>
    /// Somebody shared for the first time in a week. It is of nobody: subject and post are the week's id, and its own id leads back to the person only
    /// with the installation's key. So people are counted once in a week, those too who are in no statistics.
    /// </summary>
    Participated,

    /// <summary>A person followed a measured link of a mail; only with consent.</summary>
    LinkClicked,

    /// <summary>A mail's pictures were loaded; only with consent.</summary>
    MailOpened,

    /// <summary>What a shared link led to, as the company's shop or recruiting system reports it.</summary>
    Conversion,
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

/// <summary>What a shared link led to.</summary>
public enum ConversionKind
{
    Sale,

    /// <summary>Somebody applied for a job.</summary>
    Application,

    Other,
}

/// <summary>Of an <see cref="EngagementKind.Conversion"/>.</summary>
/// <param name="Value">What it was worth, 0 or more; <c>null</c> where the shop did not say.</param>
/// <param name="Currency">ISO 4217, for example <c>DKK</c>; where there is a value.</param>
public sealed record Conversion(ConversionKind Kind, decimal? Value = null, string? Currency = null);

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

    /// <summary>Which link of a mail was followed: <c>read</c>, <c>share</c> or <c>canary</c>; <c>null</c> of every other kind.</summary>
    public string? Link { get; init; }

    /// <summary>Of <see cref="EngagementKind.Conversion"/>; <c>null</c> of every other kind.</summary>
    public Conversion? Conversion { get; init; }

    /// <summary>How many of the kind this stands for; more than one only where the subject is a post.</summary>
    public int Count { get; init; } = 1;

    /// <summary>The person's unit at that time, where they consented to statistics; <c>null</c> where the event is of nobody.</summary>
    public string? Unit { get; init; }

    /// <inheritdoc cref="Unit"/>
    public Archetype? Archetype { get; init; }

    /// <summary>The ShareText that was offered with the post, where the event is about one.</summary>
    public string? TextId { get; init; }

    /// <summary>Whole minutes from the mail to this, where a person consented to that being measured.</summary>
    public int? MinutesFromMail { get; init; }

    /// <summary>The rule that says this was a machine and no person; <c>null</c> where none did. Raw and filtered figures are both kept.</summary>
    public string? Rule { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>UTC, for example <c>2026-11-24</c>: events are summed by day.</summary>
    public string Day => TouchedDay.Of(At);
}
