using Advocacy.Content;
using Advocacy.Desk;
using Advocacy.Digests.Spread;
using Advocacy.Platform.Store;
using Advocacy.Tone;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Advocacy.Tests.Desk;

public sealed class DeskListTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("", "held")]
    [InlineData("?show=nonsense", "held")]
    [InlineData("?show=all", "held ready english old")]
    [InlineData("?show=ready", "ready english old")]
    [InlineData("?show=ready&language=en", "english")]
    [InlineData("?show=ready&topic=wind", "ready")]
    [InlineData("?show=ready&source=s1", "ready")]
    [InlineData("?show=ready&source=dropped", "english old")]
    [InlineData("?show=ready&days=7", "ready english")]
    [InlineData("?show=all&q=TEXT 2 of held", "held")]
    [InlineData("?reason=topic", "held")]
    [InlineData("?reason=shouting", "")]
    [InlineData("?show=thin", "old")]
    public async Task The_filter_takes_what_it_says(string query, string names)
    {
        await using var world = await WorldAsync();

        (await FindAsync(world, query))
            .Rows.Select(row => row.Post.Title.Split(' ')[^1])
            .ShouldBe(names.Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task What_lost_most_readers_for_want_of_texts_comes_first()
    {
        await using var world = await WorldAsync();
        var lost = (await FindAsync(world, "?show=ready&language=en")).Rows[0].Post.Id;
        await world.Store.UpsertAsync(
            Containers.Editions,
            new CompanyTally
            {
                Id = CompanyTally.IdOf("2026-W47"),
                EditionId = "2026-W47",
                Posts = new Dictionary<string, OfferedPost> { [lost] = new(1, 0, TurnedAway: 40) },
            },
            Cancel
        );

        (await FindAsync(world, "?show=thin"))
            .Rows.Select(row => (row.Post.Title, row.TurnedAway))
            .ShouldBe([("Title of english", 40), ("Title of old", 0)]);
    }

    [Fact]
    public async Task Pages_follow_each_other_without_gap_and_a_page_that_is_not_there_is_the_last()
    {
        await using var world = await new World().WithCompanyAsync();
        for (var i = 0; i < 60; i++)
        {
            await world.AddPostAsync($"p{i}", with: post => post with { Status = PostStatus.Held });
        }

        var pages = new List<DeskFound>();
        foreach (var page in (int[])[1, 2, 3])
        {
            pages.Add(await FindAsync(world, $"?page={page}"));
        }

        pages.SelectMany(page => page.Rows).Select(row => row.Post.Id).Distinct().Count().ShouldBe(60);
        (await FindAsync(world, "?page=99")).Filter.Page.ShouldBe(3);
        (pages[0].Held, pages[0].Total, pages[0].Pages).ShouldBe((60, 60, 3));
    }

    [Theory]
    [InlineData("/desk")]
    [InlineData("/desk?show=thin")]
    [InlineData("/desk?show=all&reason=topic&language=da&topic=a%26b&source=s1&q=%C3%A6&days=7&page=3")]
    public void An_address_says_the_whole_filter(string address) =>
        DeskFilter
            .Of(new QueryCollection(QueryHelpers.ParseQuery(new Uri("http://x" + address).Query)))
            .Address.ShouldBe(address);

    private static async Task<World> WorldAsync()
    {
        var world = await new World().WithCompanyAsync();
        await world.AddPostAsync(
            "held",
            with: post =>
                post with
                {
                    Status = PostStatus.Held,
                    Verdict = new(ToneOutcome.Held, [new("topic:layoffs", "x")], "1"),
                }
        );
        await world.AddPostAsync("ready", with: post => post with { Topics = ["wind"], SourceId = "s1" });
        await world.AddPostAsync(
            "english",
            with: post =>
                post with
                {
                    Language = "en",
                    TakenInAt = post.TakenInAt.AddDays(-6),
                    ShareTexts = [new("t1", "en", "One"), new("t2", "en", "Two")],
                }
        );
        await world.AddPostAsync("old", texts: 1, with: post => post with { TakenInAt = post.TakenInAt.AddDays(-9) });
        return world;
    }

    private static Task<DeskFound> FindAsync(World world, string query) =>
        world
            .Get<DeskList>()
            .FindAsync(
                DeskFilter.Of(new QueryCollection(QueryHelpers.ParseQuery(query))),
                TimeZoneInfo.FindSystemTimeZoneById("Europe/Copenhagen"),
                Cancel
            );
}
