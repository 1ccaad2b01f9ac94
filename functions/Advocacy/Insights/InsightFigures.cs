using Advocacy.Platform.Store;

namespace Advocacy.Insights;

/// <summary>
/// The figures of one row that dashboards read, flat. A count of people is <c>null</c> below the smallest group, and where it would tell such a
/// count by subtraction; nothing else is ever left out. What each field means says README.md beside this file.
/// </summary>
public abstract record InsightFigures : Document
{
    public override string PartitionKey => Id;

    /// <summary>ISO week, for example <c>2026-W48</c>.</summary>
    public required string Week { get; init; }

    /// <summary>Its Monday, for example <c>2026-11-23</c>: tools that know no weeks sort and join by it.</summary>
    public required DateOnly WeekStart { get; init; }

    /// <summary>
    /// True while the week goes on: counts of people are rounded down to multiples of the smallest group then, so that whoever watches them rise learns
    /// of nobody.
    /// </summary>
    public bool Provisional { get; init; }

    /// <summary>People who got a digest.</summary>
    public int? Digests { get; init; }

    /// <summary>Times a post was offered to somebody, in mails that did not come back.</summary>
    public int? Offered { get; init; }

    /// <summary>Share pages opened, by people who let that be measured.</summary>
    public int? Opened { get; init; }

    /// <summary>Shares, as people said.</summary>
    public int? Shared { get; init; }

    /// <summary>People who shared at least once in the week.</summary>
    public int? Sharers { get; init; }

    /// <summary>Times somebody said that a post is not for them.</summary>
    public int? NotForMe { get; init; }

    /// <summary><see cref="Sharers"/> of <see cref="Digests"/> in per cent, one decimal; <c>null</c> where one of them is.</summary>
    public decimal? Participation { get; init; }

    /// <summary>Audience clicks on short links, machines left out. About nobody who works here, so never left out.</summary>
    public int Clicks { get; init; }

    /// <summary>The same, machines included.</summary>
    public int ClicksRaw { get; init; }

    /// <summary>Earned media value: <see cref="Clicks"/> at the company's own cost per click; <c>null</c> where no rates are set.</summary>
    public decimal? Emv { get; init; }

    /// <summary>ISO 4217, of <see cref="Emv"/> and <see cref="ConversionValue"/>.</summary>
    public string? Currency { get; init; }

    /// <summary>The version of the rates behind <see cref="Emv"/>.</summary>
    public string? RateSet { get; init; }

    /// <summary>Orders and applications that shared links led to, as the company's own systems report them.</summary>
    public int Conversions { get; init; }

    public decimal ConversionValue { get; init; }
}
