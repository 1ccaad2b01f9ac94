using System.Collections.Concurrent;
using System.Globalization;
using Advocacy.Platform;

namespace Advocacy.Content;

/// <summary>
/// In which order sources are visited. One host's sources share a few lanes and are visited one after the other in each, so that no host is
/// asked by many at once and a slow one keeps nobody else waiting.
/// </summary>
internal sealed class HarvestLanes
{
    /// <summary>Times a host may be too slow before the rest of the run leaves it alone.</summary>
    private const int MostSlow = 2;

    private readonly ConcurrentDictionary<string, int> _slow = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// The lanes, the longest first because they decide how long the run takes. The order within an hour's run is drawn from that hour, so
    /// that the same servers are not the first at the same second each time.
    /// </summary>
    /// <param name="sources">Those to visit.</param>
    /// <param name="perHost">The most lanes of one host.</param>
    /// <param name="now">Gives the draw.</param>
    public static IReadOnlyList<IReadOnlyList<FeedSource>> Of(
        IEnumerable<FeedSource> sources,
        int perHost,
        DateTimeOffset now
    )
    {
        var hour = now.UtcDateTime.ToString("yyyy-MM-ddTHH", CultureInfo.InvariantCulture);
        return
        [
            .. sources
                .OrderBy(source => Ids.Of("visit", source.Id, hour), StringComparer.Ordinal)
                .GroupBy(source => HostOf(source.Url), StringComparer.OrdinalIgnoreCase)
                .SelectMany(host => Dealt([.. host], perHost))
                .OrderByDescending(lane => lane.Count),
        ];
    }

    /// <summary>Why the host is not asked again in this run; <c>null</c> where it may be.</summary>
    public string? LeftAlone(FeedSource source) =>
        _slow.GetValueOrDefault(HostOf(source.Url)) >= MostSlow
            ? "Its host was too slow, or asked for a pause, earlier in this run: left for the next."
            : null;

    /// <summary>Notes how the host did.</summary>
    public void Note(FeedSource source, FetchResult.Failed failed)
    {
        // A host that names a time means all of itself by it.
        var weight =
            failed.RetryAfter is { } wait && wait > TimeSpan.Zero ? MostSlow
            : failed.Fault == FetchFault.Slow ? 1
            : 0;
        if (weight > 0)
        {
            _slow.AddOrUpdate(HostOf(source.Url), weight, (_, before) => before + weight);
        }
    }

    private static IEnumerable<IReadOnlyList<FeedSource>> Dealt(FeedSource[] sources, int lanes) =>
        Enumerable
            .Range(0, Math.Min(lanes, sources.Length))
            .Select(lane => (IReadOnlyList<FeedSource>)[.. sources.Where((_, index) => index % lanes == lane)]);

    private static string HostOf(string url) => Uri.TryCreate(url, UriKind.Absolute, out var uri) ? uri.Authority : "";
}
