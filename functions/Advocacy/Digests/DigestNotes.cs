using System.Collections.Concurrent;
using Advocacy.Platform.Store;
using Advocacy.Programme.Pulse;
using Advocacy.Programme.Training;

namespace Advocacy.Digests;

/// <summary>What digests say beside their stories.</summary>
/// <param name="Tips">One a week for each archetype.</param>
/// <param name="Pulse">The question of the edition; <c>null</c> for none.</param>
/// <param name="AskedBefore">Employees whom an earlier edition asked it: nobody is asked twice.</param>
public sealed record EditionNotes(TipRotation Tips, PulseInvitation? Pulse, IReadOnlySet<string> AskedBefore)
{
    public PulseInvitation? PulseFor(string employeeId) => AskedBefore.Contains(employeeId) ? null : Pulse;
}

/// <summary>Reads what the programme adds to the digests of an edition.</summary>
public sealed class DigestNotes(Tips tips, PulseQuestions pulses, IDocumentStore store)
{
    /// <param name="employeeIds">To whom the digests go.</param>
    public async Task<EditionNotes> ReadAsync(
        string editionId,
        IEnumerable<string> employeeIds,
        CancellationToken cancellationToken = default
    )
    {
        var pulse = await pulses.DueAsync(editionId, cancellationToken);
        var asked = new ConcurrentDictionary<string, bool>();
        foreach (var earlier in pulse?.EarlierEditions ?? [])
        {
            await StoreCalls.ForEachAsync(
                employeeIds,
                async (id, ct) =>
                {
                    if (await WasSentAsync(id, earlier, ct))
                    {
                        asked[id] = true;
                    }
                },
                cancellationToken
            );
        }
        return new EditionNotes(await tips.ReadAsync(cancellationToken), pulse, asked.Keys.ToHashSet());
    }

    private async Task<bool> WasSentAsync(string employeeId, string editionId, CancellationToken cancellationToken) =>
        await store.ReadAsync<Delivery>(
            Containers.Deliveries,
            employeeId,
            Delivery.IdOf(employeeId, editionId),
            cancellationToken
        )
            is { Value.State: not (DeliveryState.Planned or DeliveryState.Failed) };
}
