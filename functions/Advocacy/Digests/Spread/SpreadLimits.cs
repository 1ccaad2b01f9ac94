using Advocacy.People;

namespace Advocacy.Digests.Spread;

/// <summary>
/// The rules that count people. Each is a share of those with a digest <em>so far</em>, so that it holds at every moment of the week, whoever
/// comes first, and a post's offers cannot run ahead of the week.
/// </summary>
internal sealed class SpreadLimits(DigestOptions options)
{
    /// <param name="texts">How many texts the post has for the person.</param>
    /// <param name="first">True for whom a part of the shares is reserved.</param>
    public Verdict Judge(SpreadPost post, int texts, bool first, SpreadCounts counts)
    {
        var reach = Reach(post, counts.Company);
        if (reach.Rule != SpreadRule.Offered)
        {
            return reach;
        }
        var unit = Judge(post, texts, first, counts.Unit, SpreadGroup.Unit, options.UnitShare);
        if (unit.Rule != SpreadRule.Offered)
        {
            return unit;
        }
        var company = Judge(post, texts, first, counts.Company, SpreadGroup.Company, options.CompanyShare);
        return company.Rule != SpreadRule.Offered
            ? company
            : Judge(post, texts, first, counts.Hour, SpreadGroup.Hour, options.HourShare);
    }

    /// <summary>
    /// True for whom a part of each share is kept: specialists get their field first, enthusiasts what is fresh.
    /// </summary>
    /// <param name="follows">See <see cref="Suitability.Follows"/>.</param>
    public static bool IsFirst(SpreadPost post, Employee person, bool follows) =>
        person.Archetype switch
        {
            Archetype.Specialist => follows,
            Archetype.Enthusiast => post.Fresh,
            _ => false,
        };

    private Verdict Judge(
        SpreadPost post,
        int texts,
        bool first,
        GroupCounts group,
        SpreadGroup kind,
        double usualShare
    )
    {
        var share = texts == 1 ? Math.Min(usualShare, options.OneTextShare) : usualShare;
        var least = Math.Min(texts, options.SmallGroup);
        var rounding = Draws.Fraction(Draws.Of(post.Draw, group.Draw));
        var given = group.Offered[post.Index];
        var allowed = Allowed(group.Readers, share, least, rounding);
        var rule = SpreadRule.ShareReached;
        var part = 1.0;
        if (given < allowed)
        {
            if (first || !post.HasFirsts)
            {
                return new Verdict(SpreadRule.Offered);
            }
            (rule, part) = (SpreadRule.Reserved, 1 - options.ReservedShare);
            given = group.Others[post.Index];
            allowed = Allowed(group.Readers, share * part, least, rounding);
            if (given < allowed)
            {
                return new Verdict(SpreadRule.Offered);
            }
        }
        // Where one text more would make room, it is said of the text and not of the share.
        var wantsText = texts == 1 && given < Allowed(group.Readers, usualShare * part, options.SmallGroup, rounding);
        return new Verdict(wantsText ? SpreadRule.OneText : rule, kind, given, allowed, group.Readers);
    }

    /// <summary>
    /// The share in whole people, rounded up or down by the draw: never more than the next whole number, and in many small groups
    /// together no more than the share.
    /// </summary>
    private static int Allowed(int readers, double share, int least, double rounding) =>
        Math.Max(least, (int)((share * readers) + rounding));

    /// <summary>What is wanted in all is given out over the week, as far as last week tells how many people it has.</summary>
    private static Verdict Reach(SpreadPost post, CompanyCounts company)
    {
        if (post.Post.WantedReach is not { } wanted)
        {
            return new Verdict(SpreadRule.Offered);
        }
        var left = Math.Max(0, wanted - company.Before[post.Index]);
        var passed = company.Readers >= company.ReadersBefore ? 1.0 : (double)company.Readers / company.ReadersBefore;
        var allowed = (int)Math.Ceiling(left * passed);
        var given = company.Offered[post.Index];
        return given < allowed
            ? new Verdict(SpreadRule.Offered)
            : new Verdict(SpreadRule.ReachMet, SpreadGroup.Company, given, allowed, company.Readers);
    }
}
