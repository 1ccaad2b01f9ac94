using Advocacy.Platform.Store;

namespace Advocacy.Platform;

public enum FailedMessageState
{
    /// <summary>A try failed; the queue delivers it again.</summary>
    Retrying,

    /// <summary>No more tries by itself: it waits here for a person.</summary>
    Kept,

    /// <summary>A person decided that it is not to be sent again.</summary>
    Discarded,
}

/// <summary>A queue message that failed, whole, with its reason. Its id is derived from queue and body.</summary>
public sealed record FailedMessage : Document
{
    public override string PartitionKey => Id;

    /// <summary>The queue it was meant for, without the poison suffix.</summary>
    public required string Queue { get; init; }

    /// <summary>As it was enqueued.</summary>
    public required string Body { get; init; }

    /// <summary>Why, in sentences.</summary>
    public required string Reason { get; init; }

    public FailedMessageState State { get; init; }

    /// <summary>Tries that failed, as far as they were noted.</summary>
    public int Attempts { get; init; }

    /// <summary>Why it was discarded, in that person's words.</summary>
    public string? Note { get; init; }

    /// <summary>Who last retried, mended or discarded it, as the sign-in names them.</summary>
    public string? DecidedBy { get; init; }

    public required DateTimeOffset FirstAt { get; init; }
    public required DateTimeOffset LastAt { get; init; }
}
