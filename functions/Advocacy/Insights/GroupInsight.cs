using Advocacy.Platform;

namespace Advocacy.Insights;

/// <summary>By what the rows of a week are split.</summary>
public enum InsightGroup
{
    /// <summary>People, as the roster had their unit; shares of those who are in statistics.</summary>
    Unit,

    /// <summary>People, by archetype; shares of those who are in statistics.</summary>
    Archetype,

    /// <summary>Digests, by the language of the mail.</summary>
    MailLanguage,

    /// <summary>Posts, by the channel that they were shared to and clicked on.</summary>
    Channel,

    Post,

    /// <summary>Offered texts; <see cref="GroupInsight.PostId"/> says of which post.</summary>
    Text,

    /// <summary>Posts by topic: a post with two topics is in both.</summary>
    Topic,

    /// <summary>Posts, by their own language.</summary>
    Language,

    /// <summary>Why a post was not for somebody.</summary>
    Reason,

    /// <summary>Audience clicks by hour of the day, UTC: <c>00</c> to <c>23</c>.</summary>
    Hour,
}

/// <summary>One row of one week: what one group brought. A row in which nothing may be shown does not exist.</summary>
public sealed record GroupInsight : InsightFigures
{
    public required InsightGroup Group { get; init; }

    /// <summary>For example the unit's name, the channel's, or a post's id.</summary>
    public required string Key { get; init; }

    /// <summary>What to write in a table: a post's title, a text's first words, else the key.</summary>
    public required string Label { get; init; }

    /// <summary>Of a post or a text.</summary>
    public string? PostId { get; init; }

    public static string IdOf(string week, InsightGroup group, string key) =>
        $"{group}-{week}-{Ids.Of("insight", group.ToString(), key)}";
}
