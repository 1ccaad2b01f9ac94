using System.Diagnostics.Metrics;
using Advocacy.Platform.Cosmos;

namespace Advocacy.Benchmarks.RequestUnits;

/// <summary>Sums what the store's own metric measures, by stage, container and operation.</summary>
internal sealed class ChargeBook : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly Dictionary<(string Stage, string Container, string Operation), (long Count, double Units)> _sums =
    [];
    private readonly Lock _lock = new();
    private string _stage = "";

    public ChargeBook()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Name == RequestCharges.InstrumentName)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<double>((_, charge, tags, _) => Add(charge, tags));
        _listener.Start();
    }

    /// <summary>Everything from now on belongs to this stage.</summary>
    public void Begin(string stage)
    {
        lock (_lock)
        {
            _stage = stage;
        }
    }

    public IReadOnlyList<ChargeRow> Rows()
    {
        lock (_lock)
        {
            return
            [
                .. _sums.Select(sum => new ChargeRow(
                    sum.Key.Stage,
                    sum.Key.Container,
                    sum.Key.Operation,
                    sum.Value.Count,
                    Math.Round(sum.Value.Units, 1)
                )),
            ];
        }
    }

    public void Dispose() => _listener.Dispose();

    private void Add(double charge, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var (container, operation) = ("", "");
        foreach (var (name, value) in tags)
        {
            container = name == "db.collection.name" ? (string)value! : container;
            operation = name == "db.operation.name" ? (string)value! : operation;
        }
        lock (_lock)
        {
            var (count, units) = _sums.GetValueOrDefault((_stage, container, operation));
            _sums[(_stage, container, operation)] = (count + 1, units + charge);
        }
    }
}

/// <summary>Operations of one kind in one container and stage, and the request units that they cost together.</summary>
internal sealed record ChargeRow(string Stage, string Container, string Operation, long Operations, double Units);
