namespace Advocacy.Tests.Platform;

/// <summary>The process died at this point.</summary>
internal sealed class CrashException() : Exception("A crash, on purpose.");

/// <summary>
/// Lets the n-th call to the store or the queue end in a crash, before or after its effect, so that a test can walk through every
/// point at which a handler may die.
/// </summary>
/// <param name="at">Which call, from 1; 0 for none.</param>
/// <param name="after">Whether the call still had its effect.</param>
internal sealed class Crashes(int at, bool after) : PortCalls
{
    private int _calls;

    /// <summary>Whether the call was reached; where it was not, all points have been walked through.</summary>
    public bool Happened { get; private set; }

    protected override async Task<T> CallAsync<T>(Func<Task<T>> call, PortCall what)
    {
        var here = Interlocked.Increment(ref _calls) == at;
        if (here && !after)
        {
            Happened = true;
            throw new CrashException();
        }
        var result = await call();
        if (here)
        {
            Happened = true;
            throw new CrashException();
        }
        return result;
    }
}
