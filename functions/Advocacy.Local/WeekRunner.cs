using Advocacy.Local.Weeks;

namespace Advocacy.Local;

/// <summary>Runs one week at a time, however often the button is pressed.</summary>
internal sealed class WeekRunner(WeekRun run) : IDisposable
{
    private readonly SemaphoreSlim _running = new(1);

    /// <summary>The result, or <c>null</c> where a run is under way already.</summary>
    public async Task<WeekReport?> RunAsync(
        WeekInputs inputs,
        StageDisplay display,
        CancellationToken cancellationToken
    )
    {
        if (!await _running.WaitAsync(TimeSpan.Zero, cancellationToken))
        {
            return null;
        }
        try
        {
            return await run.RunAsync(inputs, display, cancellationToken);
        }
        finally
        {
            _running.Release();
        }
    }

    public void Dispose() => _running.Dispose();
}
