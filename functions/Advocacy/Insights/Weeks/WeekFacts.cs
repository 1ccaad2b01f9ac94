using Advocacy.Consent;
using Advocacy.Platform.Store;

namespace Advocacy.Insights.Weeks;

/// <summary>
/// What no event tells of a week: how various the texts were, who agreed to what, which topics are followed. Found from documents that change or go, so it is
/// found while the week goes on, once more when it is over, and never again. Internal.
/// </summary>
public sealed record WeekFacts : Document
{
    public override string PartitionKey => Id;

    public required string Week { get; init; }

    /// <summary>True once it was found after the week was over.</summary>
    public bool Final { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Pairs of people of a unit who were offered the same post.</summary>
    public long Pairs { get; init; }

    /// <summary>Of <see cref="Pairs"/>, those with the same text.</summary>
    public long SameText { get; init; }

    /// <summary>The fewest that <see cref="SameText"/> could be.</summary>
    public long SameTextBound { get; init; }

    public IReadOnlyDictionary<ConsentPurpose, ConsentCounts> Consents { get; init; } =
        new Dictionary<ConsentPurpose, ConsentCounts>();

    /// <summary>People by topic that they follow.</summary>
    public IReadOnlyDictionary<string, int> Followers { get; init; } = new Dictionary<string, int>();

    public static string IdOf(string week) => $"facts-{week}";
}

/// <param name="Standing">People with a yes.</param>
/// <param name="Given">Times it was given in the week.</param>
/// <param name="Withdrawn">Times it was taken back in the week.</param>
public sealed record ConsentCounts(int Standing, int Given, int Withdrawn);
