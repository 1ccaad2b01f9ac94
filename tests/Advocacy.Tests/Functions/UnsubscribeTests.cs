using System.Net;
using Advocacy.Consent;
using Advocacy.Platform.Store;

namespace Advocacy.Tests.Functions;

public sealed class UnsubscribeTests
{
    private const string OneClick = "List-Unsubscribe=One-Click";

    [Theory]
    [InlineData("GET")]
    [InlineData("HEAD")]
    public async Task Following_the_link_withdraws_nothing(string method)
    {
        await using var http = await HttpFixture.StartAsync();
        var person = await http.World.AddReaderAsync("ida");
        var before = http.World.Store.Snapshot();

        var answer = await http.Server.SendAsync(method, http.Links.Unsubscribe(person.Id));

        answer.Status.ShouldBe(HttpStatusCode.OK);
        http.World.Store.Snapshot().ShouldBe(before);
    }

    [Fact]
    public async Task A_mail_providers_one_click_withdraws_without_a_redirect()
    {
        await using var http = await HttpFixture.StartAsync();
        var person = await http.World.AddReaderAsync("ida", one => one with { Language = "en" });
        http.World.Time.Advance(TimeSpan.FromDays(1));

        var answer = await http.Server.PostAsync(http.Links.Unsubscribe(person.Id), OneClick);

        answer.Status.ShouldBe(HttpStatusCode.OK);
        answer.Location.ShouldBeNull();
        var last = (await http.EventsAsync(person.Id))[^1];
        last.Action.ShouldBe(ConsentAction.Withdrawn);
        last.Purpose.ShouldBe(ConsentPurpose.DigestEmail);
        last.Channel.ShouldBe("one-click");
        last.Language.ShouldBe("en");
        last.At.ShouldBe(http.World.Time.GetUtcNow());
    }

    [Fact]
    public async Task Withdrawing_twice_is_on_record_once()
    {
        await using var http = await HttpFixture.StartAsync();
        var person = await http.World.AddReaderAsync("ida");
        var link = http.Links.Unsubscribe(person.Id);

        await http.Server.PostAsync(link, OneClick);
        (await http.Server.PostAsync(link, OneClick)).Status.ShouldBe(HttpStatusCode.OK);

        (await http.EventsAsync(person.Id))
            .Select(one => one.Action)
            .ShouldBe([ConsentAction.Given, ConsentAction.Withdrawn]);
    }

    [Fact]
    public async Task It_works_for_somebody_who_is_no_longer_on_the_roster()
    {
        await using var http = await HttpFixture.StartAsync();
        var person = await http.World.AddReaderAsync("ida");
        await http.World.Store.DeleteAsync(
            Containers.Employees,
            person.Id,
            person.Id,
            TestContext.Current.CancellationToken
        );
        var link = http.Links.Unsubscribe(person.Id);

        (await http.Server.GetAsync(link)).Status.ShouldBe(HttpStatusCode.OK);
        (await http.Server.PostAsync(link, OneClick)).Status.ShouldBe(HttpStatusCode.OK);

        (await http.EventsAsync(person.Id))[^1].Action.ShouldBe(ConsentAction.Withdrawn);
    }

    [Fact]
    public async Task It_works_years_after_the_mail()
    {
        await using var http = await HttpFixture.StartAsync();
        var person = await http.World.AddReaderAsync("ida");
        var link = http.Links.Unsubscribe(person.Id);
        http.World.Time.Advance(TimeSpan.FromDays(3 * 365));

        (await http.Server.PostAsync(link, OneClick)).Status.ShouldBe(HttpStatusCode.OK);

        (await http.EventsAsync(person.Id))[^1].Action.ShouldBe(ConsentAction.Withdrawn);
    }
}
