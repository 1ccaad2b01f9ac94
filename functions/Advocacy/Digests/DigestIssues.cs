using Advocacy.Content;
using Advocacy.Digests.Mail;
using Advocacy.People;
using Advocacy.Platform.Store;
using Advocacy.Programme;
using Advocacy.Sharing;

namespace Advocacy.Digests;

/// <summary>A delivery that this sender has claimed.</summary>
/// <param name="Delivery">As it stands in the store: Sending.</param>
/// <param name="ETag">Of that.</param>
/// <param name="Employee"><c>null</c> where the person is gone.</param>
public sealed record Claim(Delivery Delivery, string ETag, Employee? Employee);

/// <summary>Claims whose mails differ only in what is substituted per person.</summary>
/// <param name="Issue">What they say; <c>null</c> where nothing may be offered any more.</param>
/// <param name="Offered">Which of the deliveries' picks the issue's stories are, in order: a post may have been held since.</param>
public sealed record DigestGroup(DigestIssue? Issue, IReadOnlyList<int> Offered, IReadOnlyList<Claim> Claims);

/// <summary>Puts claims together that can be rendered once, and makes the issue each group reads.</summary>
public sealed class DigestIssues(IDocumentStore store, SiteLinks links, TimeProvider time)
{
    /// <summary>The posts of the picks by id; what is gone is left out.</summary>
    public async Task<IReadOnlyDictionary<string, Post>> PostsAsync(
        IEnumerable<Pick> picks,
        CancellationToken cancellationToken
    )
    {
        var posts = await Task.WhenAll(
            picks
                .Select(pick => pick.PostId)
                .Distinct()
                .Select(id => store.ReadAsync<Post>(Containers.Posts, id, id, cancellationToken))
        );
        return posts.OfType<Stored<Post>>().ToDictionary(post => post.Value.Id, post => post.Value);
    }

    public IEnumerable<DigestGroup> Group(
        IEnumerable<Claim> claims,
        IReadOnlyDictionary<string, Post> posts,
        CompanyProfile company
    ) =>
        claims
            .GroupBy(claim =>
                (claim.Employee?.Language, claim.Delivery.EditionId, Picks: string.Join('|', claim.Delivery.Picks))
            )
            .Select(group =>
            {
                var (issue, offered) = IssueOf(group.First().Delivery, group.Key.Language, posts, company);
                return new DigestGroup(issue, offered, [.. group]);
            });

    /// <summary>What differs per person.</summary>
    public DigestReader ReaderOf(Claim claim, IReadOnlyList<int> offered)
    {
        var (delivery, _, employee) = claim;
        var unsubscribe = links.Unsubscribe(delivery.EmployeeId);
        return new DigestReader(
            delivery.Id,
            employee!.Name,
            employee.Address,
            [.. offered.Select(i => links.SharePage(new SharedPick(delivery.EmployeeId, delivery.EditionId, i)))],
            unsubscribe,
            links.Preferences(delivery.EmployeeId)
        );
    }

    private (DigestIssue? Issue, IReadOnlyList<int> Offered) IssueOf(
        Delivery delivery,
        string? language,
        IReadOnlyDictionary<string, Post> posts,
        CompanyProfile company
    )
    {
        var now = time.GetUtcNow();
        var stories = new List<DigestStory>();
        var offered = new List<int>();
        foreach (var (i, pick) in delivery.Picks.Index())
        {
            if (
                posts.TryGetValue(pick.PostId, out var post)
                && post.IsOfferableAt(now)
                && post.ShareTexts.FirstOrDefault(text => text.Id == pick.TextId) is { } text
            )
            {
                stories.Add(new DigestStory(post, Disclosure.Compose(text, post, company), Why: null));
                offered.Add(i);
            }
        }
        return stories.Count == 0
            ? (null, offered)
            : (new DigestIssue(company, language ?? "en", delivery.EditionId, stories), offered);
    }
}
