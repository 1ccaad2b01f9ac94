using System.Globalization;

namespace Advocacy.Sharing;

/// <summary>What of a mail is measured.</summary>
public enum MailLinkKind
{
    /// <summary>To the post's own page.</summary>
    Read,

    /// <summary>To the share page.</summary>
    Share,

    /// <summary>A link that no person sees: who follows it is a scanner.</summary>
    Canary,

    /// <summary>A picture of one pixel.</summary>
    Open,
}

/// <summary>One measured link of one person's mail.</summary>
/// <param name="Index">Of the pick in the delivery; 0 where the link is of the mail as a whole.</param>
public sealed record MailLink(string EmployeeId, string EditionId, MailLinkKind Kind, int Index = 0)
{
    private const string Letters = "rsco";

    /// <summary>What a token is signed for, for example <c>1f…9c.2026-W48.r0</c>.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{EmployeeId}.{EditionId}.{Letters[(int)Kind]}{Index}");

    /// <summary><c>null</c> where it is none.</summary>
    public static MailLink? Read(string? subject) =>
        subject?.Split('.') is [var employee, var edition, { Length: > 1 } target]
        && Letters.IndexOf(target[0], StringComparison.Ordinal) is >= 0 and var kind
        && int.TryParse(target[1..], NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            ? new MailLink(employee, edition, (MailLinkKind)kind, index)
            : null;
}
