namespace Advocacy.Tests.Platform.Cosmos.Gateway;

/// <summary>What goes wrong when a test wants it to.</summary>
internal sealed class GatewayFaults
{
    private int _busy;

    /// <summary>Nothing is answered: the connection breaks.</summary>
    public bool IsDown { get; set; }

    /// <summary>Reads reach a replica that has not seen what the client has: 404 with sub-status 1002.</summary>
    public bool IsBehind { get; set; }

    /// <summary>How long a busy answer asks the client to wait.</summary>
    public TimeSpan RetryAfter { get; } = TimeSpan.FromMilliseconds(1);

    /// <summary>The next requests to documents are answered with 429.</summary>
    public void BeBusy(int requests) => Interlocked.Exchange(ref _busy, requests);

    public bool TakeBusy() => Interlocked.Decrement(ref _busy) >= 0;
}
