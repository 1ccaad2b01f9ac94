using Advocacy.Content;
using Advocacy.Digests;
using Advocacy.People;
using Advocacy.Platform.Store;

namespace Advocacy.Sharing;

/// <summary>One post of a digest, as it was offered to one person.</summary>
/// <param name="Text">The suggestion, without its disclosure.</param>
/// <param name="Token">Of the page that shows it.</param>
public sealed record SharedPost(Employee Employee, Delivery Delivery, Post Post, ShareText Text, string Token)
{
    public string EditionId => Delivery.EditionId;
}

/// <summary>Finds what a share page's token stands for.</summary>
public sealed class SharedPosts(IDocumentStore store, Roster roster, SiteLinks links, TimeProvider time)
{
    /// <summary><c>null</c> where the token is none of ours or too old, the person is gone, or the post is no longer offered.</summary>
    public async Task<SharedPost?> FindAsync(string token, CancellationToken cancellationToken)
    {
        if (links.ReadShare(token) is not { } shared)
        {
            return null;
        }
        var id = Delivery.IdOf(shared.EmployeeId, shared.EditionId);
        var delivery = await store.ReadAsync<Delivery>(Containers.Deliveries, shared.EmployeeId, id, cancellationToken);
        var employee = await roster.FindAsync(shared.EmployeeId, cancellationToken);
        if (
            delivery is null
            || employee is null
            || delivery.Value.Picks.ElementAtOrDefault(shared.Index) is not { } pick
        )
        {
            return null;
        }
        var post = await store.ReadAsync<Post>(Containers.Posts, pick.PostId, pick.PostId, cancellationToken);
        return
            post?.Value.IsOfferableAt(time.GetUtcNow()) == true
            && post.Value.ShareTexts.FirstOrDefault(text => text.Id == pick.TextId) is { } chosen
            ? new SharedPost(employee, delivery.Value, post.Value, chosen, token)
            : null;
    }
}
