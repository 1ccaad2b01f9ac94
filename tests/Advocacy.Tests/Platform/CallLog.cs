namespace Advocacy.Tests.Platform;

/// <summary>Notes each call to the store and the queue, so that two runs can be compared call by call.</summary>
internal sealed class CallLog : PortCalls
{
    private readonly Lock _lock = new();
    private readonly List<string> _calls = [];

    /// <summary>What was called since this was asked for last.</summary>
    public IReadOnlyList<string> Take()
    {
        lock (_lock)
        {
            var taken = _calls.ToList();
            _calls.Clear();
            return taken;
        }
    }

    protected override Task<T> CallAsync<T>(Func<Task<T>> call, PortCall what)
    {
        lock (_lock)
        {
            _calls.Add($"{(what.IsRead ? "read" : "call")} {what.Place}");
        }
        return call();
    }
}
