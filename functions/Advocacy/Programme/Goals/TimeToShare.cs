using Advocacy.Engagement;

namespace Advocacy.Programme.Goals;

/// <summary>
/// How easy it is: the median time from a mail to a share that came of it. It takes, of each person and post of an edition, the earliest
/// <see cref="EngagementKind.Delivered"/> and the earliest <see cref="EngagementKind.Shared"/> after it. Both are kept under a person only where that
/// person agreed to click measurement and to share statistics, so it is measured on those who agreed to both and says nothing below five people.
/// </summary>
public static class TimeToShare
{
    /// <summary>As many people stand behind any figure.</summary>
    public const int SmallestGroup = 5;

    /// <summary>One person counts once, with the median of their own times, so that the keenest do not decide for all.</summary>
    /// <param name="events">Of the period; anonymous ones and other kinds are passed over.</param>
    /// <returns><c>null</c> where fewer than <see cref="SmallestGroup"/> people stand behind it.</returns>
    public static TimeSpan? MedianOf(IEnumerable<EngagementEvent> events)
    {
        var people = events
            .Where(PersonalEvents.Names)
            .GroupBy(one => (one.Subject, one.EditionId, one.PostId))
            .Select(group => (group.Key.Subject, Time: TimeOf(group)))
            .Where(pair => pair.Time is not null)
            .GroupBy(pair => pair.Subject, pair => pair.Time!.Value)
            .Select(Median)
            .ToList();
        return people.Count < SmallestGroup ? null : Median(people);
    }

    private static TimeSpan? TimeOf(IEnumerable<EngagementEvent> events)
    {
        DateTimeOffset? delivered = null;
        foreach (var one in events.OrderBy(one => one.At))
        {
            if (one.Kind == EngagementKind.Delivered)
            {
                delivered ??= one.At;
            }
            else if (one.Kind == EngagementKind.Shared && delivered is { } at)
            {
                return one.At - at;
            }
        }
        return null;
    }

    private static TimeSpan Median(IEnumerable<TimeSpan> times)
    {
        var sorted = times.Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }
}
