using Advocacy.Platform.Queue;
using Advocacy.Platform.Sqlite;
using Advocacy.Tests.Platform.Queue;
using Microsoft.Extensions.Time.Testing;

namespace Advocacy.Tests.Platform.Sqlite;

public sealed class SqliteWorkQueueTests : WorkQueueContract
{
    private readonly DataFolder _folder = new();
    private SqliteFile _file = null!;

    protected override ValueTask<IWorkQueue> CreateAsync(FakeTimeProvider time)
    {
        _file = new SqliteFile(_folder.File, time);
        return ValueTask.FromResult<IWorkQueue>(new SqliteWorkQueue(_file));
    }

    protected override async ValueTask CloseAsync()
    {
        await _file.DisposeAsync();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("")]
    [InlineData("ab")]
    [InlineData("Content")]
    [InlineData("con_tent")]
    [InlineData("-content")]
    [InlineData("content-")]
    [InlineData("con--tent")]
    [InlineData("indhøst")]
    [InlineData("a23456789012345678901234567890123456789012345678901234567890abcd")]
    public async Task A_name_that_azure_would_refuse_is_refused(string queue)
    {
        await Should.ThrowAsync<ArgumentException>(() => Queue.EnqueueAsync(queue, ["a"], null, Cancel));
        await Should.ThrowAsync<ArgumentException>(() => Queue.ReceiveAsync(queue, 1, TimeSpan.FromSeconds(1), Cancel));
        await Should.ThrowAsync<ArgumentException>(() => Queue.CountAsync(queue, Cancel));
    }

    [Fact]
    public async Task Times_are_between_none_and_seven_days()
    {
        var (negative, over) = (TimeSpan.FromSeconds(-1), TimeSpan.FromDays(7) + TimeSpan.FromSeconds(1));
        await EnqueueAsync("a");
        var item = (await ReceiveAsync()).Single();

        foreach (var time in (TimeSpan[])[negative, over])
        {
            await Should.ThrowAsync<ArgumentException>(() => Queue.EnqueueAsync(Name, ["a"], time, Cancel));
            await Should.ThrowAsync<ArgumentException>(() => Queue.ReceiveAsync(Name, 1, time, Cancel));
            await Should.ThrowAsync<ArgumentException>(() => Queue.ReleaseAsync(item, time, Cancel));
        }
        await Should.ThrowAsync<ArgumentException>(() => Queue.ReceiveAsync(Name, 1, TimeSpan.Zero, Cancel));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("")]
    [InlineData("x")]
    public async Task What_was_never_a_receipt_proves_nothing(string receipt)
    {
        await EnqueueAsync("a");
        var item = (await ReceiveAsync()).Single();
        await Queue.ReleaseAsync(item, TimeSpan.Zero, Cancel);

        (await Queue.CompleteAsync(item with { Receipt = receipt }, Cancel)).ShouldBeFalse();
        (await Queue.CountAsync(Name, Cancel)).ShouldBe(1);
    }

    [Fact]
    public async Task Who_released_a_message_holds_it_no_more()
    {
        await EnqueueAsync("a");
        var item = (await ReceiveAsync()).Single();
        await Queue.ReleaseAsync(item, TimeSpan.Zero, Cancel);

        (await Queue.CompleteAsync(item, Cancel)).ShouldBeFalse();
        (await ReceiveAsync()).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Messages_and_their_counts_survive_a_restart()
    {
        await EnqueueAsync("a", "");
        await ReceiveAsync();
        await _file.DisposeAsync();
        await InitializeAsync();

        (await ReceiveAsync()).ShouldBeEmpty();
        Time.Advance(TimeSpan.FromMinutes(1));
        var items = await ReceiveAsync();

        items.Select(item => item.Body).ShouldBe(["a", ""], ignoreOrder: true);
        items.ShouldAllBe(item => item.DequeueCount == 2);
    }

    [Fact]
    public async Task Polling_an_empty_queue_writes_nothing()
    {
        await EnqueueAsync("a");
        await ReceiveAsync();
        var log = new FileInfo(_folder.File + "-wal");
        var before = log.Length;

        for (var i = 0; i < 100; i++)
        {
            (await ReceiveAsync()).ShouldBeEmpty();
        }

        log.Refresh();
        log.Length.ShouldBe(before);
    }
}
