using Advocacy.Platform.Queue;
using Advocacy.Platform.Store;

namespace Advocacy.Platform;

/// <summary>Remembers failed messages and why they failed, so that none is lost and a person can send it again.</summary>
public sealed partial class FailureLog(IDocumentStore store, TimeProvider time, FailureOptions? options = null)
{
    private static readonly int s_noteTtl = (int)TimeSpan.FromDays(7).TotalSeconds;
    private readonly int _keptTtl = (options ?? new FailureOptions()).KeepDays * 24 * 60 * 60;

    /// <summary>A message that trying again cannot help: kept until a person decides.</summary>
    public Task KeepAsync(string queue, string body, string reason, CancellationToken cancellationToken = default) =>
        PutAsync(
            queue,
            body,
            (known, now) =>
                known is null
                    ? New(queue, body, reason, FailedMessageState.Kept, now)
                    : known with
                    {
                        State = FailedMessageState.Kept,
                        Reason = reason,
                        Attempts = known.Attempts + 1,
                        LastAt = now,
                        Ttl = _keptTtl,
                    },
            cancellationToken
        );

    /// <summary>A try that failed and will be repeated. Forgotten after seven days; a message that is kept stays kept.</summary>
    public Task NoteAsync(string queue, string body, string reason, CancellationToken cancellationToken = default) =>
        PutAsync(
            queue,
            body,
            (known, now) =>
                known switch
                {
                    null => New(queue, body, reason, FailedMessageState.Retrying, now) with { Ttl = s_noteTtl },
                    { State: FailedMessageState.Kept } => null,
                    _ => known with { Reason = reason, Attempts = known.Attempts + 1, LastAt = now, Ttl = s_noteTtl },
                },
            cancellationToken
        );

    /// <summary>A message on the poison queue: kept, with the reason noted before.</summary>
    /// <param name="queue">With or without the poison suffix.</param>
    /// <param name="body">As it was enqueued.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public Task RescueAsync(string queue, string body, CancellationToken cancellationToken = default)
    {
        queue = WithoutSuffix(queue);
        return PutAsync(
            queue,
            body,
            (known, now) =>
                known switch
                {
                    null => New(
                        queue,
                        body,
                        $"It failed {Queues.MaxDequeueCount} times; no reason was noted.",
                        FailedMessageState.Kept,
                        now
                    ) with
                    {
                        Attempts = Queues.MaxDequeueCount,
                    },
                    { State: FailedMessageState.Kept } => null,
                    _ => known with { State = FailedMessageState.Kept, Ttl = _keptTtl },
                },
            cancellationToken
        );
    }

    /// <summary>
    /// A message that was handled after all: the note of its failed tries goes. A message that is kept stays, because a handler
    /// that keeps one returns normally.
    /// </summary>
    public async Task ForgetAsync(string queue, string body, CancellationToken cancellationToken = default)
    {
        var id = IdOf(queue, body);
        var known = await store.ReadAsync<FailedMessage>(Containers.Failures, id, id, cancellationToken);
        if (known?.Value.State == FailedMessageState.Retrying)
        {
            await store.DeleteAsync(Containers.Failures, id, id, cancellationToken);
        }
    }

    /// <summary>The failed messages that name a person, in no promised order.</summary>
    /// <param name="isAbout">True of a text that names them.</param>
    /// <param name="cancellationToken">Cancels.</param>
    internal IAsyncEnumerable<FailedMessage> AboutAsync(
        Func<string, bool> isAbout,
        CancellationToken cancellationToken = default
    ) =>
        store
            .QueryAllAsync<FailedMessage>(new Query(Containers.Failures), cancellationToken)
            .Select(stored => stored.Value)
            .Where(message => Texts(message).Any(isAbout));

    private static IEnumerable<string> Texts(FailedMessage message) =>
        ((string?[])[message.Body, message.Reason, message.Note, message.DecidedBy]).OfType<string>();

    /// <summary>
    /// Takes a person out of every failed message. The rest of a message that names others too stays, under the id that its new body has,
    /// so that it can still be sent again.
    /// </summary>
    /// <inheritdoc cref="AboutAsync" path="/param"/>
    internal async Task ForgetPersonAsync(Func<string, bool> isAbout, CancellationToken cancellationToken = default)
    {
        await foreach (var message in AboutAsync(isAbout, cancellationToken))
        {
            // The rest before the whole goes: a crash between them leaves too much, and the next run takes that.
            if (MessageParts.Without(message.Body, isAbout) is { } rest)
            {
                var kept = message with
                {
                    Id = IdOf(message.Queue, rest),
                    Body = rest,
                    Reason = isAbout(message.Reason) ? "The reason named a person who was erased." : message.Reason,
                    Note = message.Note is { } note && isAbout(note) ? null : message.Note,
                    DecidedBy = message.DecidedBy is { } by && isAbout(by) ? null : message.DecidedBy,
                };
                await store.UpsertAsync(Containers.Failures, kept, cancellationToken);
                if (kept.Id == message.Id)
                {
                    continue;
                }
            }
            await store.DeleteAsync(Containers.Failures, message.Id, message.Id, cancellationToken);
        }
    }

    private Task<FailedMessage?> PutAsync(
        string queue,
        string body,
        Func<FailedMessage?, DateTimeOffset, FailedMessage?> put,
        CancellationToken cancellationToken
    )
    {
        var id = IdOf(queue, body);
        return store.PutAsync<FailedMessage>(
            Containers.Failures,
            id,
            id,
            known => put(known, time.GetUtcNow()),
            cancellationToken
        );
    }

    private FailedMessage New(string queue, string body, string reason, FailedMessageState state, DateTimeOffset now) =>
        new()
        {
            Id = IdOf(queue, body),
            Queue = queue,
            Body = body,
            Reason = reason,
            State = state,
            Attempts = 1,
            FirstAt = now,
            LastAt = now,
            Ttl = _keptTtl,
        };

    private static string IdOf(string queue, string body) => Ids.Of("failure", queue, body);

    private static string WithoutSuffix(string queue) =>
        queue.EndsWith(Queues.PoisonSuffix, StringComparison.Ordinal) ? queue[..^Queues.PoisonSuffix.Length] : queue;
}
