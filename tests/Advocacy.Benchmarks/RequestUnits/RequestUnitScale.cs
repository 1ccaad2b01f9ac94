using System.Globalization;
using System.Text.Json;
using Advocacy.Digests;
using Advocacy.Engagement;
using Advocacy.Local;
using Advocacy.Platform.Cosmos;
using Advocacy.Platform.Store;
using Advocacy.Tests.Platform.Cosmos;
using Advocacy.Tests.Platform.Cosmos.Gateway;
using Microsoft.Azure.Cosmos;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Advocacy.Benchmarks.RequestUnits;

/// <summary>
/// What a week of generated companies costs in request units:
/// <c>dotnet run -c Release --project tests/Advocacy.Benchmarks -- ru 1000 10000</c>. Charges are the account's own where
/// <c>ADVOCACY_COSMOS_ENDPOINT</c> names one, else those of the gateway in this process (see ChargeModel), with strong reads. With <c>--measured FILE</c> the first and the last size become the figures that the command <c>cost</c> reads.
/// </summary>
internal static class RequestUnitScale
{
    private static readonly DateTimeOffset s_start = new(2026, 11, 23, 0, 0, 0, TimeSpan.Zero);
    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static async Task<int> RunAsync(string[] arguments)
    {
        var (sizes, file) = arguments is [.. var before, "--measured", var path] ? (before, path) : (arguments, null);
        var results = new List<RequestUnitResult>();
        foreach (var size in sizes.Length == 0 ? ["1000", "10000"] : sizes)
        {
            var result = await MeasureAsync(int.Parse(size, CultureInfo.InvariantCulture));
            Console.WriteLine(JsonSerializer.Serialize(result, s_json));
            RequestUnitTable.Print(result, Console.Out);
            results.Add(result);
        }
        if (file is not null)
        {
            RequestUnitFigures.Of(results[0], results[^1]).Write(file);
        }
        return 0;
    }

    private static async Task<RequestUnitResult> MeasureAsync(int employees)
    {
        var folder = Directory.CreateTempSubdirectory("advocacy-ru-").FullName;
        var clock = new SteppingClock(s_start);
        GatewayServer? server = null;
        try
        {
            var (client, options) = RealAccount.FromEnvironment() is { } real
                ? await real.ConnectAsync(CancellationToken.None)
                : Own(server = await GatewayServer.StartAsync(clock, ranges: 1));
            using var book = new ChargeBook();
            using var charges = new RequestCharges(options);
            await using var host = LocalHost.Build(
                Path.Combine(folder, "data"),
                clock,
                port: null,
                LogLevel.Warning,
                services =>
                    services
                        .AddSingleton<IDocumentStore>(new CosmosDocumentStore(client, options, charges))
                        .AddSingleton<CloudWeek>()
            );
            var inputs = await GeneratedCompany.WriteAsync(folder, employees, s_start);
            var week = host.Services.GetRequiredService<CloudWeek>();
            var mailed = await week.RunAsync(inputs, book);
            var rows = book.Rows();
            var store = host.Services.GetRequiredService<IDocumentStore>();
            return new RequestUnitResult(employees, mailed, server is null ? "account" : "model", rows)
            {
                Messages = week.Messages,
                TimerRuns = week.TimerRuns,
                StoredBytes =
                    await BytesAsync<Delivery>(store, Containers.Deliveries)
                    + await BytesAsync<EngagementEvent>(store, Containers.Engagements),
            };
        }
        finally
        {
            server?.Dispose();
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Bytes of JSON, without what Cosmos DB adds to each document and keeps in its index.</summary>
    private static async Task<long> BytesAsync<T>(IDocumentStore store, Advocacy.Platform.Store.Container container)
        where T : Document
    {
        var bytes = 0L;
        await foreach (var (document, _) in store.ScanAsync<T>(container, 0, 1))
        {
            bytes += DocumentLimits.Serialize(document).Length;
        }
        return bytes;
    }

    private static (CosmosClient, CosmosOptions) Own(GatewayServer server) => (server.Client, server.Options);
}

/// <param name="Employees">On the roster.</param>
/// <param name="Mailed">Digests planned in the week.</param>
/// <param name="Charges">Whose charges they are: the account's own, or the model's.</param>
/// <param name="Rows">What was done, and what it cost.</param>
internal sealed record RequestUnitResult(int Employees, int Mailed, string Charges, IReadOnlyList<ChargeRow> Rows)
{
    public int Messages { get; init; }
    public int TimerRuns { get; init; }

    /// <summary>Deliveries and events of the week.</summary>
    public long StoredBytes { get; init; }
}
