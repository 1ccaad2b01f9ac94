using Advocacy.Insights.Days;

namespace Advocacy.Insights.Publishing;

/// <summary>The counts of people, and of what people did, that a row may have.</summary>
internal enum PeopleCount
{
    Digests,
    Offered,
    Opened,
    Shared,
    Sharers,
    NotForMe,
}

internal static class PeopleCounts
{
    public static readonly IReadOnlyList<PeopleCount> All = Enum.GetValues<PeopleCount>();

    public static int Of(this PeopleCount count, Measures of) =>
        count switch
        {
            PeopleCount.Digests => of.Digests,
            PeopleCount.Offered => of.Offered - of.Returned,
            PeopleCount.Opened => of.Opened,
            PeopleCount.Shared => of.Shared,
            PeopleCount.Sharers => of.Sharers,
            _ => of.NotForMe,
        };

    /// <summary>Different people behind the count in a group of people, at least; 0 where that is not known.</summary>
    public static int HeadsOf(this PeopleCount count, Measures of) =>
        count switch
        {
            PeopleCount.Digests or PeopleCount.Offered => of.Digests,
            PeopleCount.Shared or PeopleCount.Sharers => of.Sharers,
            _ => 0,
        };

    /// <summary>As <see cref="RestOf"/>, of a group of people: who did not share at all are a group as well.</summary>
    public static int? RestOfPeople(this PeopleCount count, Measures of) =>
        count is PeopleCount.Shared or PeopleCount.Sharers
            ? Math.Min(count.RestOf(of)!.Value, of.Digests - of.Sharers)
            : count.RestOf(of);

    /// <summary>
    /// Of those it is a part of, how many are in no such count: who were offered something and neither shared it nor left it to others are a group as well. <c>null</c> where
    /// it is a part of nothing.
    /// </summary>
    public static int? RestOf(this PeopleCount count, Measures of) =>
        count switch
        {
            PeopleCount.Opened => of.Offered - of.Returned - of.Opened,
            PeopleCount.Shared or PeopleCount.NotForMe => of.Offered - of.Returned - of.Shared - of.NotForMe,
            PeopleCount.Sharers => of.Digests - of.Sharers,
            _ => null,
        };
}
