using Advocacy.Digests;
using Advocacy.Insights.Days;

namespace Advocacy.Insights.Publishing;

/// <summary>
/// Turns a week's sums into the rows that dashboards read. Pure: the same sums give the same rows. A count of a table is shown only where the same count of the week in all is.
/// </summary>
internal sealed partial class WeekTables
{
    private readonly WeekSource _source;
    private readonly WeekCells _cells;
    private readonly WeekValue _value;
    private readonly PeopleTable _posts;
    private readonly PeopleTable _units;

    public WeekTables(WeekSource source)
    {
        _source = source;
        _cells = new WeekCells(source.Summary);
        _value = new WeekValue(_cells, source.Rates);
        _posts = PeopleTable.OfPosts(_cells, PathOf, source.SmallestGroup);
        _units = PeopleTable.OfPeople(_cells, Dimension.Unit, source.SmallestGroup);
    }

    /// <summary>Rows with something in them.</summary>
    public IReadOnlyList<GroupInsight> Groups() =>
        [
            .. PeopleRows(InsightGroup.Unit, Dimension.Unit, _units),
            .. PeopleRows(
                InsightGroup.Archetype,
                Dimension.Archetype,
                PeopleTable.OfPeople(_cells, Dimension.Archetype, _source.SmallestGroup)
            ),
            .. PeopleRows(
                InsightGroup.MailLanguage,
                Dimension.Language,
                PeopleTable.OfPeople(_cells, Dimension.Language, _source.SmallestGroup)
            ),
            .. PostRows(),
            .. ActRows(InsightGroup.Channel, Dimension.PostChannel, Channels(), PeopleCount.Shared),
            .. ActRows(InsightGroup.Reason, Dimension.PostReason, Reasons(), PeopleCount.NotForMe),
            .. _cells.Of(Dimension.Hour).Select(hour => Row(InsightGroup.Hour, hour.Key, hour.Counts)),
        ];

    private IReadOnlyList<string> PathOf(string postId) =>
        _source.Labels.GetValueOrDefault(postId) is { } label
            ? [label.Language ?? "", string.Join(',', label.Topics)]
            : ["", ""];

    private IEnumerable<GroupInsight> PeopleRows(InsightGroup group, Dimension dimension, PeopleTable table) =>
        _cells
            .Of(dimension)
            .Where(cell => cell.Key.Length > 0)
            .Select(cell => Row(group, cell.Key, Measures.None).With(count => Part(table, count, cell.Key)))
            .Where(HasPeople);

    private IEnumerable<(string Key, Measures Counts)> Channels() =>
        _cells.Of(Dimension.Channel).Where(cell => cell.Key.Length > 0).Select(cell => (cell.Key, cell.Counts));

    private IEnumerable<(string Key, Measures Counts)> Reasons() =>
        _cells.Split(Dimension.PostReason).Select(cell => cell.Keys[1]).Distinct().Select(key => (key, Measures.None));

    private IEnumerable<GroupInsight> ActRows(
        InsightGroup group,
        Dimension dimension,
        IEnumerable<(string Key, Measures Counts)> cells,
        PeopleCount count
    )
    {
        var table = PeopleTable.OfActs(_cells, dimension, count, _source.SmallestGroup);
        return cells
            .Select(cell =>
                Row(group, cell.Key, cell.Counts, null, group == InsightGroup.Channel ? cell.Key : null)
                    .With(one => one == count ? Part(table, count, cell.Key) : null)
            )
            .Where(row => HasPeople(row) || row.ClicksRaw > 0 || row.Conversions > 0);
    }

    private int? Part(PeopleTable table, PeopleCount count, string key) =>
        Total(count) is null ? null : Shown(table.Shown(count, piece => piece.Path[0] == key));

    private int? Total(PeopleCount count) =>
        count is PeopleCount.Digests or PeopleCount.Sharers ? _units.Total(count) : _posts.Total(count);

    /// <summary>While the week goes on, in steps of the smallest group.</summary>
    private int? Shown(int? people) => _source.IsOver ? people : people - (people % _source.SmallestGroup);

    private static bool HasPeople(GroupInsight row) =>
        (row.Digests ?? row.Offered ?? row.Opened ?? row.Shared ?? row.Sharers ?? row.NotForMe) is not null;

    private GroupInsight Row(
        InsightGroup group,
        string key,
        Measures counts,
        Func<string, bool>? posts = null,
        string? channel = null,
        string? label = null
    )
    {
        var isValued = posts is not null || channel is not null;
        return new GroupInsight
        {
            Id = GroupInsight.IdOf(_source.Week, group, key),
            Group = group,
            Key = key,
            Label = label ?? key,
            Week = _source.Week,
            WeekStart = Edition.MondayOf(_source.Week),
            Provisional = !_source.IsOver,
            Ttl = _source.Ttl,
            Clicks = counts.Clicks,
            ClicksRaw = counts.ClicksRaw,
            Conversions = counts.Conversions,
            Emv = isValued ? _value.Emv(posts, channel) : null,
            RateSet = isValued ? _value.RateSet : null,
            ConversionValue = isValued ? _value.Converted(posts, channel) : 0,
            Currency = isValued ? _value.Currency : null,
        };
    }
}
