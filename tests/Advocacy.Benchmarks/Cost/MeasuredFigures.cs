using System.Text.Json;
using System.Text.Json.Serialization;

namespace Advocacy.Benchmarks.Cost;

/// <summary>
/// What was measured, as a JSON file. A quantity that was not measured is left out; the table says so. For example
/// <c>{"source":"...","date":"2026-11-24","perEmployeeWeek":{"store":[{"operation":"deliveries create","count":0.8,"ru":7.2}],
/// "mails":0.8},"perMonth":{"textRecords":400}}</c>.
/// </summary>
/// <param name="Source">The command or the place that the figures come from.</param>
/// <param name="Date">When, ISO 8601.</param>
/// <param name="PerEmployeeWeek">For one employee in one week, everything of the week counted.</param>
/// <param name="PerMonth">What does not depend on the number of employees: timers, feeds, posts.</param>
internal sealed record MeasuredFigures(string Source, string Date, Quantities PerEmployeeWeek, Quantities PerMonth)
{
    private static readonly JsonSerializerOptions s_options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        WriteIndented = true,
    };

    public void Write(string path) => File.WriteAllText(path, JsonSerializer.Serialize(this, s_options));

    /// <exception cref="InvalidDataException">Says what is wrong with the file.</exception>
    public static T Read<T>(string path)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(File.ReadAllText(path), s_options)
                ?? throw new InvalidDataException($"{path} holds null.");
        }
        catch (JsonException error)
        {
            throw new InvalidDataException($"{path}: {error.Message}", error);
        }
        catch (IOException error)
        {
            throw new InvalidDataException($"{path}: {error.Message}", error);
        }
    }
}

/// <summary>Amounts of what is paid for; <c>null</c> where it was not measured.</summary>
internal sealed record Quantities
{
    public IReadOnlyList<StoreOperation> Store { get; init; } = [];

    /// <summary>Calls of the queue service: enqueue, receive, delete, poll.</summary>
    public double? QueueOperations { get; init; }

    public double? Executions { get; init; }

    /// <summary>Run time of the functions in seconds times the gigabytes of an instance.</summary>
    public double? GigabyteSeconds { get; init; }

    public double? Mails { get; init; }

    /// <summary>Bytes of documents that this adds and that stay until they expire.</summary>
    public double? StoredBytes { get; init; }

    public double? LoggedBytes { get; init; }

    /// <summary>Of Azure AI Language; one is up to 1,000 characters.</summary>
    public double? TextRecords { get; init; }

    [JsonIgnore]
    public double Ru => Store.Sum(operation => operation.Count * operation.Ru);
}

/// <param name="Operation">Container and operation, for example <c>deliveries create</c>.</param>
/// <param name="Count">How many.</param>
/// <param name="Ru">What one costs.</param>
internal sealed record StoreOperation(string Operation, double Count, double Ru);
