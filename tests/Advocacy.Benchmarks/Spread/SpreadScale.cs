using System.Diagnostics;
using System.Globalization;

namespace Advocacy.Benchmarks.Spread;

/// <summary>
/// The spread of generated companies beside three plain ways and a newsletter by topic:
/// <c>dotnet run -c Release --project tests/Advocacy.Benchmarks -- spread 1000 10000 100000 1000000</c>. Each way of each size runs in a
/// process of its own, so that its time and its peak memory are its own.
/// </summary>
internal static class SpreadScale
{
    public static async Task<int> RunAsync(string[] sizes)
    {
        Console.WriteLine(
            $"{SpreadCompany.PostsAtATime} posts of {SpreadCompany.TextsOfAPost} texts, {SpreadCompany.Editions} editions of which the last is measured."
        );
        Console.WriteLine(
            "| employees | way | same text | bound | above bound | two weeks running | largest burst | busiest hour | largest share | relevance | posts each | without any | variants per 100 | seconds | processor seconds | peak MB |"
        );
        Console.WriteLine(
            "| ---: | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |"
        );
        foreach (var size in sizes.Length == 0 ? ["1000", "10000", "100000", "1000000"] : sizes)
        {
            foreach (var way in SpreadStrategy.All.Keys)
            {
                string[] arguments = [Environment.GetCommandLineArgs()[0], "spread-once", size, way];
                using var child = Process.Start(new ProcessStartInfo("dotnet", arguments) { UseShellExecute = false })!;
                await child.WaitForExitAsync();
                if (child.ExitCode != 0)
                {
                    return child.ExitCode;
                }
            }
        }
        return 0;
    }

    /// <summary>Runs one way for one size in this process and prints its row.</summary>
    public static int RunOnce(int employees, string way)
    {
        var company = new SpreadCompany(employees);
        var strategy = SpreadStrategy.All[way]();
        var plans = new List<SpreadPlan>();
        var slowest = (Wall: TimeSpan.Zero, Processor: TimeSpan.Zero);
        using var process = Process.GetCurrentProcess();
        for (var edition = 0; edition < SpreadCompany.Editions; edition++)
        {
            var start = Stopwatch.GetTimestamp();
            var before = Environment.CpuUsage.TotalTime;
            plans.Add(strategy.Plan(company, edition, plans));
            var elapsed = Stopwatch.GetElapsedTime(start);
            // On a machine that others use too, the processor's time says what the wall clock cannot.
            slowest = elapsed > slowest.Wall ? (elapsed, Environment.CpuUsage.TotalTime - before) : slowest;
        }
        var peak = process.PeakWorkingSet64 / 1e6;
        var m = SpreadMeasures.Of(company, SpreadCompany.Editions - 1, plans[^1], plans[^2]);
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"| {employees} | {way} | {m.SameText:0.0000} | {m.Bound:0.0000} | {m.SameText / m.Bound - 1:0.0%} | {m.Repeated:0.0%} | {m.Burst:0.0%} | {m.BusiestHour:0.0%} | {m.LargestShare:0.0%} | {m.Relevance:0.000} | {m.PostsEach:0.00} | {m.WithoutAny:0.0%} | {m.Variants:0.0} | {slowest.Wall.TotalSeconds:0.0} | {slowest.Processor.TotalSeconds:0.0} | {peak:0} |"
            )
        );
        return 0;
    }
}
