using Advocacy.Insights.Days;
using Advocacy.Insights.Value;

namespace Advocacy.Insights.Publishing;

/// <summary>What a week's clicks and conversions are worth. About the audience, so nothing of it is ever left out.</summary>
internal sealed class WeekValue
{
    private readonly RateSet? _rates;
    private readonly List<(string PostId, string? Channel, int Clicks)> _clicks;
    private readonly List<(string PostId, string Channel, string Currency, decimal Value)> _values;

    public WeekValue(WeekCells cells, RateSet? rates)
    {
        _rates = rates;
        _values =
        [
            .. cells
                .Split(Dimension.Value)
                .Select(cell => (cell.Keys[0], cell.Keys[1], cell.Keys[2], cell.Counts.ConversionValue)),
        ];
        var byChannel = cells
            .Split(Dimension.PostChannel)
            .Select(cell => (PostId: cell.Keys[0], Channel: (string?)cell.Keys[1], cell.Counts.Clicks))
            .ToList();
        var known = byChannel.ToLookup(one => one.PostId, one => one.Clicks);
        _clicks =
        [
            .. byChannel,
            // Clicks on links that named no channel.
            .. cells
                .Of(Dimension.Post)
                .Select(post => (post.Key, (string?)null, post.Counts.Clicks - known[post.Key].Sum())),
        ];
        Currency =
            rates?.Currency
            // Without rates, the one that most came in.
            ?? _values
                .GroupBy(one => one.Currency, one => one.Value)
                .OrderByDescending(one => one.Sum())
                .ThenBy(one => one.Key, StringComparer.Ordinal)
                .FirstOrDefault()
                ?.Key;
    }

    /// <summary>Of every worth that is shown; conversions in another currency count and have no worth here.</summary>
    public string? Currency { get; }

    public string? RateSet => _rates?.Version;

    /// <param name="posts">Which posts; <c>null</c> for all.</param>
    /// <param name="channel">Which channel; <c>null</c> for all.</param>
    public decimal? Emv(Func<string, bool>? posts = null, string? channel = null) =>
        _rates is null
            ? null
            : _clicks
                .Where(one => IsIn(one.PostId, one.Channel, posts, channel))
                .Sum(one => _rates.Of(one.Channel, one.Clicks));

    /// <inheritdoc cref="Emv"/>
    public decimal Converted(Func<string, bool>? posts = null, string? channel = null) =>
        _values
            .Where(one => one.Currency == Currency && IsIn(one.PostId, one.Channel, posts, channel))
            .Sum(one => one.Value);

    private static bool IsIn(string postId, string? oneChannel, Func<string, bool>? posts, string? channel) =>
        posts?.Invoke(postId) != false && (channel is null || channel == oneChannel);
}
