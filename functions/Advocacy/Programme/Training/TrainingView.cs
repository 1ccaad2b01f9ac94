using Advocacy.People;

namespace Advocacy.Programme.Training;

/// <param name="Company">Whose people read it.</param>
/// <param name="Language">ISO 639-1.</param>
/// <param name="Archetype">For whom it is; anybody may read it.</param>
/// <param name="Tips">The company's own first.</param>
public sealed record TrainingView(
    CompanyProfile Company,
    string Language,
    Archetype Archetype,
    IReadOnlyList<TipOfTheWeek> Tips
);
