using Advocacy.Consent;
using Advocacy.People;

namespace Advocacy.Invitations;

/// <summary>Who may be asked: employees who never decided anything. Applied when invitations are planned, and again before each is sent.</summary>
public sealed class InvitationRule(ConsentLedger ledger, TimeProvider time)
{
    public async Task<bool> AllowsAsync(Employee? employee, CancellationToken cancellationToken = default) =>
        employee is not null
        && employee.Suspended is null
        && !(employee.PausedUntil > time.GetUtcNow())
        && (await ledger.CurrentAsync(employee.Id, cancellationToken)).Purposes.Count == 0;
}
