using Advocacy.Content;
using Advocacy.Digests.Mail;
using Advocacy.Engagement;
using Advocacy.People;
using Advocacy.Platform.Store;
using Advocacy.Programme;
using Advocacy.Sharing;
using Microsoft.Extensions.Options;

namespace Advocacy.Digests;

/// <summary>A delivery that this sender has claimed.</summary>
/// <param name="Delivery">As it stands in the store: Sending.</param>
/// <param name="ETag">Of that.</param>
/// <param name="Employee"><c>null</c> where the person is gone.</param>
public sealed record Claim(Delivery Delivery, string ETag, Employee? Employee);

/// <summary>A claim and what of it may still be offered.</summary>
/// <param name="Picks">In the delivery's order; a post may have been held since.</param>
public sealed record Offer(Claim Claim, IReadOnlyList<OfferedPick> Picks);

/// <param name="Index">Of the pick in the delivery.</param>
/// <param name="Text">The whole ready text, with its disclosure.</param>
/// <param name="Why">See <see cref="DigestStory.Why"/>.</param>
public sealed record OfferedPick(int Index, Post Post, string Text, string? Why);

/// <summary>Offers whose mails differ only in what is substituted per person: name, ready texts and links.</summary>
/// <param name="Issue">What they say; <c>null</c> where nothing may be offered any more.</param>
public sealed record DigestGroup(DigestIssue? Issue, IReadOnlyList<Offer> Offers)
{
    /// <summary>The question that the issue asks; <c>null</c> for none.</summary>
    public string? PulseId { get; init; }
}

/// <summary>Puts claims together that can be rendered once, and makes the issue each group reads.</summary>
public sealed class DigestIssues(
    IDocumentStore store,
    SiteLinks links,
    IOptions<MeasurementOptions> measurement,
    TimeProvider time
)
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

    /// <summary>
    /// One group for each variant: language, whom it speaks to, posts in order, and why. Which text goes with a post is no part of it:
    /// a fair spread gives nearly everybody texts that no one else has together.
    /// </summary>
    public IReadOnlyList<DigestGroup> Group(
        IEnumerable<Claim> claims,
        IReadOnlyDictionary<string, Post> posts,
        CompanyProfile company,
        EditionNotes notes
    )
    {
        var texts = new Dictionary<(string PostId, string TextId), string>();
        return claims
            .Select(claim => new Offer(claim, [.. PicksOf(claim, posts, TextOf)]))
            .GroupBy(offer =>
                (
                    offer.Claim.Employee?.Language,
                    offer.Claim.Employee?.Archetype,
                    offer.Claim.Delivery.EditionId,
                    Pulse: notes.PulseFor(offer.Claim.Delivery.EmployeeId)?.QuestionId,
                    Stories: string.Join('\n', offer.Picks.Select(pick => $"{pick.Post.Id} {pick.Why}"))
                )
            )
            .Select(group => new DigestGroup(IssueOf(group.First(), company, notes), [.. group])
            {
                PulseId = group.Key.Pulse,
            })
            .ToList();

        // Composed once for all who are offered it.
        string TextOf(ShareText text, Post post)
        {
            if (!texts.TryGetValue((post.Id, text.Id), out var whole))
            {
                texts[(post.Id, text.Id)] = whole = Disclosure.Compose(text, post, company);
            }
            return whole;
        }
    }

    /// <summary>What differs per person.</summary>
    /// <param name="pulseId">See <see cref="DigestGroup.PulseId"/>.</param>
    /// <param name="isMeasured">True where the person consented to measurement.</param>
    public DigestReader ReaderOf(Offer offer, string? pulseId, bool isMeasured)
    {
        var (delivery, _, employee) = offer.Claim;
        var measuresLinks = isMeasured && measurement.Value.Links;
        return new DigestReader(
            delivery.Id,
            employee!.Name,
            employee.Address,
            [.. offer.Picks.Select(pick => pick.Text)],
            [
                .. offer.Picks.Select(pick =>
                    measuresLinks
                        ? MeasuredUrl(delivery, MailLinkKind.Share, pick.Index)
                        : links.SharePage(new SharedPick(delivery.EmployeeId, delivery.EditionId, pick.Index))
                ),
            ],
            links.Unsubscribe(delivery.EmployeeId),
            links.Preferences(delivery.EmployeeId)
        )
        {
            SuggestUrl = InvitesSuggestions(employee) ? links.Suggest(delivery.EmployeeId) : null,
            PulseUrl = pulseId is null ? null : links.Pulse(delivery.EmployeeId, pulseId),
            Measured = !isMeasured
                ? null
                : new MeasuredMail(
                    measuresLinks
                        ? [.. offer.Picks.Select(pick => MeasuredUrl(delivery, MailLinkKind.Read, pick.Index))]
                        : null,
                    measuresLinks ? MeasuredUrl(delivery, MailLinkKind.Canary) : null,
                    measurement.Value.Opens ? MeasuredUrl(delivery, MailLinkKind.Open) : null
                ),
        };
    }

    private string MeasuredUrl(Delivery delivery, MailLinkKind kind, int index = 0) =>
        links.Measured(new MailLink(delivery.EmployeeId, delivery.EditionId, kind, index));

    private IEnumerable<OfferedPick> PicksOf(
        Claim claim,
        IReadOnlyDictionary<string, Post> posts,
        Func<ShareText, Post, string> textOf
    )
    {
        // Nobody reads it: the claim is refused, see the sender.
        if (claim.Employee is not { } employee)
        {
            yield break;
        }
        var now = time.GetUtcNow();
        var words = new DigestStrings(employee.Language);
        foreach (var (i, pick) in claim.Delivery.Picks.Index())
        {
            if (
                posts.TryGetValue(pick.PostId, out var post)
                && post.IsOfferableAt(now)
                && post.ShareTexts.FirstOrDefault(text => text.Id == pick.TextId) is { } text
            )
            {
                yield return new OfferedPick(i, post, textOf(text, post), WhyLine.Of(pick.Why, post, employee, words));
            }
        }
    }

    private static bool InvitesSuggestions(Employee employee) => employee.Archetype == Archetype.Enthusiast;

    private static DigestIssue? IssueOf(Offer offer, CompanyProfile company, EditionNotes notes)
    {
        if (offer is not { Picks: [_, ..], Claim: { Employee: { } employee, Delivery: { } delivery } })
        {
            return null;
        }
        var tip = notes.Tips.For(delivery.EditionId, employee.Archetype, employee.Language);
        var pulse = notes.PulseFor(employee.Id);
        return new DigestIssue(
            company,
            employee.Language,
            delivery.EditionId,
            [.. offer.Picks.Select(pick => new DigestStory(pick.Post, pick.Why))]
        )
        {
            Archetype = employee.Archetype,
            InvitesSuggestions = InvitesSuggestions(employee),
            Tip = tip is null ? null : new DigestTip(tip.Title, tip.Text, tip.Url),
            Pulse = pulse is null
                ? null
                : new DigestPulse(
                    pulse.Question.In(employee.Language),
                    [.. pulse.Answers.Select(answer => answer.In(employee.Language))]
                ),
        };
    }
}
