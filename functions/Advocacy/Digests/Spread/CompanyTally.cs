using Advocacy.Platform;
using Advocacy.Platform.Store;

namespace Advocacy.Digests.Spread;

/// <summary>What the company was given in an edition, for its share and for the comms team.</summary>
internal sealed record CompanyTally : Document
{
    public override string PartitionKey => Id;

    public required string EditionId { get; init; }

    public static string IdOf(string editionId) => Ids.Of("company-tally", editionId);

    /// <summary>As <see cref="UnitTally.Readers"/>.</summary>
    public IReadOnlyDictionary<string, int> Readers { get; init; } = new Dictionary<string, int>();

    /// <summary>By id of the post.</summary>
    public IReadOnlyDictionary<string, OfferedPost> Posts { get; init; } = new Dictionary<string, OfferedPost>();

    /// <summary>Parts that are counted and whose deliveries may not all have been created yet.</summary>
    public IReadOnlyList<string> Parts { get; init; } = [];
}

/// <summary>How often one post was offered in the company.</summary>
/// <param name="Offered">People in this edition.</param>
/// <param name="Others">Of them, people for whom no part of a share is kept.</param>
/// <param name="TurnedAway">
/// People it suits who were not offered it because it has one text only. About: whose hour is planned again counts again.
/// </param>
/// <param name="Before">People in editions before.</param>
internal sealed record OfferedPost(int Offered, int Others, int TurnedAway = 0, int Before = 0);
