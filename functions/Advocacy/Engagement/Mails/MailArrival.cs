using Advocacy.Digests;

namespace Advocacy.Engagement.Mails;

/// <summary>When a mail was there, as well as anybody knows.</summary>
internal static class MailArrival
{
    /// <summary>A delivery that was settled later than this after its claim was settled by asking, not by sending.</summary>
    private static readonly TimeSpan LongestSending = TimeSpan.FromMinutes(15);

    /// <summary>The provider's word, else when it was handed over; <c>null</c> where it was not sent.</summary>
    public static DateTimeOffset? Of(Delivery delivery) =>
        delivery.ArrivedAt
        ?? (delivery.SettledAt - delivery.ClaimedAt > LongestSending ? null : delivery.SettledAt)
        ?? delivery.ClaimedAt;
}
