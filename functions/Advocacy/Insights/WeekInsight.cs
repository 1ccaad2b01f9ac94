namespace Advocacy.Insights;

/// <summary>What one week brought in all; one document for each week, its id is <c>week</c> and the week's.</summary>
public sealed record WeekInsight : InsightFigures
{
    public static string IdOf(string week) => $"week-{week}";

    /// <summary>Whole minutes from the mail within which a quarter of the measured people shared for the first time in the week; of twenty or more.</summary>
    public int? MinutesToShareLower { get; init; }

    /// <summary>The same for half of them; of ten or more.</summary>
    public int? MinutesToShare { get; init; }

    /// <summary>The same for three quarters; of twenty or more.</summary>
    public int? MinutesToShareUpper { get; init; }

    /// <summary>Different posts that were offered.</summary>
    public int Posts { get; init; }

    /// <summary>Of <see cref="Posts"/>, by how they sound.</summary>
    public int PostsPositive { get; init; }

    /// <inheritdoc cref="PostsPositive"/>
    public int PostsNeutral { get; init; }

    /// <inheritdoc cref="PostsPositive"/>
    public int PostsNegative { get; init; }

    /// <inheritdoc cref="PostsPositive"/>
    public int PostsMixed { get; init; }

    /// <summary>The chance, 0 to 1, that two people of a unit who were offered the same post were offered the same text.</summary>
    public decimal? SameText { get; init; }

    /// <summary>The least that <see cref="SameText"/> could be with as many texts as there were.</summary>
    public decimal? SameTextBound { get; init; }

    /// <summary>People with a yes at the week's end, rounded down to a multiple of the smallest group.</summary>
    public int? DigestEmailYes { get; init; }

    /// <inheritdoc cref="DigestEmailYes"/>
    public int? ClickMeasurementYes { get; init; }

    /// <inheritdoc cref="DigestEmailYes"/>
    public int? ShareStatisticsYes { get; init; }

    /// <summary>Times somebody said yes in the week.</summary>
    public int? DigestEmailGiven { get; init; }

    /// <summary>Times somebody took a yes back in the week.</summary>
    public int? DigestEmailWithdrawn { get; init; }

    /// <inheritdoc cref="DigestEmailGiven"/>
    public int? ClickMeasurementGiven { get; init; }

    /// <inheritdoc cref="DigestEmailWithdrawn"/>
    public int? ClickMeasurementWithdrawn { get; init; }

    /// <inheritdoc cref="DigestEmailGiven"/>
    public int? ShareStatisticsGiven { get; init; }

    /// <inheritdoc cref="DigestEmailWithdrawn"/>
    public int? ShareStatisticsWithdrawn { get; init; }
}
