using Advocacy.Local.Hosting;
using Advocacy.People;
using Advocacy.Platform.Store;
using Advocacy.Programme;

namespace Advocacy.Local.Weeks;

/// <summary>
/// What the host does when it starts: an empty folder gets a company and this week's digests at once, and so does one whose first
/// run was cut short; any other goes on where it was.
/// </summary>
internal sealed class FirstRun(
    Company company,
    Roster roster,
    IDocumentStore store,
    GivenFeeds feeds,
    WeekRunner runner,
    TimerLoop timers
)
{
    /// <param name="named">The company that the command line names; <c>null</c> for none.</param>
    /// <param name="servedAt">Where the host serves feed files.</param>
    /// <param name="output">Told what is done and why, and each stage.</param>
    /// <param name="cancellationToken">Stops between two steps; the next start goes on.</param>
    public async Task RunAsync(
        CompanyFolder? named,
        string servedAt,
        TextWriter output,
        CancellationToken cancellationToken
    )
    {
        var given = await feeds.ReadAsync(cancellationToken);
        if (await BeginAsync(named, given, output, cancellationToken) is { } inputs)
        {
            var report = await runner.RunAsync(
                inputs with
                {
                    ServedAt = servedAt,
                    AtOnce = true,
                },
                new LineDisplay(output),
                cancellationToken
            );
            foreach (var failure in report?.Failures ?? [])
            {
                await output.WriteLineAsync($"  Failed: {failure}");
            }
            foreach (var note in report?.Notes ?? [])
            {
                await output.WriteLineAsync($"  Note: {note}");
            }
            return;
        }
        await output.WriteLineAsync("The data folder has a company already: going on with it.");
        if (given.Company is not null && given.Folder() is null)
        {
            await output.WriteLineAsync(
                $"  Note: the company's folder {given.Company} cannot be read any more. Say where it is with --company DIR."
            );
        }
        await feeds.ServedAtAsync(given, servedAt, cancellationToken);
        foreach (var timer in new[] { "HarvestFeeds", "PlanDigests" })
        {
            await timers.RunNowAsync(timer, cancellationToken);
        }
    }

    /// <summary>What there is to load and run; <c>null</c> where it was done before.</summary>
    private async Task<WeekInputs?> BeginAsync(
        CompanyFolder? named,
        GivenInputs given,
        TextWriter output,
        CancellationToken cancellationToken
    )
    {
        if (named is not null)
        {
            await output.WriteLineAsync($"Loading {named.Profile.Name} from {named.Directory} and running its week.");
            return new WeekInputs { Company = named };
        }
        var isDone =
            await store.ReadAsync<WeekReport>(
                Containers.Editions,
                WeekReport.LastId,
                WeekReport.LastId,
                cancellationToken
            )
            is not null;
        if (!isDone && given.Folder() is { } begun)
        {
            await output.WriteLineAsync(
                $"The first run was cut short: loading {begun.Profile.Name} again and running its week."
            );
            return new WeekInputs { Company = begun };
        }
        if (await company.FindAsync(cancellationToken) is not null)
        {
            return null;
        }
        if (await roster.ZonesAsync(cancellationToken) is { Count: > 0 })
        {
            await output.WriteLineAsync("The data folder has people but no company yet: running their week.");
            return new WeekInputs();
        }
        var sample = CompanyFolder.Sample();
        await output.WriteLineAsync(
            $"The data folder is empty: loading the sample company, {sample.Profile.Name}, and running its week."
        );
        return new WeekInputs { Company = sample };
    }
}
