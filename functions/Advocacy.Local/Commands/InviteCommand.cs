using System.CommandLine;
using System.Text.Json;
using Advocacy.Digests;
using Advocacy.Invitations;
using Advocacy.Local.Hosting;
using Advocacy.Platform.Store;
using Advocacy.Programme;

namespace Advocacy.Local.Commands;

/// <summary>Asks everyone on the roster who never decided, once for ever.</summary>
internal static class InviteCommand
{
    public static Command Create()
    {
        var dryRun = new Option<bool>("--dry-run")
        {
            Description = "Only say how many would be asked. Example: invite --dry-run",
        };
        var json = new Option<bool>("--json")
        {
            Description = "Print the result as one JSON object. Example: invite --json | jq .invited",
        };
        var data = CommonOptions.Data();
        var command = new Command(
            "invite",
            """
            Mail everyone on the roster who never decided, and ask whether they would like to take part. Each is asked once, ever: a
            second run leaves them alone, whatever they answered.
            Where the host runs on the same data folder, it sends the mails; else this command does.
            Example: invite --data ./trial
            """
        )
        {
            dryRun,
            json,
            data,
        };
        command.SetAction(
            (parsed, cancellationToken) =>
                RunAsync(parsed.GetValue(data)!, parsed.GetValue(dryRun), parsed.GetValue(json), cancellationToken)
        );
        return command;
    }

    private static async Task<int> RunAsync(
        string dataFolder,
        bool dryRun,
        bool asJson,
        CancellationToken cancellationToken
    )
    {
        await using var host = await LocalHost.OpenAsync(dataFolder, cancellationToken);
        if (await host.Services.GetRequiredService<Company>().FindAsync(cancellationToken) is null)
        {
            throw new UsageException(
                $"There is no company in {dataFolder} yet: run `week --company DIR` first, or start the host."
            );
        }
        var plan = await host.Services.GetRequiredService<InvitationPlanner>().PlanAsync(dryRun, cancellationToken);
        var report = new InvitationReport(dryRun, plan.People, plan.Invited, plan.LeftOut);
        if (!dryRun)
        {
            report = report with { Waiting = plan.Invited };
            if (RunLock.TryTake(dataFolder) is { } runLock)
            {
                using (runLock)
                {
                    report = await SendAsync(host.Services, report, cancellationToken);
                }
            }
        }
        Console.WriteLine(asJson ? JsonSerializer.Serialize(report, DocumentJson.Options) : Sentence(report));
        return report.Failed == 0 ? CommandLine.AllWell : CommandLine.SomethingFailed;
    }

    private static async Task<InvitationReport> SendAsync(
        IServiceProvider services,
        InvitationReport report,
        CancellationToken cancellationToken
    )
    {
        var before = await CountAsync(services, cancellationToken);
        await services.GetRequiredService<QueuePump>().DrainAsync(cancellationToken: cancellationToken);
        var after = await CountAsync(services, cancellationToken);
        return report with
        {
            Sent = after[DeliveryState.Sent] - before[DeliveryState.Sent],
            Failed = after[DeliveryState.Failed] - before[DeliveryState.Failed],
            Waiting = after[DeliveryState.Planned],
        };
    }

    private static async Task<Dictionary<DeliveryState, int>> CountAsync(
        IServiceProvider services,
        CancellationToken cancellationToken
    )
    {
        var counts = Enum.GetValues<DeliveryState>().ToDictionary(state => state, _ => 0);
        var store = services.GetRequiredService<IDocumentStore>();
        await foreach (var (one, _) in store.ScanAsync<Invitation>(Containers.Deliveries, 0, 1, cancellationToken))
        {
            counts[one.State]++;
        }
        return counts;
    }

    private static string Sentence(InvitationReport report) =>
        report switch
        {
            { DryRun: true } => $"{report.Invited} of {report.People} people would be asked. Nothing was sent.",
            { Waiting: > 0 } =>
                $"{report.Invited} of {report.People} people are asked: {report.Sent} mails sent, {report.Waiting} on the queue. The running host sends them, or its next start does.",
            _ =>
                $"{report.Invited} of {report.People} people are asked: {report.Sent} mails sent, {report.Failed} could not be.",
        };

    /// <param name="LeftOut">They decided, were asked before, or are away.</param>
    private sealed record InvitationReport(bool DryRun, int People, int Invited, int LeftOut)
    {
        public int Sent { get; init; }
        public int Failed { get; init; }

        /// <summary>On the queue, for the running host.</summary>
        public int Waiting { get; init; }
    }
}
