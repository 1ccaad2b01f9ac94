using Advocacy.Platform.Store;
using Advocacy.Programme.Goals;

namespace Advocacy.Programme.Challenges;

/// <summary>
/// Something that everyone who likes tries together for a while. It is voluntary and about the programme, never about a person: it has a common figure
/// and no list of anybody. One document each in the <c>programme</c> container.
/// </summary>
public sealed record Challenge : Document
{
    public override string PartitionKey => Id;

    /// <summary>One line.</summary>
    public required LocalText Title { get; init; }

    public required LocalText Text { get; init; }

    /// <summary>What all reach together; <c>null</c> where nothing is counted.</summary>
    public GoalMetric? Metric { get; init; }

    /// <summary>In the metric's unit; <c>null</c> where nothing is counted.</summary>
    public int? Target { get; init; }

    /// <summary>The first day.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The last day.</summary>
    public required DateOnly Until { get; init; }

    public bool IsOn(DateOnly day) => From <= day && day <= Until;
}
