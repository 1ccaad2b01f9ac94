using Advocacy.Platform;
using Advocacy.Platform.Store;

namespace Advocacy.Desk;

/// <summary>What can be done with a post on the desk. The names are kept with entries: append only.</summary>
public enum DeskAct
{
    /// <summary>Offered from now on, whatever the tone policy says.</summary>
    Approve,

    /// <summary>Offered to nobody.</summary>
    Reject,

    /// <summary>Its title, summary, topics, language, picture or marking.</summary>
    Edit,

    /// <summary>Its share texts.</summary>
    Texts,

    /// <summary>When it ends.</summary>
    Expire,

    /// <summary>Back to those that wait for a person.</summary>
    PutBack,

    /// <summary>Its tone read and judged again as it stands.</summary>
    Judge,
}

/// <summary>One thing that a member of the comms team did with a post. It happened where the post, or an entry that happened, names it.</summary>
public sealed record DeskEntry : Document
{
    public override string PartitionKey => Subject;

    /// <summary>The partition of one post's entries, apart from the post's engagement.</summary>
    public required string Subject { get; init; }

    public required string PostId { get; init; }

    /// <summary>The entry before it; <c>null</c> for the first.</summary>
    public string? Previous { get; init; }

    /// <summary>As the sign-in names them.</summary>
    public required string By { get; init; }

    public required DateTimeOffset At { get; init; }
    public required DeskAct Act { get; init; }

    /// <summary>In their own words; <c>null</c> for none.</summary>
    public string? Note { get; init; }

    public IReadOnlyList<DeskChange> Changes { get; init; } = [];

    public static string SubjectOf(string postId) => Ids.Of("desk", postId);
}

/// <summary>A field that an act changed.</summary>
/// <param name="Field">See <see cref="DeskChanges"/>.</param>
/// <param name="Before">Empty for nothing.</param>
/// <param name="After">Empty for nothing.</param>
public sealed record DeskChange(string Field, string Before, string After);
