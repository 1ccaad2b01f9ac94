using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Advocacy.Tests.Local;

namespace Advocacy.Tests.EndToEnd;

/// <summary>Advocacy.Local as a process of its own, on a data folder of the test's. It is killed at the latest when the test ends.</summary>
internal sealed class LocalProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly StringBuilder _errors = new();

    private LocalProcess(Process process) => _process = process;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public int Id => _process.Id;
    public string Output => Read(_output);
    public string Errors => Read(_errors);

    /// <summary>Both streams, as somebody would find them in a log.</summary>
    public string Everything => Output + Errors;

    /// <summary>The company that lies beside the program.</summary>
    public static string Sample => Path.Combine(AppContext.BaseDirectory, "Sample");

    public static LocalProcess Start(TemporaryFolder folder, params string[] arguments) =>
        Start(folder, new Dictionary<string, string>(), arguments);

    /// <param name="environment">Configuration, for example <c>Logging__LogLevel__Advocacy</c>.</param>
    public static LocalProcess Start(
        TemporaryFolder folder,
        IReadOnlyDictionary<string, string> environment,
        params string[] arguments
    )
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = folder.Path,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        start.ArgumentList.Add("exec");
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Advocacy.Local.dll"));
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }
        var local = new LocalProcess(new Process { StartInfo = start });
        local._process.OutputDataReceived += (_, line) => Append(local._output, line.Data);
        local._process.ErrorDataReceived += (_, line) => Append(local._errors, line.Data);
        local._process.Start();
        local._process.BeginOutputReadLine();
        local._process.BeginErrorReadLine();
        return local;
    }

    /// <summary>Runs a command to its end.</summary>
    public static async Task<Finished> RunAsync(TemporaryFolder folder, params string[] arguments)
    {
        await using var local = Start(folder, arguments);
        return await local.EndAsync();
    }

    /// <summary>Waits for the process to end by itself.</summary>
    public async Task<Finished> EndAsync()
    {
        // Also waits for the last of what it wrote.
        await _process.WaitForExitAsync(Cancel).WaitAsync(Patience, Cancel);
        return new Finished(_process.ExitCode, Output, Errors);
    }

    /// <summary>Waits until something is so; looks every few milliseconds.</summary>
    public async Task UntilAsync(Func<bool> isSo)
    {
        var since = Stopwatch.StartNew();
        while (!isSo() && !_process.HasExited)
        {
            since.Elapsed.ShouldBeLessThan(Patience, $"It did not come to that. It said:\n{Everything}");
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, Cancel);
        }
    }

    /// <summary>Waits for words on its standard output.</summary>
    public async Task SaysAsync(string words)
    {
        await UntilAsync(() => Output.Contains(words, StringComparison.Ordinal));
        Output.ShouldContain(words, Case.Sensitive, Everything);
    }

    /// <summary>Ctrl-C.</summary>
    public async Task InterruptAsync()
    {
        using var kill = Process.Start("kill", ["-INT", $"{Id}"]);
        await kill.WaitForExitAsync(Cancel);
        kill.ExitCode.ShouldBe(0);
    }

    /// <summary>SIGKILL, and waits until it is gone.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync(CancellationToken.None).WaitAsync(Patience, CancellationToken.None);
    }

    /// <summary>A port that was free a moment ago.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await KillAsync();
        }
        _process.Dispose();
    }

    private static void Append(StringBuilder text, string? line)
    {
        lock (text)
        {
            _ = line is null ? text : text.AppendLine(line);
        }
    }

    private static string Read(StringBuilder text)
    {
        lock (text)
        {
            return text.ToString();
        }
    }
}

/// <param name="Code">The exit code.</param>
internal sealed record Finished(int Code, string Output, string Errors);
