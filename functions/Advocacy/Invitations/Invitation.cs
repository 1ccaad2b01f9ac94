using Advocacy.Letters;
using Advocacy.Platform;

namespace Advocacy.Invitations;

/// <summary>
/// That somebody is asked, or was. One per employee, for ever: whatever becomes of it, there is no second one. It says nothing about the
/// answer; a no is not recorded anywhere.
/// </summary>
public sealed record Invitation : Letter
{
    public required DateTimeOffset PlannedAt { get; init; }

    public static string IdOf(string employeeId) => Ids.Of("invitation", employeeId);
}

/// <summary>A message on the <c>invitations</c> queue: either everybody who may be asked, or these.</summary>
public sealed record InvitationMessage
{
    /// <summary>True in the message that an operator drops: it plans, and orders the mails in further messages.</summary>
    public bool Everyone { get; init; }

    public IReadOnlyList<string> EmployeeIds { get; init; } = [];
}
