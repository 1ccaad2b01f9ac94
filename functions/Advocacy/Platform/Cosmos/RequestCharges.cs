using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Advocacy.Platform.Cosmos;

/// <summary>
/// What each operation cost in request units, as a histogram by OpenTelemetry's semantic conventions for Azure Cosmos DB:
/// <c>azure.cosmosdb.client.operation.request_charge</c> by operation, container and status.
/// </summary>
public sealed class RequestCharges : IDisposable
{
    public const string MeterName = "Advocacy";
    public const string InstrumentName = "azure.cosmosdb.client.operation.request_charge";

    private readonly Meter? _own;
    private readonly Histogram<double> _charges;
    private readonly string _database;

    /// <param name="options">Names the database.</param>
    /// <param name="meters">Makes and keeps the meter; without one it is our own.</param>
    public RequestCharges(CosmosOptions options, IMeterFactory? meters = null)
    {
        _database = options.Database;
        var meter = meters?.Create(MeterName) ?? (_own = new Meter(MeterName));
        _charges = meter.CreateHistogram(
            InstrumentName,
            "{request_unit}",
            "Request units consumed by the operation.",
            advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [1, 5, 10, 25, 50, 100, 250, 500, 1000] }
        );
    }

    /// <param name="operation">As <c>db.operation.name</c>, see <see cref="CosmosOperation"/>.</param>
    /// <param name="container">The container's name.</param>
    /// <param name="charge">Request units.</param>
    /// <param name="status">The HTTP status that Cosmos DB answered.</param>
    public void Record(string operation, string container, double charge, int status) =>
        _charges.Record(
            charge,
            new TagList
            {
                { "db.system.name", "azure.cosmosdb" },
                { "db.namespace", _database },
                { "db.collection.name", container },
                { "db.operation.name", operation },
                { "db.response.status_code", status },
            }
        );

    public void Dispose() => _own?.Dispose();
}
