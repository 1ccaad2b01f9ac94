using Advocacy.Content;
using Advocacy.Platform.Store;

namespace Advocacy.Digests.Spread;

/// <summary>A post that more texts would carry further.</summary>
/// <param name="Texts">How many it has now, over all languages.</param>
/// <param name="Offered">People who were offered it in the edition.</param>
/// <param name="Readers">People who had a digest in the edition, or would have had.</param>
/// <param name="TurnedAway">About how many more people another text in their language would have reached.</param>
public sealed record ThinPost(string PostId, string Title, int Texts, int Offered, int Readers, int TurnedAway);

/// <summary>Tells the comms team which posts were offered to few because there was one text only.</summary>
public sealed class ThinPosts(IDocumentStore store)
{
    /// <summary>Of one edition, those first that lose most; empty where nothing was planned yet.</summary>
    public async Task<IReadOnlyList<ThinPost>> OfAsync(string editionId, CancellationToken cancellationToken = default)
    {
        var id = CompanyTally.IdOf(editionId);
        var tally = (await store.ReadAsync<CompanyTally>(Containers.Editions, id, id, cancellationToken))?.Value;
        var thin = new List<ThinPost>();
        foreach (var (postId, offered) in tally?.Posts.Where(post => post.Value.TurnedAway > 0) ?? [])
        {
            var post = await store.ReadAsync<Post>(Containers.Posts, postId, postId, cancellationToken);
            if (post is not null)
            {
                thin.Add(
                    new ThinPost(
                        postId,
                        post.Value.Title,
                        post.Value.ShareTexts.Count,
                        offered.Offered,
                        tally!.Readers.Values.Sum(),
                        offered.TurnedAway
                    )
                );
            }
        }
        return [.. thin.OrderByDescending(post => post.TurnedAway).ThenBy(post => post.PostId, StringComparer.Ordinal)];
    }
}
