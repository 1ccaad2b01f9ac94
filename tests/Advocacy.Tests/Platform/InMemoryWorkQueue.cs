using System.Globalization;
using Advocacy.Platform.Queue;

namespace Advocacy.Tests.Platform;

/// <summary>The queue port in memory: visibility on the given clock, receipts, dequeue counts and the poison queue.</summary>
internal sealed class InMemoryWorkQueue(TimeProvider time) : IWorkQueue
{
    private readonly Lock _lock = new();
    private readonly List<Message> _messages = [];
    private long _next;

    private sealed record Message(string Queue, string Id, string Body, int Count, string Receipt, DateTimeOffset From);

    public string MessagingSystem => "in_memory";

    /// <summary>All messages on a queue, hidden ones too, in the order they were enqueued, out of their envelopes.</summary>
    public IReadOnlyList<string> Bodies(string queue)
    {
        lock (_lock)
        {
            return
            [
                .. _messages
                    .Where(message => message.Queue == queue)
                    .Select(message => Envelope.Open(message.Body).Text),
            ];
        }
    }

    public Task EnqueueAsync(
        string queue,
        IReadOnlyList<string> messages,
        TimeSpan? delay = null,
        CancellationToken cancellationToken = default
    )
    {
        QueueLimits.CheckMessages(queue, messages, Queues.LongestBody);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
        {
            var from = time.GetUtcNow() + (delay ?? TimeSpan.Zero);
            _messages.AddRange(messages.Select(body => new Message(queue, Next("m"), body, 0, "", from)));
        }
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<QueueItem>> ReceiveAsync(
        string queue,
        int most,
        TimeSpan visibilityTimeout,
        CancellationToken cancellationToken = default
    )
    {
        QueueLimits.CheckMost(most);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
        {
            var now = time.GetUtcNow();
            var items = new List<QueueItem>();
            for (var i = 0; i < _messages.Count && items.Count < most; i++)
            {
                var message = _messages[i];
                if (message.Queue == queue && message.From <= now)
                {
                    message = message with
                    {
                        Count = message.Count + 1,
                        Receipt = Next("r"),
                        From = now + visibilityTimeout,
                    };
                    _messages[i] = message;
                    items.Add(new QueueItem(queue, message.Id, message.Body, message.Count, message.Receipt));
                }
            }
            return Task.FromResult<IReadOnlyList<QueueItem>>(items);
        }
    }

    public Task<string> OpenAsync(string body, CancellationToken cancellationToken = default) => Task.FromResult(body);

    public Task<bool> CompleteAsync(QueueItem item, CancellationToken cancellationToken = default) =>
        ChangeAsync(item, _ => null, cancellationToken);

    public Task<bool> ReleaseAsync(QueueItem item, TimeSpan delay, CancellationToken cancellationToken = default) =>
        ChangeAsync(item, message => message with { Receipt = "", From = time.GetUtcNow() + delay }, cancellationToken);

    public Task<bool> MoveToPoisonAsync(QueueItem item, CancellationToken cancellationToken = default) =>
        ChangeAsync(
            item,
            message => new Message(Queues.PoisonOf(item.Queue), Next("m"), message.Body, 0, "", time.GetUtcNow()),
            cancellationToken
        );

    public Task<long> CountAsync(string queue, CancellationToken cancellationToken = default) =>
        Task.FromResult((long)Bodies(queue).Count);

    private Task<bool> ChangeAsync(QueueItem item, Func<Message, Message?> change, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
        {
            var at = _messages.FindIndex(message =>
                message.Queue == item.Queue && message.Id == item.Id && message.Receipt == item.Receipt
            );
            if (at < 0)
            {
                return Task.FromResult(false);
            }
            var changed = change(_messages[at]);
            _messages.RemoveAt(at);
            if (changed is not null)
            {
                _messages.Insert(at, changed);
            }
            return Task.FromResult(true);
        }
    }

    private string Next(string kind) => string.Create(CultureInfo.InvariantCulture, $"{kind}{++_next}");
}
