using Advocacy.Engagement;
using Advocacy.People;
using Advocacy.Platform.Store;

namespace Advocacy.Digests;

/// <summary>
/// What one <c>digests</c> message has mailed, in counts and without a name: one document where there would be an event for every person and post.
/// It lies beside the events, under its edition.
/// </summary>
public sealed record DeliveryTally : Document
{
    public override string PartitionKey => Subject;

    /// <summary>The edition.</summary>
    public required string Subject { get; init; }

    /// <summary>When it was first written; a message that is tried again the next day stays with the first.</summary>
    public required DateTimeOffset At { get; init; }

    /// <inheritdoc cref="EngagementEvent.Day"/>
    public string Day => TouchedDay.Of(At);

    /// <summary>True where it counts mails that came back after they had been sent.</summary>
    public bool Returned { get; init; }

    /// <summary>Digests sent.</summary>
    public required int People { get; init; }

    /// <summary>The same people by what they are.</summary>
    public required IReadOnlyList<MailedGroup> Groups { get; init; }

    /// <summary>What they were offered.</summary>
    public required IReadOnlyList<MailedText> Texts { get; init; }
}

/// <param name="Unit">As the roster had it; empty where it was not kept.</param>
/// <param name="Archetype">As the roster had it.</param>
/// <param name="Language">Of the mail.</param>
/// <param name="People">Who got a digest.</param>
public sealed record MailedGroup(string Unit, Archetype Archetype, string Language, int People);

/// <param name="PostId">The post.</param>
/// <param name="TextId">The ShareText offered with it.</param>
/// <param name="Unit">As the roster had it; empty where it was not kept.</param>
/// <param name="Archetype">As the roster had it.</param>
/// <param name="People">Who were offered the post with that text.</param>
public sealed record MailedText(string PostId, string TextId, string Unit, Archetype Archetype, int People);
