using System.CommandLine;
using System.Net.Sockets;
using Advocacy.Local.Hosting;
using Advocacy.Local.Weeks;
using Advocacy.Platform.Sqlite;

namespace Advocacy.Local.Commands;

/// <summary>The whole system on one machine: the first start loads a company and mails its week, then the timers go on.</summary>
internal static class ServeCommand
{
    public static RootCommand Create()
    {
        var port = new Option<int>("--port")
        {
            Description = "Where the pages are served, on 127.0.0.1 only. Example: --port 8080",
            HelpName = "N",
            DefaultValueFactory = _ => LocalHost.DefaultPort,
        };
        port.Validators.Add(result =>
        {
            if (
                result.Tokens.Count == 1
                && !(int.TryParse(result.Tokens[0].Value, out var given) && given is > 0 and < 65536)
            )
            {
                result.AddError($"--port {result.Tokens[0].Value}: it takes a whole number from 1 to 65535.");
            }
        });
        var data = CommonOptions.Data();
        var company = CommonOptions.Company();
        var root = new RootCommand(
            """
            AdvocacyFunctions on one machine: harvests company posts, checks their tone, mails each opted-in employee a weekly
            digest of posts worth sharing. Without a command it starts the host and serves its pages.
            Example: dotnet run --project functions/Advocacy.Local -- --port 8080 --data ./trial
            """
        )
        {
            port,
            data,
            company,
        };
        root.SetAction(
            (parsed, cancellationToken) =>
                RunAsync(
                    parsed.GetValue(port),
                    parsed.GetValue(data)!,
                    parsed.GetValue(company) is { } folder ? CommonOptions.LoadCompany(folder) : null,
                    cancellationToken
                )
        );
        return root;
    }

    private static async Task<int> RunAsync(
        int port,
        string dataFolder,
        CompanyFolder? given,
        CancellationToken cancellationToken
    )
    {
        using var runLock = RunLock.Take(dataFolder);
        await using var host = LocalHost.Build(dataFolder, clock: null, port, LogLevel.Information);
        await LocalHost.CheckAsync(host.Services, cancellationToken);
        var known = await host.Services.GetRequiredService<GivenFeeds>().ReadAsync(cancellationToken);
        Map(host, known, given ?? known.Folder() ?? CompanyFolder.Sample());
        try
        {
            await host.StartAsync(cancellationToken);
        }
        catch (IOException error) when (error.InnerException is not null || error.GetBaseException() is SocketException)
        {
            throw new UsageException(
                $"Port {port} cannot be used: {error.GetBaseException().Message} Choose another with --port N."
            );
        }
        await Recovery.RunAsync(host.Services, cancellationToken);
        Console.WriteLine($"AdvocacyFunctions runs at http://127.0.0.1:{port}");
        Console.WriteLine(
            "Look there at the start page: mailbox, posts with their tone, employees and their consent, failures."
        );
        Console.WriteLine(
            $"Data: {Path.GetFullPath(dataFolder)}. Ctrl-C stops; the next start goes on with the same data."
        );
        try
        {
            await host
                .Services.GetRequiredService<FirstRun>()
                .RunAsync(given, $"http://127.0.0.1:{port}{LocalPaths.Sample}", Console.Out, cancellationToken);
            Console.WriteLine("The timers are on their schedule.");
            await Task.WhenAll(
                host.Services.GetRequiredService<TimerLoop>().RunAsync(cancellationToken),
                host.Services.GetRequiredService<QueuePump>().RunAsync(cancellationToken),
                PurgeDailyAsync(host.Services, cancellationToken)
            );
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Ctrl-C.
        }
        await host.StopAsync(CancellationToken.None);
        Console.WriteLine("Stopped.");
        return CommandLine.AllWell;
    }

    /// <summary>Expired documents are invisible at once; in Azure the store removes them by itself, here somebody must.</summary>
    private static async Task PurgeDailyAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        while (services.GetService<SqliteDocumentStore>() is { } store)
        {
            await Task.Delay(TimeSpan.FromDays(1), services.GetRequiredService<TimeProvider>(), cancellationToken);
            await store.PurgeExpiredAsync(cancellationToken);
        }
    }

    private static void Map(WebApplication host, GivenInputs known, CompanyFolder folder)
    {
        host.Use(LocalGuard.InvokeAsync);
        host.UseRouting();
        var hostJson = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "host.json"));
        host.MapFunctions(host.Services.GetRequiredService<FunctionCatalog>(), FunctionCatalog.RoutePrefix(hostJson));
        LocalPages.Map(host);
        host.MapCompany(
            LocalPaths.Sample,
            folder,
            known.FeedFiles,
            TimeProvider.System,
            host.Services.GetRequiredService<CompanyLoader>().SampleBase
        );
    }
}
