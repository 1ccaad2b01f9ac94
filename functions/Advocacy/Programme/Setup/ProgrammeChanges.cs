using Advocacy.Platform.Store;
using Advocacy.Programme.Branding;
using Advocacy.Programme.Challenges;
using Advocacy.Programme.Goals;
using Advocacy.Programme.Pulse;
using Advocacy.Programme.Training;

namespace Advocacy.Programme.Setup;

/// <summary>Takes one form of the page. Each changes its own document and nothing else; sending one twice changes nothing more.</summary>
public sealed class ProgrammeChanges(
    IDocumentStore store,
    Company company,
    GoalTargets goals,
    ChallengeBook challenges,
    PulseQuestions pulses,
    Tips tips,
    BrandingTexts branding,
    TimeProvider time
)
{
    private DateOnly Today => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);

    /// <param name="form">Afterwards it says what is wrong with it; then nothing was changed.</param>
    /// <returns><c>false</c> where it is no form of this page.</returns>
    internal async Task<bool> TakeAsync(FormReader form, CancellationToken cancellationToken = default)
    {
        var task = form.Act switch
        {
            ProgrammeActs.Goals => GoalsAsync(GoalForm.Read(form), form, cancellationToken),
            ProgrammeActs.Ease => GoalsAsync([GoalForm.ReadEase(form)], form, cancellationToken),
            ProgrammeActs.Challenge => ChallengeAsync(form, cancellationToken),
            ProgrammeActs.RemoveChallenge => challenges.RemoveAsync(form.Value("id"), cancellationToken),
            ProgrammeActs.Pulse => PulseAsync(form, cancellationToken),
            ProgrammeActs.RemovePulse => pulses.RemoveAsync(
                form.Value("id"),
                Digests.Edition.IdOf(Today),
                cancellationToken
            ),
            ProgrammeActs.Why => WhyAsync(form, cancellationToken),
            ProgrammeActs.StarterTips => tips.SaveAsync(
                new TipSettings { Id = TipSettings.SettingsId, UseStarterTips = form.IsTicked("starter") },
                cancellationToken
            ),
            ProgrammeActs.Tip => TipAsync(form, cancellationToken),
            ProgrammeActs.RemoveTip => tips.RemoveAsync(form.Value("id"), cancellationToken),
            ProgrammeActs.Guidelines => GuidelinesAsync(form, cancellationToken),
            ProgrammeActs.Branding => BrandingAsync(form, cancellationToken),
            _ => ProgrammeActs.StepOf(form.Act) is { } step ? AcceptAsync(step, cancellationToken) : null,
        };
        await (task ?? Task.CompletedTask);
        return task is not null;
    }

    private async Task GoalsAsync(
        IReadOnlyList<(GoalMetric Metric, int? Target, GoalPeriod Period)> entered,
        FormReader form,
        CancellationToken cancellationToken
    )
    {
        if (!form.IsRight)
        {
            return;
        }
        foreach (var (metric, target, period) in entered)
        {
            await goals.SetAsync(metric, target, period, cancellationToken);
        }
    }

    private async Task ChallengeAsync(FormReader form, CancellationToken cancellationToken)
    {
        var challenge = ChallengeForm.Read(form);
        if (form.IsRight)
        {
            await challenges.AddAsync(challenge, cancellationToken);
        }
    }

    private async Task PulseAsync(FormReader form, CancellationToken cancellationToken)
    {
        var question = PulseForm.Read(form, Digests.Edition.IdOf(Today));
        if (
            form.IsRight
            && !await pulses.AddAsync(question, cancellationToken)
            && await pulses.FindAsync(question.Id, cancellationToken) is null
        )
        {
            form.Fault("first", FormFault.Taken);
        }
    }

    private async Task WhyAsync(FormReader form, CancellationToken cancellationToken)
    {
        var why = form.Local("why", FormReader.LongestText);
        if (form.IsRight)
        {
            await company.ChangeAsync(profile => profile with { Why = why }, cancellationToken);
        }
    }

    private async Task TipAsync(FormReader form, CancellationToken cancellationToken)
    {
        var tip = TipForm.Read(form, time.GetUtcNow());
        if (form.IsRight)
        {
            await tips.AddAsync(tip, cancellationToken);
        }
    }

    private async Task GuidelinesAsync(FormReader form, CancellationToken cancellationToken)
    {
        var current = await company.GuidelinesAsync(cancellationToken);
        var entered = GuidelinesForm.Read(form, current, time.GetUtcNow());
        if (form.IsRight && entered is not null)
        {
            await company.SaveAsync(entered, cancellationToken);
        }
    }

    private async Task BrandingAsync(FormReader form, CancellationToken cancellationToken)
    {
        var text = form.LocalOrNone("text", FormReader.LongestText);
        if (form.IsRight)
        {
            await branding.SaveAsync(text, cancellationToken);
        }
    }

    private async Task AcceptAsync(ProgrammeStep step, CancellationToken cancellationToken)
    {
        var taken = new StepTaken(step, Today);
        var first = new ProgrammeState { Id = ProgrammeState.StateId, Taken = [taken] };
        if (await store.TryCreateAsync(Containers.Programme, first, cancellationToken) is null)
        {
            await store.ChangeAsync<ProgrammeState>(
                Containers.Programme,
                ProgrammeState.StateId,
                ProgrammeState.StateId,
                state => state.Has(step) ? null : state with { Taken = [.. state.Taken, taken] },
                cancellationToken
            );
        }
    }
}
