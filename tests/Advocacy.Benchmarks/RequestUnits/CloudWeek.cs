using Advocacy.Content;
using Advocacy.Digests;
using Advocacy.Insights;
using Advocacy.Local;
using Advocacy.Local.Hosting;
using Advocacy.Local.Weeks;

namespace Advocacy.Benchmarks.RequestUnits;

/// <summary>
/// A week as the functions run it in Azure: timers every hour and every day, queues drained in between. The command <c>week</c>
/// counts documents for its report besides; none of that is here.
/// </summary>
internal sealed class CloudWeek(
    CompanyLoader loader,
    FeedHarvester harvester,
    DigestPlanner planner,
    ClaimSettler settler,
    AilingFeeds feeds,
    InsightRollUp rollUp,
    QueuePump pump,
    TimeProvider time
)
{
    public const string Import = "1 roster import, once";
    public const string Content = "2 content and tone";
    public const string Plan = "3 plan";
    public const string Send = "4 send and record";
    public const string RollUp = "5 roll up, hourly";
    public const string Upkeep = "6 harvest and keep house";

    /// <summary>Runs of timers and messages worked on since the roster was loaded.</summary>
    public int TimerRuns { get; private set; }

    public int Messages { get; private set; }

    /// <returns>How many digests were planned.</returns>
    public async Task<int> RunAsync(WeekInputs inputs, ChargeBook book)
    {
        var start = time.GetUtcNow();
        book.Begin(Import);
        await loader.LoadAsync(inputs, new NoDisplay());
        book.Begin(Content);
        await DrainAsync();
        var planned = 0;
        for (var hour = 0; hour < 7 * 24; hour++)
        {
            ((SteppingClock)time).StepTo(start.AddHours(hour).AddMinutes(53));
            book.Begin(Plan);
            planned += (await planner.PlanDueAsync()).Planned;
            book.Begin(Send);
            await DrainAsync();
            book.Begin(RollUp);
            await rollUp.RunAsync();
            book.Begin(Upkeep);
            await harvester.RunAsync();
            if (hour % 24 == 0)
            {
                await settler.SettleAllAsync();
                await feeds.NameAsync();
                TimerRuns += 2;
            }
            TimerRuns += 3;
        }
        return planned;
    }

    private Task<int> DrainAsync() => pump.DrainAsync((_, count) => Messages += count);
}
