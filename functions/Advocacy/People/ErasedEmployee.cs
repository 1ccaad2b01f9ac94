using Advocacy.Platform.Store;

namespace Advocacy.People;

/// <summary>
/// Stands in the place of somebody who had everything about them erased: in the same container under the same id, so that nothing can
/// write that person again unnoticed. It holds nothing but the pseudonym and three times.
/// </summary>
public sealed record ErasedEmployee : Document
{
    public override string PartitionKey => Id;

    public required DateTimeOffset ErasedAt { get; init; }

    /// <summary>When the last of it was gone; <c>null</c> while it is being erased.</summary>
    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>When a roster last named the person; <c>null</c>: never since.</summary>
    public DateTimeOffset? NamedAt { get; init; }
}
