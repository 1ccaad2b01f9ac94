using Advocacy.Platform;
using Advocacy.Platform.Store;

namespace Advocacy.Digests.Spread;

/// <summary>
/// What a unit was given in an edition. Written before the deliveries it counts, in one step with what each of them will hold, so that
/// a run that dies in between is repeated with the same picks and counts nobody twice.
/// </summary>
internal sealed record UnitTally : Document
{
    /// <summary>Two editions and a day: this one's and the next one's planning read it.</summary>
    public const int Days = 15;

    public override string PartitionKey => Id;

    public required string EditionId { get; init; }

    /// <summary>As the roster names it.</summary>
    public required string Unit { get; init; }

    public static string IdOf(string editionId, string unit) => Ids.Of("unit-tally", editionId, unit);

    /// <summary>
    /// People with a digest by <see cref="People.Employee.DigestSlot"/>: a slot that is planned again does not count anew.
    /// </summary>
    public IReadOnlyDictionary<string, int> Readers { get; init; } = new Dictionary<string, int>();

    /// <summary>By id of the post.</summary>
    public IReadOnlyDictionary<string, GivenPost> Posts { get; init; } = new Dictionary<string, GivenPost>();

    /// <summary>Deliveries that may not have been created yet, by their id. Empty but for moments.</summary>
    public IReadOnlyDictionary<string, WaitingPicks> Waiting { get; init; } = new Dictionary<string, WaitingPicks>();
}

/// <summary>What a delivery will hold.</summary>
/// <param name="Part">The part of a run that chose it: the company's tally knows which of those it has counted.</param>
internal sealed record WaitingPicks(string Part, IReadOnlyList<Pick> Picks);

/// <summary>What was given of one post.</summary>
/// <param name="Others">People for whom no part of a share is kept.</param>
/// <param name="Texts">People by text id.</param>
internal sealed record GivenPost(int Others, IReadOnlyDictionary<string, int> Texts);
