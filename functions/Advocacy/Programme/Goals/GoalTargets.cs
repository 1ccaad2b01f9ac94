using Advocacy.Platform.Store;

namespace Advocacy.Programme.Goals;

/// <summary>Reads and sets the company's goals.</summary>
public sealed class GoalTargets(IDocumentStore store, TimeProvider time)
{
    /// <summary>All that there ever were, in the order of their metrics; one that was given up has no current target.</summary>
    public async Task<IReadOnlyList<GoalTarget>> AllAsync(CancellationToken cancellationToken = default)
    {
        var all = await store
            .QueryAllAsync<GoalTarget>(new Query(Containers.Programme), cancellationToken)
            .Select(stored => stored.Value)
            .ToListAsync(cancellationToken);
        return [.. all.OrderBy(one => one.Metric)];
    }

    /// <summary>Sets a target from today on; setting the same again changes nothing.</summary>
    /// <param name="target">In the metric's unit; <c>null</c> gives the goal up.</param>
    public async Task SetAsync(
        GoalMetric metric,
        int? target,
        GoalPeriod period,
        CancellationToken cancellationToken = default
    )
    {
        var now = new TargetInForce(target, period, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime));
        var id = GoalTarget.IdOf(metric);
        if (target is not null)
        {
            var goal = new GoalTarget
            {
                Id = id,
                Metric = metric,
                Targets = [now],
            };
            if (await store.TryCreateAsync(Containers.Programme, goal, cancellationToken) is not null)
            {
                return;
            }
        }
        await store.ChangeAsync<GoalTarget>(Containers.Programme, id, id, goal => With(goal, now), cancellationToken);
    }

    private static GoalTarget? With(GoalTarget goal, TargetInForce now) =>
        goal.Current with { Since = now.Since } == now
            ? null
            // What was set and changed on the same day held for nobody.
            : goal with
            {
                Targets = [.. goal.Targets.Where(one => one.Since < now.Since), now],
            };
}
