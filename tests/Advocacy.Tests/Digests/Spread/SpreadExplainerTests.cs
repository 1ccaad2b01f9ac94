using Advocacy.Content;
using Advocacy.Digests;
using Advocacy.Digests.Spread;
using Advocacy.People;
using Advocacy.Platform.Store;

namespace Advocacy.Tests.Digests;

public sealed class SpreadExplainerTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_explained_for_a_digest_to_come_is_what_the_planner_then_does()
    {
        await using var world = await new World([.. SpreadScene.ToAll]).WithCompanyAsync();
        for (var i = 0; i < 12; i++)
        {
            await world.AddPostAsync($"post{i}", daysOld: i, texts: 1 + (i % 4));
        }
        var person = await world.AddReaderAsync("reader");

        var before = await world.Get<SpreadExplainer>().ExplainAsync(person, cancellationToken: Ct);
        await world.Get<DigestPlanner>().PlanWholeWeekAsync(cancellationToken: Ct);
        var after = await world.Get<SpreadExplainer>().ExplainAsync(person, cancellationToken: Ct);

        var delivery = (await world.AllAsync<Delivery>(Containers.Deliveries)).ShouldHaveSingleItem();
        PicksOf(before).ShouldBe(delivery.Picks, ignoreOrder: true);
        PicksOf(after).ShouldBe(delivery.Picks);
        before.Skip.ShouldBeNull();
        after.Skip.ShouldBe(SkipReason.AlreadySent);
        after
            .Posts.Select(post => (post.Post.Id, post.Verdict))
            .ShouldBe(before.Posts.Select(post => (post.Post.Id, post.Verdict)), ignoreOrder: true);
    }

    [Fact]
    public async Task A_cap_is_told_with_its_numbers()
    {
        await using var world = await new World(
            ("Advocacy:Digests:UnitShare", "0.3"),
            ("Advocacy:Digests:CompanyShare", "1"),
            ("Advocacy:Digests:HourShare", "1"),
            ("Advocacy:Digests:SmallGroup", "0")
        ).WithCompanyAsync();
        await world.AddPostAsync("post", texts: 5, daysOld: 20);
        var people = new List<Employee>();
        for (var i = 0; i < 20; i++)
        {
            people.Add(await world.AddReaderAsync($"reader{i}"));
        }
        await world.Get<DigestPlanner>().PlanWholeWeekAsync(cancellationToken: Ct);
        var with = (await world.AllAsync<Delivery>(Containers.Deliveries)).Select(one => one.EmployeeId).ToHashSet();
        var without = people.First(person => !with.Contains(person.Id));

        var explained = await world.Get<SpreadExplainer>().ExplainAsync(without, cancellationToken: Ct);

        explained
            .Posts.ShouldHaveSingleItem()
            .Verdict.ShouldBe(new Verdict(SpreadRule.ShareReached, SpreadGroup.Unit, 6, 6, 20));
    }

    [Fact]
    public async Task A_post_that_came_after_the_digest_and_one_too_old_are_told_apart()
    {
        await using var world = await new World([.. SpreadScene.ToAll]).WithCompanyAsync();
        await world.AddPostAsync("first");
        await world.AddPostAsync("old", daysOld: 40);
        var person = await world.AddReaderAsync("reader");
        await world.Get<DigestPlanner>().PlanWholeWeekAsync(cancellationToken: Ct);
        world.Time.Advance(TimeSpan.FromHours(1));
        await world.AddPostAsync("later", daysOld: 0);
        await world.AddPostAsync("held", daysOld: 0, with: post => post with { Status = PostStatus.Held });

        var explained = await world.Get<SpreadExplainer>().ExplainAsync(person, cancellationToken: Ct);

        explained
            .Posts.ToDictionary(post => post.Post.Title, post => post.Verdict.Rule)
            .ShouldBe(
                new Dictionary<string, SpreadRule>
                {
                    ["Title of first"] = SpreadRule.Offered,
                    ["Title of later"] = SpreadRule.CameLater,
                    ["Title of held"] = SpreadRule.CameLater,
                },
                ignoreOrder: true
            );
        explained.TooOld.ShouldBe(1);
    }

    private static IEnumerable<Pick> PicksOf(SpreadExplanation explanation) =>
        explanation.Posts.Select(post => post.Text?.Pick).OfType<Pick>();
}
