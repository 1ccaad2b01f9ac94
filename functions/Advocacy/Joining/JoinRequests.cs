using System.Text.Json;
using Advocacy.People;
using Advocacy.Platform;
using Advocacy.Platform.Queue;
using Advocacy.Platform.Store;
using Microsoft.Extensions.Options;

namespace Advocacy.Joining;

/// <summary>
/// Keeps what was entered and orders its mail. Whether the address is known is neither asked nor answered here: both take the same
/// one write and the same one message, and the mail leaves after the answer.
/// </summary>
public sealed class JoinRequests(
    IDocumentStore store,
    IWorkQueue queue,
    Pseudonyms pseudonyms,
    IOptions<JoinOptions> options,
    TimeProvider time
)
{
    /// <param name="address">As <see cref="WorkAddress"/> writes it.</param>
    public async Task AddAsync(string address, JoinEntry entry, CancellationToken cancellationToken = default)
    {
        var now = time.GetUtcNow();
        var request = new JoinRequest
        {
            Id = Ids.New(),
            EmployeeId = pseudonyms.OfAddress(address),
            Address = address,
            Name = entry.Name,
            Language = entry.Language,
            Purposes = entry.Purposes,
            GoneAt = now.AddHours(options.Value.LinkHours),
        };
        await store.TryCreateAsync(Containers.Deliveries, request with { Ttl = request.TtlAt(now) }, cancellationToken);
        await OrderMailAsync([request], cancellationToken);
    }

    public Task OrderMailAsync(IReadOnlyList<JoinRequest> requests, CancellationToken cancellationToken = default) =>
        queue.EnqueueAsync(
            Queues.Joins,
            [
                .. requests.Select(request =>
                    JsonSerializer.Serialize(new JoinMessage(request.EmployeeId, request.Id), DocumentJson.Options)
                ),
            ],
            cancellationToken: cancellationToken
        );

    /// <summary>The request, or <c>null</c> where it is gone.</summary>
    public async Task<JoinRequest?> FindAsync(
        string employeeId,
        string requestId,
        CancellationToken cancellationToken = default
    ) => (await store.ReadAsync<JoinRequest>(Containers.Deliveries, employeeId, requestId, cancellationToken))?.Value;

    public Task RemoveAsync(JoinRequest request, CancellationToken cancellationToken = default) =>
        store.DeleteAsync(Containers.Deliveries, request.EmployeeId, request.Id, cancellationToken);

    /// <summary>Forgets what was entered; only that it was confirmed stays until the link ends, so that a second click is no error.</summary>
    /// <param name="request">As it was found.</param>
    /// <param name="wordingVersion">Of the words that were confirmed.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>The request as it stands then; whoever came first has set its time.</returns>
    public async Task<JoinRequest> ConfirmedAsync(
        JoinRequest request,
        string wordingVersion,
        CancellationToken cancellationToken = default
    )
    {
        var now = time.GetUtcNow();
        JoinRequest? before = null;
        var confirmed = await store.ChangeAsync<JoinRequest>(
            Containers.Deliveries,
            request.EmployeeId,
            request.Id,
            waiting =>
            {
                before = waiting;
                return waiting.ConfirmedAt is null
                    ? waiting with
                    {
                        Address = null,
                        Name = "",
                        ConfirmedAt = now,
                        WordingVersion = wordingVersion,
                        Ttl = waiting.TtlAt(now),
                    }
                    : null;
            },
            cancellationToken
        );
        return confirmed ?? before ?? request with { ConfirmedAt = now };
    }
}
