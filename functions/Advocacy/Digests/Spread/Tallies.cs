namespace Advocacy.Digests.Spread;

/// <summary>Counts as they are stored and as they are counted with.</summary>
internal static class Tallies
{
    /// <param name="now">Of this edition; <c>null</c> where nothing was given yet.</param>
    /// <param name="before">Of the edition before.</param>
    public static UnitCounts Read(FairSpread spread, string unit, UnitTally? now, UnitTally? before)
    {
        var counts = spread.NewUnit(unit);
        counts.Readers = now?.Readers.Values.Sum() ?? 0;
        foreach (var (id, given) in now?.Posts ?? new Dictionary<string, GivenPost>())
        {
            if (spread.Find(id) is { } post)
            {
                counts.Others[post.Index] = given.Others;
                counts.Offered[post.Index] = given.Texts.Values.Sum();
                Each(post, given, (place, people) => counts.Texts[place] = people);
            }
        }
        foreach (var (id, given) in before?.Posts ?? new Dictionary<string, GivenPost>())
        {
            if (spread.Find(id) is { } post)
            {
                Each(post, given, (place, people) => counts.LastWeek[place] = people > 0);
            }
        }
        return counts;
    }

    /// <summary>The tally with these counts; posts that this run does not know stay as they were.</summary>
    public static UnitTally Write(FairSpread spread, UnitCounts counts, UnitTally tally)
    {
        var posts = new Dictionary<string, GivenPost>(tally.Posts);
        foreach (var post in spread.Posts.Where(post => counts.Offered[post.Index] > 0))
        {
            var texts = new Dictionary<string, int>();
            foreach (var (i, text) in post.Post.ShareTexts.Index())
            {
                if (counts.Texts[post.FirstText + i] is var people and > 0)
                {
                    texts[text.Id] = people;
                }
            }
            posts[post.Post.Id] = new GivenPost(counts.Others[post.Index], texts);
        }
        return tally with { Posts = posts };
    }

    /// <param name="now">Of this edition; <c>null</c> where nothing was given yet.</param>
    /// <param name="before">Of the last edition that there was.</param>
    public static CompanyCounts Read(FairSpread spread, CompanyTally? now, CompanyTally? before)
    {
        var counts = spread.NewCompany();
        counts.Readers = now?.Readers.Values.Sum() ?? 0;
        counts.ReadersBefore = before?.Readers.Values.Sum() ?? 0;
        foreach (var post in spread.Posts)
        {
            if (now?.Posts.GetValueOrDefault(post.Post.Id) is { } offered)
            {
                counts.Offered[post.Index] = offered.Offered;
                counts.Others[post.Index] = offered.Others;
            }
            if (before?.Posts.GetValueOrDefault(post.Post.Id) is { } earlier)
            {
                counts.Before[post.Index] = earlier.Before + earlier.Offered;
            }
        }
        return counts;
    }

    /// <summary>The stored tally and what was given besides; somebody else may have added to it meanwhile.</summary>
    public static CompanyTally Add(FairSpread spread, CompanyTally tally, CompanyCounts more)
    {
        var posts = new Dictionary<string, OfferedPost>(tally.Posts);
        foreach (var post in spread.Posts)
        {
            var i = post.Index;
            var stored = posts.GetValueOrDefault(post.Post.Id) ?? new OfferedPost(0, 0);
            var sum = new OfferedPost(
                stored.Offered + more.Offered[i],
                stored.Others + more.Others[i],
                stored.TurnedAway + more.TurnedAway[i],
                more.Before[i]
            );
            if (sum != new OfferedPost(0, 0))
            {
                posts[post.Post.Id] = sum;
            }
        }
        return tally with { Posts = posts };
    }

    public static GroupCounts Read(FairSpread spread, string slot, HourTally? tally)
    {
        var counts = spread.NewHour(slot);
        counts.Readers = tally?.Readers ?? 0;
        foreach (var post in spread.Posts)
        {
            if (tally?.Posts.GetValueOrDefault(post.Post.Id) is { } offered)
            {
                counts.Offered[post.Index] = offered.Offered;
                counts.Others[post.Index] = offered.Others;
            }
        }
        return counts;
    }

    public static HourTally Write(FairSpread spread, string slot, GroupCounts counts) =>
        new()
        {
            Id = HourTally.IdOf(spread.EditionId, slot),
            EditionId = spread.EditionId,
            Slot = slot,
            Readers = counts.Readers,
            Posts = spread
                .Posts.Where(post => counts.Offered[post.Index] > 0)
                .ToDictionary(
                    post => post.Post.Id,
                    post => new OfferedPost(counts.Offered[post.Index], counts.Others[post.Index])
                ),
            Ttl = UnitTally.Days * 24 * 60 * 60,
        };

    private static void Each(SpreadPost post, GivenPost given, Action<int, int> take)
    {
        foreach (var (i, text) in post.Post.ShareTexts.Index())
        {
            if (given.Texts.TryGetValue(text.Id, out var people))
            {
                take(post.FirstText + i, people);
            }
        }
    }
}
