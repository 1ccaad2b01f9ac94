using Advocacy.Platform;
using Advocacy.Platform.Store;

namespace Advocacy.Digests.Spread;

/// <summary>
/// What the people of one digest hour were given in an edition. Planning counts an hour anew from its deliveries; this is kept for whoever
/// asks why a post was not offered.
/// </summary>
internal sealed record HourTally : Document
{
    public override string PartitionKey => Id;

    public required string EditionId { get; init; }

    /// <summary>See <see cref="People.Employee.DigestSlot"/>.</summary>
    public required string Slot { get; init; }

    public static string IdOf(string editionId, string slot) => Ids.Of("hour-tally", editionId, slot);

    public int Readers { get; init; }

    /// <summary>By id of the post.</summary>
    public IReadOnlyDictionary<string, OfferedPost> Posts { get; init; } = new Dictionary<string, OfferedPost>();
}
