using Advocacy.Content;

namespace Advocacy.Desk;

/// <summary>What the filters offer: what there is among the listed statuses, and what is chosen already.</summary>
public sealed record DeskFacets(
    IReadOnlyList<string> Reasons,
    IReadOnlyList<string> Languages,
    IReadOnlyList<string> Topics,
    IReadOnlyList<string> Sources
)
{
    private const int Most = 200;

    internal static DeskFacets Of(IReadOnlyList<Post> posts, DeskFilter chosen) =>
        new(
            Values(posts.SelectMany(DeskFilter.KindsOf), chosen.Reason),
            Values(posts.Select(post => post.Language), chosen.Language),
            Values(posts.SelectMany(post => post.Topics), chosen.Topic),
            Values(posts.Select(DeskFilter.SourceOf), chosen.Source)
        );

    private static IReadOnlyList<string> Values(IEnumerable<string> all, string chosen) =>
        [
            .. all.Append(chosen)
                .Where(value => value.Length > 0)
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal)
                .Take(Most),
        ];
}
