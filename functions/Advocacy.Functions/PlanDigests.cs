using Advocacy.Digests;
using Microsoft.Azure.Functions.Worker;

namespace Advocacy.Functions;

/// <summary>Plans the digests of everyone whose hour has come. Off the full hour, when everybody else sends.</summary>
public sealed class PlanDigests(DigestPlanner planner)
{
    [Function(nameof(PlanDigests))]
    public Task RunAsync([TimerTrigger("0 53 * * * *")] TimerInfo timer, CancellationToken cancellationToken) =>
        planner.PlanDueAsync(cancellationToken);
}
