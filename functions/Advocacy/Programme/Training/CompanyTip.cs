using Advocacy.People;
using Advocacy.Platform.Store;

namespace Advocacy.Programme.Training;

/// <summary>A tip or a piece of training of the company's own. One document each in the <c>programme</c> container.</summary>
public sealed record CompanyTip : Document
{
    public override string PartitionKey => Id;

    /// <summary>One line.</summary>
    public required LocalText Title { get; init; }

    public required LocalText Text { get; init; }

    /// <summary>A film, a course, a guide; <c>null</c> for none.</summary>
    public string? Url { get; init; }

    /// <summary>For whom; empty: everyone.</summary>
    public IReadOnlyList<Archetype> For { get; init; } = [];

    public required DateTimeOffset AddedAt { get; init; }

    public bool IsFor(Archetype archetype) => For.Count == 0 || For.Contains(archetype);

    public TipOfTheWeek In(string language) => new(Title.In(language), Text.In(language), Url);
}
