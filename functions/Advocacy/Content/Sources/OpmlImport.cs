namespace Advocacy.Content.Sources;

/// <param name="Added">New sources, in the file's order.</param>
/// <param name="Known">How many were there already; they stay as they are.</param>
/// <param name="Problems">One sentence each, with its line.</param>
public sealed record OpmlReport(IReadOnlyList<FeedSource> Added, int Known, IReadOnlyList<string> Problems);

/// <summary>Adds the feeds of an OPML file. Run again it adds nothing.</summary>
public sealed class OpmlImport(SourceList sources)
{
    /// <param name="content">The file.</param>
    /// <param name="reviewFirst">The trust that the new ones get.</param>
    /// <param name="cancellationToken">Stops between two feeds; those added until then stay.</param>
    public async Task<OpmlReport> ImportAsync(
        Stream content,
        bool reviewFirst,
        CancellationToken cancellationToken = default
    )
    {
        var (feeds, problems) = OpmlReader.Read(content, cancellationToken);
        var known = (await sources.AllAsync(cancellationToken))
            .Select(source => UrlCanonicalizer.Canonical(source.Url))
            .ToHashSet();
        var added = new List<FeedSource>();
        foreach (var feed in feeds.Where(feed => !known.Contains(UrlCanonicalizer.Canonical(feed.Url))))
        {
            var settings = new SourceSettings
            {
                Name = feed.Name,
                Topics = feed.Topics,
                Language = feed.Language,
                ReviewFirst = reviewFirst,
            };
            var (source, isNew) = await sources.AddAsync(feed.Url, settings, [], cancellationToken);
            if (isNew)
            {
                added.Add(source);
            }
        }
        return new OpmlReport(added, feeds.Count - added.Count, problems);
    }
}
