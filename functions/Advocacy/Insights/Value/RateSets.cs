using Advocacy.Platform.Store;

namespace Advocacy.Insights.Value;

/// <summary>
/// What a click costs the company where it pays for one, by channel: the worth of a click that it need not pay for. Every set that there ever was is kept, so that an
/// old week keeps its value. The only one in <c>programme</c>.
/// </summary>
public sealed record RateSets : Document
{
    public const string TheId = "click-rates";

    public override string PartitionKey => Id;

    /// <summary>Oldest first; never empty.</summary>
    public required IReadOnlyList<RateSet> Sets { get; init; }

    /// <summary>The set that holds for a week: the last one since its Monday or before; the first where all are later.</summary>
    public RateSet On(DateOnly monday) => Sets.LastOrDefault(set => set.Since <= monday) ?? Sets[0];
}

/// <param name="Version">For example <c>3</c>; shown beside every figure that is reckoned with it.</param>
/// <param name="Currency">ISO 4217, for example <c>DKK</c>.</param>
/// <param name="PerClick">Cost of one click by channel, in <paramref name="Currency"/>; a channel that is not named counts by <paramref name="Other"/>.</param>
/// <param name="Other">Cost of one click on every other channel.</param>
/// <param name="Since">The first day on which it holds.</param>
public sealed record RateSet(
    string Version,
    string Currency,
    IReadOnlyDictionary<string, decimal> PerClick,
    decimal Other,
    DateOnly Since
)
{
    /// <summary>The worth of clicks on a channel.</summary>
    /// <param name="channel">As short links name it; <c>null</c> where it is not known.</param>
    public decimal Of(string? channel, int clicks) =>
        clicks * (channel is not null && PerClick.TryGetValue(channel, out var rate) ? rate : Other);

    /// <summary>True where both give every click the same worth.</summary>
    internal bool SaysAs(RateSet other) =>
        Currency == other.Currency
        && Other == other.Other
        && PerClick.Count == other.PerClick.Count
        && PerClick.All(rate => other.PerClick.TryGetValue(rate.Key, out var same) && same == rate.Value);
}
