using Advocacy.Platform;
using Advocacy.Platform.Store;

namespace Advocacy.Drops;

public enum DropState
{
    /// <summary>On the queue.</summary>
    Waiting,

    /// <summary>A post came of it; its status says more.</summary>
    TakenIn,

    /// <summary>Its page was a post already, which got what the drop adds to it.</summary>
    Known,

    /// <summary>It cannot be used, for the reasons that it keeps.</summary>
    Refused,

    /// <summary>Whoever dropped it took it back.</summary>
    Withdrawn,
}

/// <summary>
/// What became of one drop that has an id, or whose post stands at another URL than the one that was dropped. It lies beside the posts.
/// </summary>
public sealed record DropRecord : Document
{
    public override string PartitionKey => Id;

    public DropState State { get; init; }

    /// <summary>As it was dropped, canonical; <c>null</c> where it could not be read. The post's may be another: where a short link led to.</summary>
    public string? Url { get; init; }

    /// <summary>The post that came of it or was there.</summary>
    public string? PostId { get; init; }

    /// <summary>Why it was refused, in sentences.</summary>
    public IReadOnlyList<string> Reasons { get; init; } = [];

    /// <summary>The employee who suggested it; <c>null</c> for any other drop, and once they were erased.</summary>
    public string? SuggestedBy { get; init; }

    /// <summary>True where they ticked that the comms team may see their name.</summary>
    public bool NameSuggester { get; init; }

    /// <summary>True where an employee suggested it, whoever that was: then a person decides.</summary>
    public bool IsSuggestion { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <param name="dropId">As the drop has it.</param>
    public static string IdOf(string dropId) => Ids.Of("drop", dropId);

    /// <param name="url">Canonical, of a drop whose post stands at another URL.</param>
    public static string IdOfUrl(string url) => Ids.Of("drop-url", url);
}
