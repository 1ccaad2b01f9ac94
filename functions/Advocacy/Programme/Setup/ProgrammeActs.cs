namespace Advocacy.Programme.Setup;

/// <summary>The forms of the page, by the value of their field <c>act</c>.</summary>
internal static class ProgrammeActs
{
    public const string Goals = "goals";
    public const string Challenge = "challenge";
    public const string RemoveChallenge = "challenge-remove";
    public const string Pulse = "pulse";
    public const string RemovePulse = "pulse-remove";
    public const string Why = "why";
    public const string StarterTips = "tips";
    public const string Tip = "tip";
    public const string RemoveTip = "tip-remove";
    public const string Guidelines = "guidelines";
    public const string Branding = "branding";
    public const string Ease = "ease";

    private const string Accept = "accept-";

    /// <summary>The form that takes a step as it is.</summary>
    public static string AcceptOf(ProgrammeStep step) => Accept + step;

    /// <summary>The step that a form belongs to; <c>null</c> where there is no such form.</summary>
    public static ProgrammeStep? StepOf(string? act) =>
        act switch
        {
            Goals => ProgrammeStep.Goals,
            Challenge or RemoveChallenge => ProgrammeStep.Challenges,
            Pulse or RemovePulse => ProgrammeStep.Pulse,
            Why => ProgrammeStep.Why,
            StarterTips or Tip or RemoveTip => ProgrammeStep.Tips,
            Guidelines => ProgrammeStep.Guidelines,
            Branding => ProgrammeStep.Branding,
            Ease => ProgrammeStep.Ease,
            _ => Enum.GetValues<ProgrammeStep>()
                .Cast<ProgrammeStep?>()
                .FirstOrDefault(step => CanBeAccepted(step!.Value) && AcceptOf(step.Value) == act),
        };

    /// <summary>True of steps that are fine with nothing entered.</summary>
    public static bool CanBeAccepted(ProgrammeStep step) =>
        step is ProgrammeStep.Challenges or ProgrammeStep.Tips or ProgrammeStep.Branding or ProgrammeStep.Ease;

    /// <summary>Of the step's part of the page.</summary>
    public static string IdOf(ProgrammeStep step) => step.ToString().ToLowerInvariant();
}
