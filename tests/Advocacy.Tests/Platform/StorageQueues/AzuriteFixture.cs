using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using Advocacy.Platform.StorageQueues;
using Advocacy.Tests.Platform.StorageQueues;

[assembly: AssemblyFixture(typeof(AzuriteFixture))]

namespace Advocacy.Tests.Platform.StorageQueues;

/// <summary>
/// Azurite, Microsoft's storage emulator, in memory on free ports of this machine: installed from npm the first time, started by the
/// first test that asks and ended with the last. Where it cannot be had those tests are skipped, on a build server they fail.
/// </summary>
public sealed partial class AzuriteFixture : IAsyncDisposable
{
    private const string Package = "azurite@3.37.0";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>Ends Azurite with whoever started it, however that ends: its standard input is then at its end.</summary>
    private const string EndWithParent =
        "data:text/javascript,process.stdin.on('end',()=>process.exit()).on('error',()=>process.exit()).resume()";

    private readonly Lazy<Task<Started>> _started;

    public AzuriteFixture() => _started = new Lazy<Task<Started>>(() => Task.Run(StartAsync));

    /// <summary>The account's addresses. Names in it are shared by all tests: each takes queues of its own.</summary>
    internal async Task<StorageQueueOptions> OptionsAsync()
    {
        var (_, options, problem) = await _started.Value.WaitAsync(TestContext.Current.CancellationToken);
        if (options is null)
        {
            Assert.False(Environment.GetEnvironmentVariable("CI") == "true", problem);
            Assert.Skip(problem!);
        }
        return options;
    }

    public async ValueTask DisposeAsync()
    {
        if (_started.IsValueCreated && (await _started.Value).Process is { } process)
        {
            process.Kill();
            await process.WaitForExitAsync();
            process.Dispose();
        }
    }

    private static async Task<Started> StartAsync()
    {
        try
        {
            var script = Path.Combine(
                await NpmPackage.FolderAsync(Package),
                "node_modules",
                "azurite",
                "dist",
                "src",
                "azurite.js"
            );
            var start = NpmPackage.Command("node", Path.GetDirectoryName(script)!);
            start.RedirectStandardInput = true;
            foreach (var argument in (string[])["--import", EndWithParent, script, "--inMemoryPersistence", "--silent"])
            {
                start.ArgumentList.Add(argument);
            }
            // Without this it reports its use to its vendor.
            start.ArgumentList.Add("--disableTelemetry");
            foreach (var service in (string[])["blob", "queue", "table"])
            {
                start.ArgumentList.Add($"--{service}Host=127.0.0.1");
                start.ArgumentList.Add($"--{service}Port=0");
            }
            return await ListenAsync(start);
        }
        catch (Exception problem)
        {
            return new Started(
                null,
                null,
                $"{Package} from npm is not there, so its tests cannot run: {problem.Message}"
            );
        }
    }

    private static async Task<Started> ListenAsync(ProcessStartInfo start)
    {
        var (blob, queue) = (new TaskCompletionSource<string>(), new TaskCompletionSource<string>());
        var said = new StringBuilder();
        var process = new Process { StartInfo = start, EnableRaisingEvents = true };
        void Read(object sender, DataReceivedEventArgs line)
        {
            lock (said)
            {
                said.AppendLine(line.Data);
            }
            if (Listening().Match(line.Data ?? "") is { Success: true } match)
            {
                (match.Groups["service"].Value == "Blob" ? blob : queue).TrySetResult(
                    $"{match.Groups["address"].Value}/devstoreaccount1"
                );
            }
        }
        process.OutputDataReceived += Read;
        process.ErrorDataReceived += Read;
        process.Exited += (_, _) =>
        {
            lock (said)
            {
                blob.TrySetException(new InvalidOperationException($"Azurite ended at its start: {said}"));
            }
        };
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            return new Started(
                process,
                new StorageQueueOptions
                {
                    BlobServiceUri = await blob.Task.WaitAsync(Patience),
                    QueueServiceUri = await queue.Task.WaitAsync(Patience),
                },
                null
            );
        }
        catch
        {
            process.Kill();
            throw;
        }
    }

    [GeneratedRegex(
        "Azurite (?<service>Blob|Queue) service is successfully listening at (?<address>http://127\\.0\\.0\\.1:\\d+)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Listening();

    /// <param name="Process">Azurite.</param>
    /// <param name="Options">Where it listens; <c>null</c> where it does not.</param>
    /// <param name="Problem">Why not.</param>
    private sealed record Started(Process? Process, StorageQueueOptions? Options, string? Problem);
}
