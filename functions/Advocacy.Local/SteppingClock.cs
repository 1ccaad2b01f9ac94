namespace Advocacy.Local;

/// <summary>A clock that stands still until it is told the time: <c>week</c> walks through a week's hours with it.</summary>
internal sealed class SteppingClock(DateTimeOffset start) : TimeProvider
{
    private long _ticks = start.UtcTicks;

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref _ticks), TimeSpan.Zero);

    /// <summary>Never goes back.</summary>
    public void StepTo(DateTimeOffset instant) =>
        Interlocked.Exchange(ref _ticks, Math.Max(Interlocked.Read(ref _ticks), instant.UtcTicks));
}
