using System.Collections.Concurrent;
using System.Text.Json;
using Advocacy.Digests;
using Advocacy.People;
using Advocacy.Platform.Queue;
using Advocacy.Platform.Store;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Advocacy.Invitations;

/// <param name="People">On the roster.</param>
/// <param name="Invited">Who are asked by this.</param>
public sealed record InvitationPlan(int People, int Invited)
{
    /// <summary>Who decided, were asked before or are away. Which of them is not told: it would tell of those who did not answer.</summary>
    public int LeftOut => People - Invited;
}

/// <summary>Chooses whom to invite. It can be run again at any time, after a crash too: nobody is asked twice.</summary>
public sealed class InvitationPlanner(
    IDocumentStore store,
    IWorkQueue queue,
    InvitationRule rule,
    TimeProvider time,
    IOptions<DigestOptions> options,
    ILogger<InvitationPlanner> logger
)
{
    private const int PeopleAtATime = 500;

    /// <param name="dryRun">Only counts: writes nothing and orders nothing.</param>
    public async Task<InvitationPlan> PlanAsync(bool dryRun = false, CancellationToken cancellationToken = default)
    {
        var plan = new InvitationPlan(0, 0);
        var people = store.ScanAsync<Employee>(Containers.Employees, 0, 1, cancellationToken);
        await foreach (var part in people.Select(stored => stored.Value).Chunk(PeopleAtATime))
        {
            var chosen = new ConcurrentBag<string>();
            await StoreCalls.ForEachAsync(
                part,
                async (employee, ct) =>
                {
                    if (await rule.AllowsAsync(employee, ct) && await ChooseAsync(employee.Id, dryRun, ct))
                    {
                        chosen.Add(employee.Id);
                    }
                },
                cancellationToken
            );
            plan = new InvitationPlan(plan.People + part.Length, plan.Invited + chosen.Count);
            await OrderMailAsync(dryRun ? [] : chosen, cancellationToken);
        }
        if (!dryRun)
        {
            InvitationLog.Planned(logger, plan.Invited);
        }
        return plan;
    }

    /// <summary>Puts the mails to these people on the queue.</summary>
    public Task OrderMailAsync(IEnumerable<string> employeeIds, CancellationToken cancellationToken = default)
    {
        var messages = employeeIds
            .Order(StringComparer.Ordinal)
            .Chunk(options.Value.BatchSize)
            .Select(ids => JsonSerializer.Serialize(new InvitationMessage { EmployeeIds = ids }, DocumentJson.Options))
            .ToList();
        return messages.Count == 0
            ? Task.CompletedTask
            : queue.EnqueueAsync(Queues.Invitations, messages, cancellationToken: cancellationToken);
    }

    /// <summary>True where nobody was asked yet, or the plan before this one died ahead of its message.</summary>
    private async Task<bool> ChooseAsync(string employeeId, bool dryRun, CancellationToken cancellationToken)
    {
        var id = Invitation.IdOf(employeeId);
        var stored = await store.ReadAsync<Invitation>(Containers.Deliveries, employeeId, id, cancellationToken);
        if (stored is not null)
        {
            return stored.Value.State == DeliveryState.Planned;
        }
        var invitation = new Invitation
        {
            Id = id,
            EmployeeId = employeeId,
            PlannedAt = time.GetUtcNow(),
        };
        return dryRun || await store.TryCreateAsync(Containers.Deliveries, invitation, cancellationToken) is not null;
    }
}
