namespace Advocacy.Engagement.Traffic;

/// <summary>
/// Tells by all that happened to one mail which of it no person did. Whatever the order in which the events came, the same are named in
/// the end: more events only ever name more.
/// </summary>
internal static class MailTraffic
{
    /// <summary>Of the link in a mail that no person sees.</summary>
    public const string CanaryLink = "canary";

    /// <summary>Somebody followed the link that no person sees, about then.</summary>
    public const string Canary = "canary";

    /// <summary>Nobody reads a mail the second it arrives.</summary>
    public const string TooSoon = "too-soon";

    /// <summary>Nobody follows several links at once.</summary>
    public const string Burst = "burst";

    /// <summary>The rule of each event; <c>null</c> where none says that it was a machine. What the request itself told stays.</summary>
    /// <param name="events">Of one mail.</param>
    /// <param name="arrived">When the mail was there; <c>null</c> where nobody knows.</param>
    public static IEnumerable<(EngagementEvent Event, string? Rule)> Judge(
        IReadOnlyList<EngagementEvent> events,
        DateTimeOffset? arrived,
        MeasurementOptions options
    )
    {
        var canaries = events.Where(one => one.Link == CanaryLink).Select(one => one.At).ToList();
        var links = events.Where(one => one.Kind == EngagementKind.LinkClicked && one.Link != CanaryLink).ToList();
        foreach (var one in events)
        {
            yield return (one, IsOfRequest(one.Rule) ? one.Rule : RuleOf(one));
        }

        string? RuleOf(EngagementEvent one) =>
            canaries.Exists(at => AreWithin(at, one.At, options.CanarySeconds)) ? Canary
            : one.At < arrived + TimeSpan.FromSeconds(options.SoonSeconds) ? TooSoon
            : links.Contains(one) && IsInBurst(one) ? Burst
            : null;

        bool IsInBurst(EngagementEvent one) =>
            links
                .Where(other => AreWithin(other.At, one.At, options.BurstSeconds))
                .Select(other => (other.PostId, other.Link))
                .Distinct()
                .Count() >= options.BurstLinks;
    }

    private static bool AreWithin(DateTimeOffset one, DateTimeOffset other, int seconds) =>
        (one - other).Duration() <= TimeSpan.FromSeconds(seconds);

    private static bool IsOfRequest(string? rule) => rule is not (null or Canary or TooSoon or Burst);
}
