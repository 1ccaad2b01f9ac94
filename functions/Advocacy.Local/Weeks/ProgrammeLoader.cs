using Advocacy.Digests;
using Advocacy.Platform.Store;
using Advocacy.Programme.Goals;
using Advocacy.Programme.Pulse;
using Advocacy.Programme.Training;

namespace Advocacy.Local.Weeks;

/// <summary>Puts a folder's programme where it is not yet: what the comms team changed on its page since is left as it is.</summary>
internal sealed class ProgrammeLoader(GoalTargets goals, Tips tips, IDocumentStore store, TimeProvider time)
{
    public async Task LoadAsync(CompanyProgramme programme, CancellationToken cancellationToken = default)
    {
        var known = (await goals.AllAsync(cancellationToken)).Select(goal => goal.Metric).ToHashSet();
        foreach (var (metric, target, period) in programme.Goals.Where(goal => !known.Contains(goal.Metric)))
        {
            await goals.SetAsync(metric, target, period, cancellationToken);
        }
        foreach (var (index, tip) in programme.Tips.Index())
        {
            // In the order of the file.
            var added = time.GetUtcNow().AddMilliseconds(index);
            await tips.AddAsync(tip with { AddedAt = added }, cancellationToken);
        }
        if (programme.Pulse is { } pulse)
        {
            var edition = Edition.IdOf(DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime));
            // Once it is there it keeps its week, whatever other questions there are.
            await store.TryCreateAsync<PulseQuestion>(
                Containers.Programme,
                pulse with
                {
                    FirstEdition = edition,
                },
                cancellationToken
            );
        }
    }
}
