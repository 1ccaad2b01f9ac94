using Advocacy.Platform;
using Microsoft.Data.Sqlite;

namespace Advocacy.Tests.Platform.Sqlite;

/// <summary>A folder of its own for a test's data file, gone afterwards.</summary>
internal sealed class DataFolder : IDisposable
{
    private readonly string _path = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"advocacy-{Ids.New()}");

    /// <summary>The file's; neither it nor its folder exists yet.</summary>
    public string File => System.IO.Path.Combine(_path, "advocacy.db");

    /// <summary>What a statement answers on a connection that knows nothing of ours.</summary>
    public object? Ask(string sql)
    {
        using var connection = Connect();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The tests' own statements.
        command.CommandText = sql;
#pragma warning restore CA2100
        return command.ExecuteScalar();
    }

    public SqliteConnection Connect()
    {
        Directory.CreateDirectory(_path);
        var connection = new SqliteConnection($"Data Source={File};Pooling=False");
        connection.Open();
        return connection;
    }

    public void Dispose()
    {
        if (Directory.Exists(_path))
        {
            Directory.Delete(_path, recursive: true);
        }
    }
}
