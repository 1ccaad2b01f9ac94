using Advocacy.Programme.Challenges;
using Advocacy.Programme.Goals;
using Advocacy.Programme.Pulse;
using Advocacy.Programme.Training;

namespace Advocacy.Programme.Setup;

/// <summary>The eight steps as they stand, each with what it has and a form.</summary>
public sealed record ProgrammeView
{
    public required CompanyProfile Company { get; init; }

    /// <summary>ISO 639-1, of the browser.</summary>
    public required string Language { get; init; }

    /// <summary>Must come back in the field <see cref="Access.CommsAccess.FormField"/>.</summary>
    public required string FormToken { get; init; }

    /// <summary>UTC.</summary>
    public required DateOnly Today { get; init; }

    public required IReadOnlyList<GoalTarget> Goals { get; init; }

    /// <summary>Newest first.</summary>
    public required IReadOnlyList<Challenge> Challenges { get; init; }

    /// <summary>Newest first.</summary>
    public required IReadOnlyList<PulseQuestion> Pulses { get; init; }

    public required TipRotation Tips { get; init; }
    public Guidelines? Guidelines { get; init; }

    /// <summary>All versions, newest first.</summary>
    public required IReadOnlyList<Guidelines> GuidelinesHistory { get; init; }

    public LocalText? Branding { get; init; }

    /// <summary>Steps that were taken without entering anything.</summary>
    public required IReadOnlySet<ProgrammeStep> Taken { get; init; }

    /// <summary>The form that was just saved; <c>null</c> for none.</summary>
    public string? Saved { get; init; }

    /// <summary>The form that came back; <c>null</c> for none.</summary>
    public EnteredForm? Wrong { get; init; }

    public string Edition => Digests.Edition.IdOf(Today);

    /// <summary>The first step that is not taken yet; <c>null</c> where all are.</summary>
    public ProgrammeStep? Next =>
        Enum.GetValues<ProgrammeStep>().Cast<ProgrammeStep?>().FirstOrDefault(step => !IsDone(step!.Value));

    public bool IsDone(ProgrammeStep step) =>
        Taken.Contains(step)
        || step switch
        {
            ProgrammeStep.Goals => Goals.Any(goal =>
                goal.Metric != GoalMetric.MinutesToShare && goal.Current.Target is not null
            ),
            ProgrammeStep.Challenges => Challenges.Count > 0,
            ProgrammeStep.Pulse => Pulses.Count > 0,
            ProgrammeStep.Why => Company.Why is not null,
            ProgrammeStep.Tips => Tips.Own.Count > 0,
            ProgrammeStep.Guidelines => Guidelines is not null,
            ProgrammeStep.Branding => Branding is not null,
            _ => GoalOf(GoalMetric.MinutesToShare) is not null,
        };

    /// <summary>What holds now; <c>null</c> where the metric has no target.</summary>
    public TargetInForce? GoalOf(GoalMetric metric) =>
        Goals.FirstOrDefault(goal => goal.Metric == metric)?.Current is { Target: not null } target ? target : null;
}
