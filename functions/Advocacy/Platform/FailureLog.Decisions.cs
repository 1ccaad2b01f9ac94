using Advocacy.Platform.Queue;
using Advocacy.Platform.Store;

namespace Advocacy.Platform;

/// <summary>What a person reads of failed messages, and what they decide about each.</summary>
public sealed partial class FailureLog
{
    private static readonly int s_discardedTtl = (int)TimeSpan.FromDays(7).TotalSeconds;

    /// <summary>The message as it failed; <c>null</c> where it did not, or is handled.</summary>
    public Task<FailedMessage?> FindAsync(string queue, string body, CancellationToken cancellationToken = default) =>
        FindAsync(IdOf(queue, body), cancellationToken);

    /// <inheritdoc cref="FindAsync(string, string, CancellationToken)"/>
    public async Task<FailedMessage?> FindAsync(string id, CancellationToken cancellationToken = default) =>
        DocumentLimits.IsId(id)
            ? (await store.ReadAsync<FailedMessage>(Containers.Failures, id, id, cancellationToken))?.Value
            : null;

    /// <summary>
    /// Sends a message again; <c>false</c> where there is none of that id. It stays on record, as Retrying, until it was handled:
    /// a crash on the way loses nothing, and where it fails again it is kept again.
    /// </summary>
    /// <param name="by">Who decided it.</param>
    public async Task<bool> RetryAsync(
        string id,
        IWorkQueue queue,
        string? by = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(queue);
        var message = await store.ChangeAsync<FailedMessage>(
            Containers.Failures,
            id,
            id,
            known => known with { State = FailedMessageState.Retrying, DecidedBy = by, Note = null, Ttl = _keptTtl },
            cancellationToken
        );
        if (message is null)
        {
            return false;
        }
        await queue.EnqueueAsync(message.Queue, [message.Body], cancellationToken: cancellationToken);
        return true;
    }

    /// <summary>
    /// Sends a message again with another body, under whose id it is on record from then on; otherwise as <see cref="RetryAsync"/>. Both are on
    /// record until it is enqueued.
    /// </summary>
    public async Task<bool> MendAsync(
        string id,
        string body,
        IWorkQueue queue,
        string? by = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(queue);
        if (await store.ReadAsync<FailedMessage>(Containers.Failures, id, id, cancellationToken) is not { } stored)
        {
            return false;
        }
        var mended = stored.Value with
        {
            Id = IdOf(stored.Value.Queue, body),
            Body = body,
            State = FailedMessageState.Retrying,
            DecidedBy = by,
            Note = null,
            Ttl = _keptTtl,
        };
        await store.UpsertAsync(Containers.Failures, mended, cancellationToken);
        await queue.EnqueueAsync(mended.Queue, [body], cancellationToken: cancellationToken);
        if (mended.Id != id)
        {
            await store.DeleteAsync(Containers.Failures, id, id, cancellationToken);
        }
        return true;
    }

    /// <summary>Decides that a message is not to be sent again; <c>false</c> where there is none of that id. It goes after seven days.</summary>
    /// <param name="note">Why.</param>
    /// <param name="by">Who decided it.</param>
    public async Task<bool> DiscardAsync(
        string id,
        string note,
        string by,
        CancellationToken cancellationToken = default
    ) =>
        await store.ChangeAsync<FailedMessage>(
            Containers.Failures,
            id,
            id,
            known =>
                known with
                {
                    State = FailedMessageState.Discarded,
                    Note = note,
                    DecidedBy = by,
                    Ttl = s_discardedTtl,
                },
            cancellationToken
        )
            is not null;

    /// <summary>The messages in one state, the last that failed first.</summary>
    public async Task<IReadOnlyList<FailedMessage>> InStateAsync(
        FailedMessageState state,
        CancellationToken cancellationToken = default
    )
    {
        var query = new Query(Containers.Failures)
        {
            Where = [new Condition("state", Comparison.Equal, state.ToString())],
            PageSize = 500,
        };
        var all = await store
            .QueryAllAsync<FailedMessage>(query, cancellationToken)
            .Select(stored => stored.Value)
            .ToListAsync(cancellationToken);
        return
        [
            .. all.OrderByDescending(message => message.LastAt).ThenBy(message => message.Id, StringComparer.Ordinal),
        ];
    }
}
