using Advocacy.Platform.Queue;
using Advocacy.Platform.Store;
using Advocacy.Tests.Platform.Queue;
using Advocacy.Tests.Platform.Store;
using Microsoft.Extensions.Time.Testing;

namespace Advocacy.Tests.Platform;

/// <summary>The store that other tests stand on keeps the contract too; else they would prove nothing.</summary>
public sealed class InMemoryDocumentStoreTests : DocumentStoreContract
{
    protected override ValueTask<IDocumentStore> CreateAsync(FakeTimeProvider time) =>
        ValueTask.FromResult<IDocumentStore>(new InMemoryDocumentStore(time));

    protected override ValueTask CloseAsync() => ValueTask.CompletedTask;
}

/// <inheritdoc cref="InMemoryDocumentStoreTests"/>
public sealed class InMemoryWorkQueueTests : WorkQueueContract
{
    protected override ValueTask<IWorkQueue> CreateAsync(FakeTimeProvider time) =>
        ValueTask.FromResult<IWorkQueue>(new InMemoryWorkQueue(time));

    protected override ValueTask CloseAsync() => ValueTask.CompletedTask;
}
