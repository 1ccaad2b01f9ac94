using System.Diagnostics;
using System.Globalization;
using Advocacy.Local;
using Advocacy.Local.Weeks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Advocacy.Benchmarks;

/// <summary>
/// A whole week for generated companies: <c>dotnet run -c Release --project tests/Advocacy.Benchmarks -- week 10000 100000</c>. Each size runs
/// in a process of its own, so that its peak memory is its own.
/// </summary>
internal static class WeekScale
{
    private static readonly DateTimeOffset s_start = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);

    /// <summary>Runs each size in a child process and waits for it.</summary>
    public static async Task<int> RunAsync(string[] sizes)
    {
        Console.WriteLine($"| employees | stage | seconds | employees a second | peak memory MB |");
        Console.WriteLine("| ---: | --- | ---: | ---: | ---: |");
        foreach (var size in sizes.Length == 0 ? ["10000", "100000"] : sizes)
        {
            using var child = Process.Start(
                new ProcessStartInfo("dotnet", [Environment.GetCommandLineArgs()[0], "week-once", size])
                {
                    UseShellExecute = false,
                }
            )!;
            await child.WaitForExitAsync();
            if (child.ExitCode != 0)
            {
                return child.ExitCode;
            }
        }
        return 0;
    }

    /// <summary>Runs one size in this process and prints its rows.</summary>
    public static async Task<int> RunOnceAsync(int employees)
    {
        var folder = Directory.CreateTempSubdirectory("advocacy-week-").FullName;
        try
        {
            var inputs = await GeneratedCompany.WriteAsync(folder, employees, s_start);
            await using var host = LocalHost.Build(
                Path.Combine(folder, "data"),
                new SteppingClock(s_start),
                port: null,
                LogLevel.Warning
            );
            var display = new TimedDisplay(employees);
            var report = await host.Services.GetRequiredService<WeekRun>().RunAsync(inputs, display);
            display.Total();
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"<!-- {report.Employees.Due} due, {report.Employees.Mailed} mailed, {report.Failures.Count} failures; collections {GC.CollectionCount(0)}/{GC.CollectionCount(1)}/{GC.CollectionCount(2)} -->"
                )
            );
            return report.Failures.Count;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Prints each stage with its time and the peak so far.</summary>
    private sealed class TimedDisplay(int employees) : StageDisplay
    {
        private readonly long _start = Stopwatch.GetTimestamp();
        private long _stage;

        public override void Begin(string stage, long? total) => _stage = Stopwatch.GetTimestamp();

        public override void Advance(string stage, long by) { }

        public override void Done(string stage, string summary) => Print(stage, Stopwatch.GetElapsedTime(_stage));

        public void Total() => Print("all", Stopwatch.GetElapsedTime(_start));

        private void Print(string stage, TimeSpan elapsed)
        {
            using var process = Process.GetCurrentProcess();
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {employees} | {stage} | {elapsed.TotalSeconds:0.0} | {employees / elapsed.TotalSeconds:0} | {process.PeakWorkingSet64 / 1e6:0} |"
                )
            );
        }
    }
}
