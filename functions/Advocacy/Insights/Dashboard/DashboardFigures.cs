using Advocacy.Programme.Pulse;

namespace Advocacy.Insights.Dashboard;

/// <summary>Everything that the comms team's page shows, in one reading. Nothing in it is about fewer than <see cref="SmallestGroup"/> people.</summary>
public sealed record DashboardFigures
{
    /// <summary>The week that the page is about, for example <c>2026-W48</c>.</summary>
    public required string Week { get; init; }

    public required DateOnly Monday { get; init; }

    public required int SmallestGroup { get; init; }

    /// <summary><c>null</c> where nothing came of the week.</summary>
    public WeekInsight? This => Trend.FirstOrDefault(week => week.Week == Week);

    /// <summary><c>null</c> where nothing came of it.</summary>
    public required WeekInsight? Before { get; init; }

    /// <summary>Oldest first, <see cref="Week"/> last; weeks of which nothing came are not in it.</summary>
    public required IReadOnlyList<WeekInsight> Trend { get; init; }

    /// <summary>In the order of the metrics; only goals that are set.</summary>
    public required IReadOnlyList<GoalFigure> Goals { get; init; }

    /// <summary>The week's rows, most clicks, shares and offers first; of hours, by the clock.</summary>
    public required IReadOnlyList<GroupInsight> Groups { get; init; }

    /// <summary>The week's posts with what they brought in all their weeks, best first; at most twenty.</summary>
    public required IReadOnlyList<Insight> BestPosts { get; init; }

    /// <summary>The last question that was closed and counted; <c>null</c> where there was none.</summary>
    public required PulseQuestion? Pulse { get; init; }

    public required ContentSupply Supply { get; init; }

    public required ProgrammeHealth Health { get; init; }

    /// <summary>The rows of one kind, in the order of <see cref="Groups"/>.</summary>
    public IEnumerable<GroupInsight> Of(InsightGroup group) => Groups.Where(row => row.Group == group);
}

/// <summary>What there is to offer, now.</summary>
/// <param name="Ready">Posts that may be offered.</param>
/// <param name="Held">Posts that wait for a person.</param>
/// <param name="Unjudged">Posts whose tone is not judged yet.</param>
/// <param name="EndSoon">Of <paramref name="Ready"/>, posts that expire within seven days.</param>
/// <param name="Topics">By topic, those first of which least is left.</param>
/// <param name="Languages">Ready posts by language, ISO 639-1.</param>
/// <param name="Thin">Posts that more texts would carry further, in the week's edition.</param>
public sealed record ContentSupply(
    int Ready,
    int Held,
    int Unjudged,
    int EndSoon,
    IReadOnlyList<TopicSupply> Topics,
    IReadOnlyList<LanguageSupply> Languages,
    IReadOnlyList<ThinSupply> Thin
);

/// <param name="Topic">As posts and people name it.</param>
/// <param name="Ready">Posts about it that may be offered.</param>
/// <param name="Followers">People who follow it, rounded down to a multiple of the smallest group; <c>null</c> below it.</param>
public sealed record TopicSupply(string Topic, int Ready, int? Followers);

/// <param name="Language">ISO 639-1.</param>
/// <param name="Ready">Posts in it that may be offered.</param>
public sealed record LanguageSupply(string Language, int Ready);

/// <param name="Title">Of the post.</param>
/// <param name="Texts">How many it has now, over all languages.</param>
/// <param name="TurnedAway">
/// About how many more people another text would have reached, rounded down to a multiple of the smallest group; <c>null</c> below it.
/// </param>
public sealed record ThinSupply(string PostId, string Title, int Texts, int? TurnedAway);

/// <summary>Whether what feeds the figures works.</summary>
/// <param name="Feeds">Sources that are harvested.</param>
/// <param name="AilingFeeds">Of them, those that failed three times in a row or more.</param>
/// <param name="HarvestedAt">When a source was last read without a fault; <c>null</c> for never.</param>
/// <param name="JudgedAnalyzer">Which tone analyser judged the newest post; <c>null</c> where none is judged.</param>
/// <param name="Unsettled">Digests of which it is not known whether they were sent; <c>null</c> where 1 to 4.</param>
/// <param name="FailedMessages">Messages that failed for good and wait for a decision.</param>
/// <param name="RolledUpAt">When the figures were last found; <c>null</c> for never.</param>
public sealed record ProgrammeHealth(
    int Feeds,
    int AilingFeeds,
    DateTimeOffset? HarvestedAt,
    string? JudgedAnalyzer,
    int? Unsettled,
    int FailedMessages,
    DateTimeOffset? RolledUpAt
);
