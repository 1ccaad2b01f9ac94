using Advocacy.Insights.Days;
using Advocacy.Insights.Privacy;
using Advocacy.Insights.Weeks;

namespace Advocacy.Insights.Publishing;

internal sealed partial class WeekTables
{
    /// <summary>Posts, texts, topics and languages: all of them sums of the same pieces.</summary>
    private IEnumerable<GroupInsight> PostRows()
    {
        var posts = _cells.Of(Dimension.Post).ToList();
        var rows = posts
            .Select(post =>
                OfPosts(InsightGroup.Post, post.Key, [post], LabelOf(post.Key)?.Title) with
                {
                    PostId = post.Key,
                }
            )
            .Concat(TextRows())
            .Concat(
                posts
                    .SelectMany(post => (LabelOf(post.Key)?.Topics ?? []).Select(topic => (Key: topic, Post: post)))
                    .GroupBy(one => one.Key, one => one.Post, StringComparer.Ordinal)
                    .Select(topic => OfPosts(InsightGroup.Topic, topic.Key, [.. topic]))
            )
            .Concat(
                posts
                    .Where(post => LabelOf(post.Key)?.Language is not null)
                    .GroupBy(post => LabelOf(post.Key)!.Language!, StringComparer.Ordinal)
                    .Select(language => OfPosts(InsightGroup.Language, language.Key, [.. language]))
            );
        return rows.Where(row => HasPeople(row) || row.ClicksRaw > 0 || row.Conversions > 0);
    }

    private IEnumerable<GroupInsight> TextRows() =>
        _cells
            .Split(Dimension.Text)
            .Select(text =>
                Row(
                        InsightGroup.Text,
                        string.Join(' ', text.Keys),
                        Measures.None,
                        label: LabelOf(text.Keys[0])?.Texts.GetValueOrDefault(text.Keys[1])
                    )
                    .With(count =>
                        Sum(count, piece => piece.Path[^2] == text.Keys[0] && piece.Path[^1] == text.Keys[1])
                    ) with
                {
                    PostId = text.Keys[0],
                }
            );

    private GroupInsight OfPosts(InsightGroup group, string key, IReadOnlyList<DayCell> posts, string? label = null)
    {
        var ids = posts.Select(post => post.Key).ToHashSet(StringComparer.Ordinal);
        var sum = posts.Aggregate(Measures.None, (all, post) => all + post.Counts);
        return Row(group, key, sum, ids.Contains, label: label)
            .With(count => Sum(count, piece => ids.Contains(piece.Path[^2])));
    }

    private int? Sum(PeopleCount count, Func<Piece, bool> isIn) => Shown(_posts.Shown(count, isIn));

    private PostLabel? LabelOf(string postId) => _source.Labels.GetValueOrDefault(postId);
}
