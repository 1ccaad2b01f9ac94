using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Advocacy.Content;
using Advocacy.Local.Weeks;
using Advocacy.Platform.Store;
using Spectre.Console;

namespace Advocacy.Local.Commands;

/// <summary>Runs one week to its end and exits, for scripts and real input.</summary>
internal static class WeekCommand
{
    public static Command Create()
    {
        var feed = new Option<string[]>("--feed")
        {
            Description =
                "A feed to harvest, URL or file; may be given several times. Example: --feed https://www.example.com/news.rss --feed ./blog.xml",
            HelpName = "URL|FILE",
            DefaultValueFactory = _ => [],
        };
        var roster = new Option<string?>("--roster")
        {
            Description = "The people, as CSV with the columns address, name, unit, ... Example: --roster ./people.csv",
            HelpName = "FILE.csv",
        };
        var drop = new Option<string[]>("--drop")
        {
            Description = "A content drop as JSON; may be given several times. Example: --drop ./launch.json",
            HelpName = "FILE.json",
            DefaultValueFactory = _ => [],
        };
        var now = new Option<string?>("--now")
        {
            Description =
                "When the run begins; its clock walks from there to the end of that ISO week. Default: now. Example: --now 2026-11-23T09:00+01:00",
            HelpName = "INSTANT",
        };
        var json = new Option<bool>("--json")
        {
            Description = "Print the result as one JSON object. Example: week --json | jq .employees",
        };
        var company = CommonOptions.Company();
        var data = CommonOptions.Data();
        var command = new Command(
            "week",
            """
            Run one week to its end and exit: harvest, tone, plan, send.
            Without --feed, --roster, --drop and --company it takes the sample company.
            A second run in the same week mails nobody twice. Exit 0 all well, 1 something failed, 2 wrong arguments.
            Example: week --feed https://www.example.com/news.rss --roster people.csv --data ./trial
            """
        )
        {
            feed,
            roster,
            drop,
            company,
            now,
            data,
            json,
        };
        command.SetAction(
            (parsed, cancellationToken) =>
            {
                var inputs = Inputs(
                    parsed.GetValue(feed)!,
                    parsed.GetValue(roster),
                    parsed.GetValue(drop)!,
                    parsed.GetValue(company)
                );
                var start = Instant(parsed.GetValue(now));
                inputs = inputs with { Day = DateOnly.FromDateTime(start.DateTime) };
                return RunAsync(inputs, start, parsed.GetValue(data)!, parsed.GetValue(json), cancellationToken);
            }
        );
        return command;
    }

    private static async Task<int> RunAsync(
        WeekInputs inputs,
        DateTimeOffset start,
        string dataFolder,
        bool asJson,
        CancellationToken cancellationToken
    )
    {
        using var runLock = RunLock.Take(dataFolder);
        var clock = new SteppingClock(ToMilliseconds(start));
        await using var host = LocalHost.Build(dataFolder, clock, port: null, LogLevel.Warning);
        await LocalHost.CheckAsync(host.Services, cancellationToken);
        await using var files = await ServeFilesAsync(inputs, clock, host.Services, cancellationToken);
        await Recovery.RunAsync(host.Services, cancellationToken);

        var display = Display(asJson);
        var run = host.Services.GetRequiredService<WeekRun>();
        var report = await display.ShowAsync(() =>
            run.RunAsync(inputs with { ServedAt = files.BaseUrl }, display, cancellationToken)
        );
        if (asJson)
        {
            Console.WriteLine(JsonSerializer.Serialize(report, DocumentJson.Options));
        }
        else
        {
            WeekTable.Write(AnsiConsole.Console, report);
        }
        return report.Failures.Count == 0 ? CommandLine.AllWell : CommandLine.SomethingFailed;
    }

    /// <summary>
    /// Files are fetched over HTTP like any feed, so that the same harvest reads them: this run's, and those of earlier runs.
    /// </summary>
    public static async Task<LoopbackServer> ServeFilesAsync(
        WeekInputs inputs,
        TimeProvider clock,
        IServiceProvider services,
        CancellationToken cancellationToken
    )
    {
        var given = (await services.GetRequiredService<GivenFeeds>().ReadAsync(cancellationToken)).With(inputs);
        var files = FeedServer.Keyed(given.FeedFiles, inputs.Company ?? given.Folder());
        var publicBase = services.GetRequiredService<CompanyLoader>().SampleBase;
        return await LoopbackServer.StartAsync(
            routes => routes.MapFeedFiles("", files, [], clock, publicBase),
            cancellationToken
        );
    }

    private static StageDisplay Display(bool asJson) =>
        asJson ? new NoDisplay()
        : AnsiConsole.Profile.Out.IsTerminal ? new BarDisplay(AnsiConsole.Console)
        : new LineDisplay(Console.Out);

    private static WeekInputs Inputs(string[] feeds, string? roster, string[] drops, string? company)
    {
        foreach (var feed in feeds.Where(feed => UrlCanonicalizer.Canonical(feed) is null))
        {
            _ = feed.Contains("://", StringComparison.Ordinal)
                ? throw UsageException.Argument($"--feed {feed}: it takes an http or https URL, or a file.")
                : CommonOptions.ExistingFile("--feed", feed);
        }
        var none = feeds.Length == 0 && drops.Length == 0 && roster is null && company is null;
        return new WeekInputs
        {
            Feeds = feeds,
            Roster = roster is null ? null : CommonOptions.ExistingFile("--roster", roster),
            Drops = [.. drops.Select(drop => CommonOptions.ExistingFile("--drop", drop))],
            Company =
                none ? CompanyFolder.Sample()
                : company is null ? null
                : CommonOptions.LoadCompany(company),
        };
    }

    /// <summary>With its own offset, which says what day it is for whoever runs the week.</summary>
    private static DateTimeOffset Instant(string? text)
    {
        if (text is null)
        {
            return TimeProvider.System.GetLocalNow();
        }
        if (
            !DateTimeOffset.TryParse(
                text,
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal,
                out var instant
            )
        )
        {
            throw UsageException.Argument(
                $"--now {text}: it takes an instant such as 2026-11-23T09:00+01:00 (without an offset it is UTC)."
            );
        }
        return instant.Year is >= FirstYear and <= LastYear
            ? instant
            : throw UsageException.Argument($"--now {text}: it takes an instant from {FirstYear} to {LastYear}.");
    }

    /// <summary>As documents keep it: what this run writes must not seem older than its start.</summary>
    private static DateTimeOffset ToMilliseconds(DateTimeOffset instant) =>
        DateTimeOffset.FromUnixTimeMilliseconds(instant.ToUnixTimeMilliseconds());

    private const int FirstYear = 2000;

    /// <summary>Links of ten years' life and documents of thirteen months' must still have a date.</summary>
    private const int LastYear = 2199;
}
