using Advocacy.Digests;
using Advocacy.Tone;
using Microsoft.Azure.Functions.Worker;

namespace Advocacy.Functions;

/// <summary>Plans the digests of everyone whose hour has come. Off the full hour, when everybody else sends.</summary>
public sealed class PlanDigests(DigestPlanner planner, ToneRejudge tone)
{
    [Function(nameof(PlanDigests))]
    public async Task RunAsync([TimerTrigger("0 53 * * * *")] TimerInfo timer, CancellationToken cancellationToken)
    {
        // A policy that became stricter counts for the very next digests.
        await tone.IfPolicyChangedAsync(cancellationToken);
        await planner.PlanDueAsync(cancellationToken);
    }
}
