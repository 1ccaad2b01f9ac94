using Advocacy.Platform.Queue;
using Advocacy.Platform.StorageQueues;
using Advocacy.Tests.Platform.Queue;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Advocacy.Tests.Platform.StorageQueues;

public sealed class StorageWorkQueueTests(AzuriteFixture azurite) : WorkQueueContract
{
    protected override bool OwnClock => true;

    protected override async ValueTask<IWorkQueue> CreateAsync(FakeTimeProvider time) =>
        new StorageWorkQueue(new StorageAccount(Options.Create(await azurite.OptionsAsync())));
}
