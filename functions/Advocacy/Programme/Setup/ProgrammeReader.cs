using Advocacy.Access;
using Advocacy.Platform.Store;
using Advocacy.Programme.Branding;
using Advocacy.Programme.Challenges;
using Advocacy.Programme.Goals;
using Advocacy.Programme.Pulse;
using Advocacy.Programme.Training;

namespace Advocacy.Programme.Setup;

/// <summary>Reads what the page of the programme shows.</summary>
public sealed class ProgrammeReader(
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
    public async Task<ProgrammeView> ReadAsync(
        CommsPerson person,
        string language,
        CancellationToken cancellationToken = default
    )
    {
        var state = await store.ReadAsync<ProgrammeState>(
            Containers.Programme,
            ProgrammeState.StateId,
            ProgrammeState.StateId,
            cancellationToken
        );
        return new ProgrammeView
        {
            Company = await company.ProfileAsync(cancellationToken),
            Language = language,
            FormToken = person.FormToken,
            Today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime),
            Goals = await goals.AllAsync(cancellationToken),
            Challenges = await challenges.AllAsync(cancellationToken),
            Pulses = await pulses.AllAsync(cancellationToken),
            Tips = await tips.ReadAsync(cancellationToken),
            Guidelines = await company.GuidelinesAsync(cancellationToken),
            GuidelinesHistory = await company.GuidelinesHistoryAsync(cancellationToken),
            Branding = await branding.FindAsync(cancellationToken),
            Taken = (state?.Value.Taken ?? []).Select(one => one.Step).ToHashSet(),
        };
    }
}
