using System.Globalization;
using Advocacy.Digests;
using Advocacy.Engagement;

namespace Advocacy.Insights.Days;

/// <summary>Sums the events of one day. What is added in another order comes to the same.</summary>
internal sealed class DaySum
{
    private readonly Dictionary<(Dimension Dimension, string Key), Measures> _cells = [];
    private readonly SortedDictionary<int, int> _minutes = [];

    public void Add(DeliveryTally tally)
    {
        var people = tally.Returned ? 0 : tally.People;
        Add(Dimension.Total, "", new Measures { Digests = people });
        foreach (var group in tally.Groups)
        {
            var digests = new Measures { Digests = tally.Returned ? 0 : group.People };
            Add(Dimension.Unit, group.Unit, digests);
            Add(Dimension.Archetype, group.Archetype.ToString(), digests);
            Add(Dimension.Language, group.Language, digests);
        }
        foreach (var text in tally.Texts)
        {
            var offered = tally.Returned
                ? new Measures { Returned = text.People }
                : new Measures { Offered = text.People };
            Add(Dimension.Total, "", offered);
            Add(Dimension.Post, text.PostId, offered);
            Add(Dimension.Text, TextKey(text.PostId, text.TextId), offered);
            Add(Dimension.Unit, text.Unit, offered);
            Add(Dimension.Archetype, text.Archetype.ToString(), offered);
        }
    }

    public void Add(EngagementEvent one)
    {
        var counts = Of(one);
        if (counts == Measures.None)
        {
            return;
        }
        Add(Dimension.Total, "", counts);
        if (one.Kind != EngagementKind.Participated)
        {
            Add(Dimension.Post, one.PostId, counts);
        }
        AddWhere(Dimension.Text, one.TextId is null ? null : TextKey(one.PostId, one.TextId), counts);
        AddWhere(Dimension.Channel, one.Channel, counts);
        AddWhere(Dimension.Unit, one.Unit, counts);
        AddWhere(Dimension.Archetype, one.Archetype?.ToString(), counts);
        AddWhere(Dimension.PostReason, one.Reason is { } reason ? $"{one.PostId} {reason}" : null, counts);
        if (one is { Kind: EngagementKind.AudienceClick or EngagementKind.Shared, Channel: { Length: > 0 } channel })
        {
            Add(Dimension.PostChannel, $"{one.PostId} {channel}", counts);
        }
        if (one.Kind == EngagementKind.AudienceClick)
        {
            Add(Dimension.Hour, one.At.UtcDateTime.Hour.ToString("00", CultureInfo.InvariantCulture), counts);
        }
        if (one is { Rule: null, Conversion: { Value: { } value, Currency: { } currency } })
        {
            Add(
                Dimension.Value,
                $"{one.PostId} {one.Channel} {currency}",
                new Measures { Conversions = one.Count, ConversionValue = value * one.Count }
            );
        }
        if (one is { Kind: EngagementKind.Participated, MinutesFromMail: { } minutes })
        {
            _minutes[minutes] = _minutes.GetValueOrDefault(minutes) + one.Count;
        }
    }

    public IReadOnlyList<DayCell> Cells() =>
        [
            .. _cells
                .OrderBy(cell => cell.Key.Dimension)
                .ThenBy(cell => cell.Key.Key, StringComparer.Ordinal)
                .Select(cell => new DayCell(cell.Key.Dimension, cell.Key.Key, cell.Value)),
        ];

    public IReadOnlyList<MinuteCount> MinutesToShare() =>
        [.. _minutes.Select(count => new MinuteCount(count.Key, count.Value))];

    private static string TextKey(string postId, string textId) => $"{postId} {textId}";

    private static Measures Of(EngagementEvent one)
    {
        var people = one.Rule is null ? one.Count : 0;
        return one.Kind switch
        {
            EngagementKind.SharePageViewed => new Measures { Opened = people },
            EngagementKind.Shared => new Measures { Shared = people },
            EngagementKind.Participated => new Measures { Sharers = people },
            EngagementKind.NotForMe => new Measures { NotForMe = people },
            EngagementKind.AudienceClick => new Measures { Clicks = people, ClicksRaw = one.Count },
            EngagementKind.Conversion => new Measures { Conversions = people },
            // Of installations of before there were tallies.
            EngagementKind.Delivered => new Measures { Offered = people },
            _ => Measures.None,
        };
    }

    private void AddWhere(Dimension dimension, string? key, Measures counts)
    {
        if (!string.IsNullOrEmpty(key))
        {
            Add(dimension, key, counts);
        }
    }

    private void Add(Dimension dimension, string key, Measures counts) =>
        _cells[(dimension, key)] = _cells.GetValueOrDefault((dimension, key), Measures.None) + counts;
}
