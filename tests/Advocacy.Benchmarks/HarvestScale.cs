using System.Diagnostics;
using System.Globalization;
using System.Net;
using Advocacy.Content;
using Advocacy.Local;
using Advocacy.Platform.Store;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Advocacy.Benchmarks;

/// <summary>
/// One harvest of many sources on a loopback server, into SQLite: <c>dotnet run -c Release --project tests/Advocacy.Benchmarks -- harvest 1000</c>.
/// First all hosts are quick, then the feeds of one host in fifty never answer; what is compared is when the others are done.
/// </summary>
internal static class HarvestScale
{
    private const int Hosts = 100;
    private const int TimeoutSeconds = 5;

    public static async Task<int> RunAsync(string[] sizes)
    {
        Console.WriteLine(
            "| sources | hosts that never answer | others done after, s | sources a second | whole run, s | ratio |"
        );
        Console.WriteLine("| ---: | ---: | ---: | ---: | ---: | ---: |");
        foreach (var size in sizes.Length == 0 ? ["1000"] : sizes)
        {
            var count = int.Parse(size, CultureInfo.InvariantCulture);
            // Once before, so that the first row does not pay for the start.
            await MeasureAsync(count, slowHosts: 0);
            var quick = await MeasureAsync(count, slowHosts: 0);
            Print(count, 0, quick, quick.Others);
            Print(count, 2, await MeasureAsync(count, slowHosts: 2), quick.Others);
        }
        return 0;
    }

    private static async Task<(double Others, double Whole, int Read)> MeasureAsync(int count, int slowHosts)
    {
        var folder = Directory.CreateTempSubdirectory("advocacy-harvest-").FullName;
        try
        {
            await using var server = await LoopbackServer.StartAsync(routes =>
                routes.MapGet("/feed", (HttpContext context) => AnswerAsync(context, slowHosts))
            );
            using var fetcher = new WebFetcher(
                new FetchOptions { AllowLoopback = true, TimeoutSeconds = TimeoutSeconds },
                TimeProvider.System,
                (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Loopback])
            );
            await using var host = LocalHost.Build(
                folder,
                clock: null,
                port: null,
                LogLevel.Error,
                services => services.AddSingleton(fetcher)
            );
            await AddAsync(host.Services.GetRequiredService<IDocumentStore>(), count, new Uri(server.BaseUrl).Port);
            var last = new LastRead();
            var start = Stopwatch.GetTimestamp();
            var report = await host.Services.GetRequiredService<FeedHarvester>().RunAsync(last, CancellationToken.None);
            var whole = Stopwatch.GetElapsedTime(start).TotalSeconds;
            return (Stopwatch.GetElapsedTime(start, last.At).TotalSeconds, whole, report.Of(HarvestOutcome.Read));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task AddAsync(IDocumentStore store, int count, int port)
    {
        for (var i = 0; i < count; i++)
        {
            var url = string.Create(CultureInfo.InvariantCulture, $"http://host{i % Hosts}.example:{port}/feed?{i}");
            await store.UpsertAsync(
                Containers.Sources,
                new FeedSource
                {
                    Id = string.Create(CultureInfo.InvariantCulture, $"s{i}"),
                    Name = url,
                    Url = url,
                }
            );
        }
    }

    private static async Task AnswerAsync(HttpContext context, int slowHosts)
    {
        var host = int.Parse(
            context.Request.Host.Host.AsSpan()[
                "host".Length..context.Request.Host.Host.IndexOf('.', StringComparison.Ordinal)
            ],
            CultureInfo.InvariantCulture
        );
        if (host < slowHosts)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted);
        }
        var items = string.Concat(
            Enumerable
                .Range(0, 10)
                .Select(i =>
                    $"<item><title>Story {i} of {context.Request.QueryString}</title><link>https://x.example/{i}{context.Request.QueryString}</link></item>"
                )
        );
        await context.Response.WriteAsync($"<rss version=\"2.0\"><channel><title>A</title>{items}</channel></rss>");
    }

    private static void Print(int count, int slow, (double Others, double Whole, int Read) run, double quick) =>
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"| {count} | {slow} of {Hosts} | {run.Others:0.00} | {run.Read / run.Others:0} | {run.Whole:0.00} | {run.Others / quick:0.00} |"
            )
        );

    /// <summary>When the last source that was read was done.</summary>
    private sealed class LastRead : IProgress<HarvestedSource>
    {
        private readonly Lock _lock = new();

        public long At { get; private set; }

        public void Report(HarvestedSource value)
        {
            if (value.Outcome == HarvestOutcome.Read)
            {
                lock (_lock)
                {
                    At = Stopwatch.GetTimestamp();
                }
            }
        }
    }
}
