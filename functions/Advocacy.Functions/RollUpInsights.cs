using Advocacy.Insights;
using Microsoft.Azure.Functions.Worker;

namespace Advocacy.Functions;

/// <summary>Rebuilds the aggregates that dashboards read.</summary>
public sealed class RollUpInsights(InsightRollUp rollUp)
{
    [Function(nameof(RollUpInsights))]
    public Task RunAsync([TimerTrigger("0 23 * * * *")] TimerInfo timer, CancellationToken cancellationToken) =>
        rollUp.RunAsync(cancellationToken);
}
