using System.Text;
using Advocacy.Platform;
using Advocacy.Platform.Queue;
using Advocacy.Platform.StorageQueues;
using Advocacy.Platform.Store;
using Advocacy.Tests.Platform.Telemetry;
using Microsoft.Extensions.Logging.Abstractions;

namespace Advocacy.Tests.Platform.StorageQueues;

public sealed class LongMessageTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private static readonly TimeSpan s_hidden = TimeSpan.FromMinutes(30);

    private readonly string _name = $"long-{Ids.New()}";
    private StorageAccount _account = null!;
    private StorageWorkQueue _queue = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _account = new StorageAccount(await azurite.OptionsAsync(), _ => { });
        _queue = new StorageWorkQueue(_account);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task What_the_portal_or_a_connector_sends_as_base64_is_opened()
    {
        const string drop = "{\"title\":\"Æbler og pærer\"}";
        await _account.Queues.CreateQueueAsync(_name, cancellationToken: Cancel);
        await _account
            .Queues.GetQueueClient(_name)
            .SendMessageAsync(Convert.ToBase64String(Encoding.UTF8.GetBytes(drop)), Cancel);

        (await _queue.OpenAsync(await ReceiveAsync(), Cancel)).ShouldBe(drop);
    }

    [Fact]
    public async Task A_message_of_300_KB_goes_through_a_blob()
    {
        var message = $$"""{"text":"{{new string('å', 150 * 1024)}}"}""";

        await _queue.EnqueueAsync(_name, [message], cancellationToken: Cancel);

        var body = await ReceiveAsync();
        body.Length.ShouldBeLessThan(200);
        (await BlobsAsync()).ShouldBe([body["advocacy-blob:".Length..]]);
        (await _queue.OpenAsync(body, Cancel)).ShouldBe(message);
    }

    [Fact]
    public async Task The_blob_stays_when_the_message_is_done_because_it_may_be_delivered_again()
    {
        await _queue.EnqueueAsync(_name, [Long()], cancellationToken: Cancel);
        var item = (await _queue.ReceiveAsync(_name, 1, s_hidden, Cancel)).Single();

        (await _queue.CompleteAsync(item, Cancel)).ShouldBeTrue();

        (await _queue.OpenAsync(item.Body, Cancel)).ShouldBe(Long());
    }

    [Fact]
    public async Task Just_what_fits_stays_in_the_queue()
    {
        string[] fitting =
        [
            Json(new string('x', Queues.LongestInQueue - Json("").Length)),
            Json(new string('&', (Queues.LongestInQueue - Json("").Length) / "&amp;".Length)),
            new string('x', Queues.LongestInQueue),
        ];
        await _queue.EnqueueAsync(_name, fitting, cancellationToken: Cancel);
        (await BlobsAsync()).ShouldBeEmpty();

        await _queue.EnqueueAsync(
            _name,
            [.. fitting.Select(text => text.Replace("\"}", "xxxxx\"}") + "x")],
            cancellationToken: Cancel
        );
        (await BlobsAsync()).Count.ShouldBe(fitting.Length);
    }

    [Fact]
    public async Task A_pointer_whose_blob_is_gone_is_told_with_the_blobs_name()
    {
        await _queue.EnqueueAsync(_name, [Long()], cancellationToken: Cancel);
        var blob = (await BlobsAsync()).Single();
        await _account.LongMessages.DeleteBlobAsync(blob, cancellationToken: Cancel);

        var error = await Should.ThrowAsync<UnusableMessageException>(async () =>
            await _queue.OpenAsync(await ReceiveAsync(), Cancel)
        );

        error.Message.ShouldBe(
            $"The message is long and was stored as the blob long-messages/{blob}, which is gone: the account removes it after 90 days. Whoever sent it must send it again."
        );
    }

    [Fact]
    public async Task A_function_gets_a_long_message_whole_and_one_whose_blob_is_gone_is_kept_with_the_reason()
    {
        var traced = new TracedWorkQueue(_queue, TimeProvider.System);
        var store = new InMemoryDocumentStore(TimeProvider.System);
        var work = new QueueWork(
            new MessageReader(traced),
            new FailureLog(store, TimeProvider.System),
            Meters.Unheard(),
            TimeProvider.System,
            NullLogger<QueueWork>.Instance
        );
        await traced.EnqueueAsync(_name, [Long()], cancellationToken: Cancel);
        var body = await ReceiveAsync();
        var handled = new List<string>();
        Task<int> Handle(string message, CancellationToken cancellationToken)
        {
            handled.Add(message);
            return Task.FromResult(1);
        }

        await work.RunAsync(_name, body, Handle, Cancel);
        await _account.LongMessages.DeleteBlobAsync((await BlobsAsync()).Single(), cancellationToken: Cancel);
        await work.RunAsync(_name, body, Handle, Cancel);

        handled.ShouldBe([Long()]);
        var kept = (
            await store.QueryAllAsync<FailedMessage>(new Query(Containers.Failures), Cancel).ToListAsync(Cancel)
        )
            .ShouldHaveSingleItem()
            .Value;
        (kept.Body, kept.State).ShouldBe((body, FailedMessageState.Kept));
        kept.Reason.ShouldContain("which is gone");
    }

    [Theory]
    [InlineData("")]
    [InlineData("content/../../other/secret")]
    [InlineData("content/0000")]
    [InlineData("content/00000000000000000000000000000000?sig=x")]
    public async Task A_pointer_that_this_app_never_wrote_is_not_followed(string name)
    {
        var error = await Should.ThrowAsync<UnusableMessageException>(() =>
            _queue.OpenAsync("advocacy-blob:" + name, Cancel)
        );

        error.Message.ShouldContain("its name is none that this app gives");
    }

    private static string Json(string text) => $$"""{"text":"{{text}}"}""";

    private static string Long() => Json(new string('x', Queues.LongestInQueue));

    private async Task<string> ReceiveAsync() =>
        (await _queue.ReceiveAsync(_name, 1, s_hidden, Cancel)).ShouldHaveSingleItem().Body;

    private async Task<List<string>> BlobsAsync() =>
        await _account.LongMessages.ExistsAsync(Cancel)
            ? await _account
                .LongMessages.GetBlobsAsync(
                    Azure.Storage.Blobs.Models.BlobTraits.None,
                    Azure.Storage.Blobs.Models.BlobStates.None,
                    _name + "/",
                    Cancel
                )
                .Select(blob => blob.Name)
                .ToListAsync(Cancel)
            : [];
}
