namespace Advocacy.Digests.Spread;

/// <summary>How many people of a group have a digest in the edition, and how many of them which post. Arrays are by <see cref="SpreadPost.Index"/>.</summary>
internal class GroupCounts(string name, int posts)
{
    /// <summary>Of the group: rounding is drawn for each group, so that small groups do not all round alike.</summary>
    public ulong Draw { get; } = Draws.Of(name);

    /// <summary>People with a digest in the edition, or who would have one if there were anything for them.</summary>
    public int Readers { get; set; }

    /// <summary>People who are offered the post.</summary>
    public int[] Offered { get; } = new int[posts];

    /// <summary>Of them, people for whom no part of the share is reserved.</summary>
    public int[] Others { get; } = new int[posts];

    /// <param name="people">How many more; negative to take back.</param>
    public void Count(SpreadPost post, bool first, int people = 1)
    {
        Offered[post.Index] += people;
        Others[post.Index] += first ? 0 : people;
    }
}

/// <summary>The same of a unit, with its texts. Arrays of texts are by <see cref="SpreadPost.FirstText"/> and the text's place.</summary>
internal sealed class UnitCounts(string name, int posts, int texts) : GroupCounts(name, posts)
{
    /// <summary>People who have the text in this edition.</summary>
    public int[] Texts { get; } = new int[texts];

    /// <summary>True where somebody of the unit had the text in the edition before.</summary>
    public bool[] LastWeek { get; } = new bool[texts];
}

/// <summary>The same of the company, over the weeks.</summary>
internal sealed class CompanyCounts(int posts) : GroupCounts("", posts)
{
    /// <summary>People who were offered the post in editions before.</summary>
    public int[] Before { get; } = new int[posts];

    /// <summary>People who were not offered the post because it has one text only.</summary>
    public int[] TurnedAway { get; } = new int[posts];

    /// <summary>People who had a digest in the edition before; 0 where there was none.</summary>
    public int ReadersBefore { get; set; }
}

/// <summary>Everything that has been given so far and bears on one person's choice.</summary>
internal sealed record SpreadCounts(UnitCounts Unit, CompanyCounts Company, GroupCounts Hour)
{
    public void Count(SpreadPost post, int text, bool first) => Count(post, text, first, 1);

    public void TakeBack(SpreadPost post, int text, bool first) => Count(post, text, first, -1);

    private void Count(SpreadPost post, int text, bool first, int people)
    {
        Unit.Count(post, first, people);
        Company.Count(post, first, people);
        Hour.Count(post, first, people);
        Unit.Texts[post.FirstText + text] += people;
    }
}
