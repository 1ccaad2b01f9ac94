using MimeKit;

namespace Advocacy.MailEvents.Bounces;

/// <summary>The machine-readable part of a notification (RFC 3464), and what its status codes (RFC 3463) say of the address.</summary>
internal static class DeliveryStatus
{
    public static (MailEventKind? Kind, string Why) KindOf(MessageDeliveryStatus part)
    {
        // The first group is of the message, each later one of a recipient; a mail of ours has one recipient. Some servers leave the first out.
        foreach (var group in part.StatusGroups)
        {
            if (group["Action"]?.Trim().ToLowerInvariant() is not { Length: > 0 } action)
            {
                continue;
            }
            var status = group["Status"]?.Trim() ?? "";
            var why = $"{action} {StatusCode.Of(status)}".Trim();
            return action switch
            {
                "failed" => (StatusCode.KindOf(status, group["Diagnostic-Code"] ?? ""), why),
                "delayed" => (MailEventKind.SoftBounce, why),
                "delivered" => (MailEventKind.Delivered, why),
                // Passed on to where nobody tells, or to a list: neither arrived nor lost.
                _ => (null, why),
            };
        }
        return (null, "a notification without an action");
    }
}
