using System.Net;
using Advocacy.Consent;
using Advocacy.Platform;
using Advocacy.Platform.Queue;

namespace Advocacy.Tests.Functions;

/// <summary>What holds for every route alike.</summary>
public sealed class LinkTests
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(1);

    [Theory]
    [InlineData("consent", LinkPurpose.ConfirmConsent, LinkPurpose.Unsubscribe)]
    [InlineData("unsubscribe", LinkPurpose.Unsubscribe, LinkPurpose.Share)]
    [InlineData("share", LinkPurpose.Share, LinkPurpose.ConfirmConsent)]
    [InlineData("join", LinkPurpose.Join, LinkPurpose.Invitation)]
    [InlineData("invitation", LinkPurpose.Invitation, LinkPurpose.Join)]
    [InlineData("no-thanks", LinkPurpose.Invitation, LinkPurpose.Unsubscribe)]
    [InlineData("preferences", LinkPurpose.Preferences, LinkPurpose.Unsubscribe)]
    public async Task A_bad_link_is_answered_alike_whatever_is_wrong_with_it(
        string route,
        LinkPurpose purpose,
        LinkPurpose other
    )
    {
        await using var http = await HttpFixture.StartAsync();
        var person = await http.World.AddReaderAsync("ida");
        await http.DeliverAsync(person, await http.World.AddPostAsync("launch"));
        var subject = purpose switch
        {
            LinkPurpose.ConfirmConsent => $"{person.Id}.{ConsentPurpose.DigestEmail}",
            LinkPurpose.Share => $"{person.Id}.{HttpFixture.Edition}.0",
            LinkPurpose.Join => http.Links.ReadJoin((await http.EnterAsync("eva@acme.example")).Split('/')[^1])
                is var (id, request)
                ? $"{id}.{request}"
                : "",
            LinkPurpose.Invitation => $"{person.Id}.{(route == "invitation" ? "yes" : "no")}",
            _ => person.Id,
        };
        var signer = http.World.Get<LinkSigner>();
        var foreign = new LinkSigner(
            new Secrets(["somebody else's key of 32 bytes.."u8.ToArray()], new byte[32]),
            http.World.Time
        );
        var good = signer.Sign(purpose, subject, Lifetime);
        var before = http.World.Store.Snapshot();

        string[] bad =
        [
            signer.Sign(purpose, subject, -Lifetime),
            foreign.Sign(purpose, subject, Lifetime),
            signer.Sign(other, subject, Lifetime),
            (good[0] == 'A' ? 'B' : 'A') + good[1..],
            good[..^4],
            good.Split('.')[0],
            "nonsense",
            new string('a', 2000),
        ];
        var answers = new List<Answer>();
        foreach (var token in bad)
        {
            answers.Add(await http.Server.GetAsync($"/{route}/{token}"));
            answers.Add(await http.Server.PostAsync($"/{route}/{token}"));
        }

        answers.ShouldAllBe(answer => answer == answers[0]);
        answers[0].Status.ShouldBe(HttpStatusCode.NotFound);
        http.World.Store.Snapshot().ShouldBe(before);
        http.Messages().ShouldBeEmpty();
        http.World.Queue.Bodies(Queues.Engagement).ShouldBeEmpty();
        (await http.Server.GetAsync($"/{route}/{good}")).Status.ShouldBe(HttpStatusCode.OK);
    }
}
