using System.Diagnostics.Metrics;
using Advocacy.Tests.Platform;
using Advocacy.Tests.Platform.Telemetry;
using Microsoft.Extensions.Time.Testing;

namespace Advocacy.Tests.Content;

/// <summary>What a harvest needs round it: ports in memory, a clock, and a server with feeds.</summary>
public abstract class HarvestFixture : IAsyncLifetime
{
    protected HarvestFixture()
    {
        Store = new InMemoryDocumentStore(Time);
        Queue = new InMemoryWorkQueue(Time);
    }

    private protected static DateTimeOffset Start { get; } = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);

    private protected FakeTimeProvider Time { get; } = new(Start);
    private protected InMemoryDocumentStore Store { get; }
    private protected InMemoryWorkQueue Queue { get; }
    private protected IMeterFactory MeterFactory { get; } = Meters.Create();
    private protected FeedServer Server { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Server = await FeedServer.StartAsync();

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return Server.DisposeAsync();
    }
}
