using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Advocacy.Digests;
using Advocacy.Insights;
using Advocacy.Insights.Dashboard;
using Advocacy.Local.Figures;
using Advocacy.Platform.Store;
using Spectre.Console;

namespace Advocacy.Local.Commands;

/// <summary>Shows, proves and values what advocacy brought.</summary>
internal static class InsightsCommand
{
    public static Command Create()
    {
        var command = new Command(
            "insights",
            "Show what advocacy brought, prove the figures, say what a click is worth."
        );
        command.Subcommands.Add(Show());
        command.Subcommands.Add(Rebuild());
        command.Subcommands.Add(InsightRatesCommand.Create());
        return command;
    }

    private static Command Show()
    {
        var week = new Option<string?>("--week")
        {
            Description = "The ISO week. Default: this one. Example: --week 2026-W48",
            HelpName = "YYYY-Www",
        };
        var json = new Option<bool>("--json") { Description = "Print everything that the dashboard shows as JSON." };
        var data = CommonOptions.Data();
        var command = new Command(
            "show",
            """
            Print what a week brought: in all and by unit, archetype, channel, post, text, topic, language, reason and hour. Nothing is printed
            about fewer than five people; a week that goes on is shown in steps of five. Changes nothing.
            Example: insights show --week 2026-W48 --data ./trial
            """
        )
        {
            week,
            json,
            data,
        };
        command.SetAction(
            (parsed, cancellationToken) =>
                ShowAsync(
                    CommonOptions.IsoWeek(parsed.GetValue(week)),
                    parsed.GetValue(json),
                    parsed.GetValue(data)!,
                    cancellationToken
                )
        );
        return command;
    }

    private static Command Rebuild()
    {
        var check = new Option<bool>("--check")
        {
            Description =
                "Write no figure, only compare what is stored with what the events say. Exit 1 where it differs.",
        };
        var data = CommonOptions.Data();
        var command = new Command(
            "rebuild",
            """
            Find every figure anew from the events that are kept. Figures of days whose events have begun to expire stay as they are.
            Exit 0 all well, 1 something failed or differs, 2 wrong arguments.
            Example: insights rebuild --check --data ./trial
            """
        )
        {
            check,
            data,
        };
        command.SetAction(
            (parsed, cancellationToken) =>
                RebuildAsync(parsed.GetValue(check), parsed.GetValue(data)!, cancellationToken)
        );
        return command;
    }

    private static async Task<int> ShowAsync(
        string? week,
        bool json,
        string dataFolder,
        CancellationToken cancellationToken
    )
    {
        await using var host = await LocalHost.OpenWithDataAsync(dataFolder, cancellationToken);
        var today = host.Services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
        var figures = await host
            .Services.GetRequiredService<InsightReader>()
            .DashboardAsync(week ?? Edition.IdOf(DateOnly.FromDateTime(today)), cancellationToken: cancellationToken);
        if (json)
        {
            Console.WriteLine(JsonSerializer.Serialize(figures, DocumentJson.Options));
        }
        else
        {
            FigureTables.Write(AnsiConsole.Console, figures);
        }
        return CommandLine.AllWell;
    }

    private static async Task<int> RebuildAsync(bool check, string dataFolder, CancellationToken cancellationToken)
    {
        await using var host = await LocalHost.OpenWithDataAsync(dataFolder, cancellationToken);
        if (!check)
        {
            var days = await host.Services.GetRequiredService<InsightRollUp>().RebuildAsync(cancellationToken);
            Console.WriteLine(Line($"{days} days summed anew from their events."));
            return CommandLine.AllWell;
        }
        var report = await host.Services.GetRequiredService<InsightCheck>().RunAsync(cancellationToken);
        Console.WriteLine(
            Line(
                $"{report.Days} days summed again and compared: {report.Differences.Count} documents differ. {report.Pending} days wait for the next roll-up."
            )
        );
        foreach (var id in report.Differences)
        {
            Console.WriteLine(Line($"  {id}"));
        }
        return report.Differences.Count == 0 ? CommandLine.AllWell : CommandLine.SomethingFailed;
    }

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
