using Azure.Core;
using Azure.Core.Pipeline;

namespace Advocacy.Tests.Platform.StorageQueues;

/// <summary>Lets the n-th request to the account end in a crash of this process, before or after it had its effect.</summary>
/// <param name="at">Which request, from 1; 0 for none.</param>
/// <param name="after">Whether it still had its effect.</param>
internal sealed class FaultyLine(int at = 0, bool after = false) : HttpPipelinePolicy
{
    private int _requests;
    private int _open;
    private int _mostOpen;

    /// <summary>Whether the request was reached; where it was not, all points have been walked through.</summary>
    public bool Happened { get; private set; }

    /// <summary>The most requests that were under way at once.</summary>
    public int MostOpen => _mostOpen;

    public void On(ClientOptions options) => options.AddPolicy(this, HttpPipelinePosition.PerCall);

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        var here = Interlocked.Increment(ref _requests) == at;
        Happened |= here;
        if (here && !after)
        {
            throw new CrashException();
        }
        var open = Interlocked.Increment(ref _open);
        for (var most = _mostOpen; open > most; most = _mostOpen)
        {
            Interlocked.CompareExchange(ref _mostOpen, open, most);
        }
        await ProcessNextAsync(message, pipeline);
        Interlocked.Decrement(ref _open);
        if (here)
        {
            throw new CrashException();
        }
    }

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) =>
        throw new NotSupportedException("The adapter asks asynchronously.");
}
