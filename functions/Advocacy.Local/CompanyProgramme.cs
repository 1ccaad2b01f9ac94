using Advocacy.Programme.Goals;
using Advocacy.Programme.Pulse;
using Advocacy.Programme.Training;

namespace Advocacy.Local;

/// <summary>What a company's folder says of its programme.</summary>
/// <param name="Goals">Metric, target and period.</param>
/// <param name="Tips">In the file's order.</param>
/// <param name="Pulse">Asked from the week in which it is loaded; <c>null</c> for none.</param>
internal sealed record CompanyProgramme(
    IReadOnlyList<(GoalMetric Metric, int Target, GoalPeriod Period)> Goals,
    IReadOnlyList<CompanyTip> Tips,
    PulseQuestion? Pulse
);
