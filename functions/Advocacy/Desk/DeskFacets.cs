using Advocacy.Content;

namespace Advocacy.Desk;

/// <summary>What the filters offer: what there is among the listed statuses, and what is chosen already.</summary>
public sealed record DeskFacets(
    IReadOnlyList<string> Reasons,
    IReadOnlyList<string> Languages,
    IReadOnlyList<string> Topics,
    IReadOnlyList<string> Sources
);

/// <summary>Gathers facets post by post.</summary>
internal sealed class DeskFacetsBuilder
{
    private const int Most = 200;

    private readonly HashSet<string> _reasons = new(StringComparer.Ordinal);
    private readonly HashSet<string> _languages = new(StringComparer.Ordinal);
    private readonly HashSet<string> _topics = new(StringComparer.Ordinal);
    private readonly HashSet<string> _sources = new(StringComparer.Ordinal);

    public void Add(Post post)
    {
        _reasons.UnionWith(DeskFilter.KindsOf(post));
        _languages.Add(post.Language);
        _topics.UnionWith(post.Topics);
        _sources.Add(DeskFilter.SourceOf(post));
    }

    public DeskFacets Build(DeskFilter chosen) =>
        new(
            Values(_reasons, chosen.Reason),
            Values(_languages, chosen.Language),
            Values(_topics, chosen.Topic),
            Values(_sources, chosen.Source)
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
