using Advocacy.Content;
using Advocacy.Platform;
using Advocacy.Platform.Store;
using Advocacy.Sharing;
using Microsoft.Extensions.Options;

namespace Advocacy.Engagement.Conversions;

/// <summary>Makes the event of a report: of the post alone, as an audience click is.</summary>
public sealed class ConversionReader(IDocumentStore store, IOptions<EngagementOptions> options, TimeProvider time)
{
    private static readonly TimeSpan Ahead = TimeSpan.FromMinutes(5);

    /// <returns>The event, or what is wrong with the report.</returns>
    internal async Task<(EngagementEvent? Event, string? Fault)> EventOfAsync(
        ConversionReport report,
        CancellationToken cancellationToken
    )
    {
        var now = time.GetUtcNow();
        var at = report.At ?? now;
        if (at > now + Ahead || at < now.AddDays(-options.Value.KeepDays))
        {
            return (null, "at lies in the future, or further back than events are kept.");
        }
        if (MarkOf(report) is not { } mark)
        {
            return (
                null,
                report.Link is null
                    ? "post is neither a post's id nor the URL of a page."
                    : "link is no short link of this installation; send it as it was shared, or the code behind /l/."
            );
        }
        return await store.ReadAsync<Post>(Containers.Posts, mark.PostId, mark.PostId, cancellationToken) is null
            ? (null, "There is no such post here (any more).")
            : (
                new EngagementEvent
                {
                    Id = Ids.Of("conversion", report.Id),
                    Subject = mark.PostId,
                    Kind = EngagementKind.Conversion,
                    PostId = mark.PostId,
                    EditionId = mark.EditionId,
                    Channel = mark.Channel,
                    Conversion = report.What,
                    At = at > now ? now : at,
                },
                null
            );
    }

    private static LinkMark? MarkOf(ConversionReport report)
    {
        if (report.Link is { } link)
        {
            var path = link.Split('?', '#')[0];
            return ShortCode.Read(path[(path.LastIndexOf('/') + 1)..]);
        }
        var post = report.Post!;
        var isId = post.Length == 32 && post.All(char.IsAsciiHexDigitLower);
        // A landing page's URL carries the link's parameters, which canonical URLs have not.
        var url = isId ? null : UrlCanonicalizer.Canonical(post);
        return !isId && url is null
            ? null
            : new LinkMark(report.Channel!, report.Edition, isId ? post : Ids.Of("post", url!));
    }
}
