using Advocacy.Consent;
using Advocacy.Content;
using Advocacy.Digests;
using Advocacy.Engagement;
using Advocacy.Insights;
using Advocacy.People;
using Advocacy.Platform.Store;
using Advocacy.Programme;
using Advocacy.Programme.Challenges;
using Advocacy.Sharing;
using Microsoft.Extensions.Options;

namespace Advocacy.Preferences;

/// <summary>Reads what one person's page shows.</summary>
public sealed class PreferencesReader(
    IDocumentStore store,
    Roster roster,
    ConsentLedger ledger,
    ConsentWordings wordings,
    Company company,
    ChallengeBook challenges,
    SiteLinks links,
    IOptions<DigestOptions> digests,
    TimeProvider time
)
{
    private const int MostShares = 20;

    /// <param name="token">Of the page's address.</param>
    public async Task<PreferencesView> ReadAsync(
        Employee employee,
        string token,
        CancellationToken cancellationToken = default
    )
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(employee.TimeZone);
        var consent = await ledger.CurrentAsync(employee.Id, cancellationToken);
        var history = await ledger.HistoryAsync(employee.Id, cancellationToken).ToListAsync(cancellationToken);
        var posts = await PostsOfLateAsync(cancellationToken);
        return new PreferencesView
        {
            Company = await company.ProfileAsync(cancellationToken),
            Language = employee.Language,
            Token = token,
            Name = employee.Name,
            Purposes =
            [
                .. Enum.GetValues<ConsentPurpose>()
                    .Select(purpose =>
                        PurposeOf(
                            purpose,
                            employee,
                            consent.Allows(purpose) ? history.LastOrDefault(one => one.Purpose == purpose) : null
                        )
                    ),
            ],
            Digest = DigestEntry.Of(employee),
            Zones = TimeZones.Near(employee.TimeZone, await roster.ZonesAsync(cancellationToken)),
            UsualPosts = digests.Value.MostPosts,
            Pause = PauseEntry.Of(employee, time.GetUtcNow()),
            Topics = TopicsEntry.Of(employee, posts.SelectMany(post => post.Topics)),
            Languages = LanguageEntry.Of(employee, posts.Select(post => post.Language)),
            Guidelines = await company.GuidelinesAsync(cancellationToken) is { } guidelines
                ? new GuidelinesView(guidelines, employee.GuidelinesSeen)
                : null,
            Archetype = employee.Archetype,
            Challenges = await challenges.OnAsync(
                DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time.GetUtcNow(), zone).DateTime),
                cancellationToken
            ),
            SuggestUrl = links.Suggest(employee.Id),
            History =
            [
                .. history.Select(one => new HistoryLine(TimeZoneInfo.ConvertTime(one.At, zone), one)).Reverse(),
            ],
            Shares = consent.Allows(ConsentPurpose.ShareStatistics)
                ? await SharesAsync(employee.Id, zone, cancellationToken)
                : null,
        };
    }

    private PurposeView PurposeOf(ConsentPurpose purpose, Employee employee, ConsentEvent? given) =>
        new(
            given is null
                ? wordings.Current(purpose, employee.Language)
                : wordings.Find(given.WordingVersion, purpose, given.Language)
                    ?? wordings.Current(purpose, employee.Language),
            given is null ? null : TimeZoneInfo.ConvertTimeBySystemTimeZoneId(given.At, employee.TimeZone)
        );

    /// <summary>As far back as the digest goes: what its topics and languages are.</summary>
    private async Task<IReadOnlyList<Post>> PostsOfLateAsync(CancellationToken cancellationToken)
    {
        var oldest = time.GetUtcNow().AddDays(-digests.Value.OldestPostDays);
        var query = new Query(Containers.Posts)
        {
            Where =
            [
                new Condition("status", Comparison.Equal, nameof(PostStatus.Ready)),
                new Condition("publishedAt", Comparison.AtLeast, DocumentJson.Text(oldest)),
            ],
            PageSize = 500,
        };
        return await store
            .QueryAllAsync<Post>(query, cancellationToken)
            .Select(stored => stored.Value)
            .ToListAsync(cancellationToken);
    }

    private async Task<IReadOnlyList<ShareLine>> SharesAsync(
        string employeeId,
        TimeZoneInfo zone,
        CancellationToken cancellationToken
    )
    {
        var query = new Query(Containers.Engagements)
        {
            PartitionKey = employeeId,
            Where = [new Condition("kind", Comparison.Equal, nameof(EngagementKind.Shared))],
        };
        var shares = await store
            .QueryAllAsync<EngagementEvent>(query, cancellationToken)
            .Select(stored => stored.Value)
            .ToListAsync(cancellationToken);
        return await Task.WhenAll(
            shares
                .OrderByDescending(share => share.At)
                .Take(MostShares)
                .Select(async share =>
                {
                    var post = await store.ReadAsync<Post>(
                        Containers.Posts,
                        share.PostId,
                        share.PostId,
                        cancellationToken
                    );
                    var id = Insight.IdOf(share.PostId);
                    var insight = await store.ReadAsync<Insight>(Containers.Insights, id, id, cancellationToken);
                    return new ShareLine(
                        post?.Value.Title,
                        TimeZoneInfo.ConvertTime(share.At, zone),
                        share.Channel ?? "other",
                        insight?.Value.AudienceClicks
                    );
                })
        );
    }
}
