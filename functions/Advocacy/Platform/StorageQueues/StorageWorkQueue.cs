using Advocacy.Platform.Queue;
using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using QueueItem = Advocacy.Platform.Queue.QueueItem;

namespace Advocacy.Platform.StorageQueues;

/// <summary>
/// Azure Storage Queues. A message never expires there. The messages of a call are sent side by side and one by one: a call that
/// fails half way leaves some of them enqueued.
/// </summary>
public sealed class StorageWorkQueue(StorageAccount account) : IWorkQueue
{
    private const string Role = "Storage Queue Data Contributor";

    /// <summary>Messages of one call that are sent at the same time.</summary>
    private const int SendsAtOnce = 16;

    /// <summary>How long a message is ours while it is moved: longer than two requests with all their repeats.</summary>
    private static readonly TimeSpan s_move = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan s_forEver = TimeSpan.FromSeconds(-1);

    private readonly LongMessages _longMessages = new(account);

    public string MessagingSystem => "azure_storage_queues";

    public async Task EnqueueAsync(
        string queue,
        IReadOnlyList<string> messages,
        TimeSpan? delay = null,
        CancellationToken cancellationToken = default
    )
    {
        QueueLimits.CheckName(queue);
        QueueLimits.CheckDelay(delay ?? TimeSpan.Zero);
        QueueLimits.CheckMessages(queue, messages, Queues.LongestBody);
        await Parallel.ForEachAsync(
            messages,
            new ParallelOptions { MaxDegreeOfParallelism = SendsAtOnce, CancellationToken = cancellationToken },
            async (message, token) =>
            {
                var body =
                    MessageText.SizeOf(message) > Queues.LongestInQueue
                        ? await _longMessages.StoreAsync(queue, message, token)
                        : MessageText.Encode(message);
                await SendAsync(queue, body, delay ?? TimeSpan.Zero, token);
            }
        );
    }

    public async Task<IReadOnlyList<QueueItem>> ReceiveAsync(
        string queue,
        int most,
        TimeSpan visibilityTimeout,
        CancellationToken cancellationToken = default
    )
    {
        QueueLimits.CheckName(queue);
        QueueLimits.CheckVisibility(visibilityTimeout);
        QueueLimits.CheckMost(most);
        var client = account.Queues.GetQueueClient(queue);
        return await StorageFault.ToldAsync<IReadOnlyList<QueueItem>>(
            client.Uri,
            Role,
            async () =>
            {
                try
                {
                    var hidden = WholeSeconds(visibilityTimeout);
                    var received = await client.ReceiveMessagesAsync(most, hidden, cancellationToken);
                    return [.. received.Value.Select(message => Item(queue, message))];
                }
                catch (RequestFailedException error) when (IsYetToBeMade(error))
                {
                    return [];
                }
            }
        );
    }

    public Task<string> OpenAsync(string body, CancellationToken cancellationToken = default) =>
        LongMessages.Named(body) is { } blob
            ? _longMessages.ReadAsync(blob, cancellationToken)
            : Task.FromResult(MessageText.Decode(body));

    public Task<bool> CompleteAsync(QueueItem item, CancellationToken cancellationToken = default) =>
        HeldAsync(item, client => client.DeleteMessageAsync(item.Id, item.Receipt, cancellationToken));

    public Task<bool> ReleaseAsync(QueueItem item, TimeSpan delay, CancellationToken cancellationToken = default)
    {
        QueueLimits.CheckDelay(delay);
        return HeldAsync(item, client => HideAsync(client, item, delay, cancellationToken));
    }

    public async Task<bool> MoveToPoisonAsync(QueueItem item, CancellationToken cancellationToken = default)
    {
        var poison = Queues.PoisonOf(item.Queue);
        QueueLimits.CheckName(poison);
        // The account moves nothing between queues, and checks a receipt only in a change: hiding the message for the time of the
        // move proves that it is ours, and keeps it so. Then the copy comes first: who dies here leaves two, never none.
        var held = item;
        if (
            !await HeldAsync(
                item,
                async client => held = item with { Receipt = await HideAsync(client, item, s_move, cancellationToken) }
            )
        )
        {
            return false;
        }
        await SendAsync(poison, item.Body, TimeSpan.Zero, cancellationToken);
        await CompleteAsync(held, cancellationToken);
        return true;
    }

    public async Task<long> CountAsync(string queue, CancellationToken cancellationToken = default)
    {
        QueueLimits.CheckName(queue);
        var client = account.Queues.GetQueueClient(queue);
        return await StorageFault.ToldAsync(
            client.Uri,
            Role,
            async () =>
            {
                try
                {
                    return (await client.GetPropertiesAsync(cancellationToken)).Value.ApproximateMessagesCountLong;
                }
                catch (RequestFailedException error) when (IsYetToBeMade(error))
                {
                    return 0;
                }
            }
        );
    }

    private async Task SendAsync(string queue, string body, TimeSpan delay, CancellationToken cancellationToken)
    {
        var client = account.Queues.GetQueueClient(queue);
        await StorageFault.ToldAsync(
            client.Uri,
            Role,
            async () =>
            {
                try
                {
                    return await client.SendMessageAsync(body, WholeSeconds(delay), s_forEver, cancellationToken);
                }
                catch (RequestFailedException error) when (IsYetToBeMade(error))
                {
                    await client.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
                    return await client.SendMessageAsync(body, WholeSeconds(delay), s_forEver, cancellationToken);
                }
            }
        );
    }

    /// <summary>Changes a message; <c>false</c> where its receipt is no longer the latest, or it is gone.</summary>
    private async Task<bool> HeldAsync(QueueItem item, Func<QueueClient, Task> change)
    {
        QueueLimits.CheckName(item.Queue);
        var client = account.Queues.GetQueueClient(item.Queue);
        return await StorageFault.ToldAsync(
            client.Uri,
            Role,
            async () =>
            {
                try
                {
                    await change(client);
                    return true;
                }
                catch (RequestFailedException error)
                    when (error.ErrorCode == QueueErrorCode.MessageNotFound
                        || error.ErrorCode == QueueErrorCode.PopReceiptMismatch
                        || IsYetToBeMade(error)
                    )
                {
                    return false;
                }
            }
        );
    }

    /// <returns>The new receipt.</returns>
    private static async Task<string> HideAsync(
        QueueClient client,
        QueueItem item,
        TimeSpan time,
        CancellationToken cancellationToken
    )
    {
        // Without a text the message keeps its own.
        var updated = await client.UpdateMessageAsync(
            item.Id,
            item.Receipt,
            messageText: null,
            WholeSeconds(time),
            cancellationToken
        );
        return updated.Value.PopReceipt;
    }

    private static QueueItem Item(string queue, QueueMessage message) =>
        new(queue, message.MessageId, message.MessageText, (int)message.DequeueCount, message.PopReceipt);

    /// <summary>The account counts in whole seconds; rounded up, because nothing may come earlier than asked.</summary>
    private static TimeSpan WholeSeconds(TimeSpan time) => TimeSpan.FromSeconds(Math.Ceiling(time.TotalSeconds));

    /// <summary>In Azure a queue that is missing is a fault; Azurite begins with none.</summary>
    private bool IsYetToBeMade(RequestFailedException error) =>
        account.IsDevelopment && error.ErrorCode == QueueErrorCode.QueueNotFound;
}
