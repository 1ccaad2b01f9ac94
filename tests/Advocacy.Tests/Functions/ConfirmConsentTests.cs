using System.Net;
using Advocacy.Consent;

namespace Advocacy.Tests.Functions;

public sealed class ConfirmConsentTests
{
    [Theory]
    [InlineData("GET")]
    [InlineData("HEAD")]
    public async Task Showing_the_question_changes_nothing(string method)
    {
        await using var http = await HttpFixture.StartAsync();
        var person = await http.World.AddPersonAsync("ida");
        var before = http.World.Store.Snapshot();

        var answer = await http.Server.SendAsync(method, http.Links.Confirm(person.Id, ConsentPurpose.DigestEmail));

        answer.Status.ShouldBe(HttpStatusCode.OK);
        http.World.Store.Snapshot().ShouldBe(before);
    }

    [Theory]
    [InlineData("da", ConsentPurpose.DigestEmail)]
    [InlineData("en", ConsentPurpose.ClickMeasurement)]
    [InlineData("da", ConsentPurpose.ShareStatistics)]
    public async Task Posting_puts_on_record_what_was_shown_and_to_whom(string language, ConsentPurpose purpose)
    {
        await using var http = await HttpFixture.StartAsync();
        var person = await http.World.AddPersonAsync("ida", one => one with { Language = language });
        var wording = http.World.Get<ConsentWordings>().Current(purpose, language);
        var link = http.Links.Confirm(person.Id, purpose);

        (await http.Server.GetAsync(link)).Body.ShouldContain(wording.Text.Split('\n')[^1].Trim());
        var answer = await http.Server.PostAsync(link);

        answer.Status.ShouldBe(HttpStatusCode.OK);
        var recorded = (await http.EventsAsync(person.Id)).ShouldHaveSingleItem();
        recorded.Purpose.ShouldBe(purpose);
        recorded.Action.ShouldBe(ConsentAction.Given);
        recorded.WordingVersion.ShouldBe(ConsentWordings.CurrentVersion);
        recorded.WordingHash.ShouldBe(wording.Hash);
        recorded.Language.ShouldBe(language);
        recorded.Channel.ShouldBe("confirm-page");
        recorded.At.ShouldBe(http.World.Time.GetUtcNow());
    }

    [Fact]
    public async Task The_event_says_in_a_hash_where_the_yes_and_the_no_came_from()
    {
        await using var http = await HttpFixture.StartAsync();
        var person = await http.World.AddPersonAsync("ida");

        await http.Server.PostAsync(http.Links.Confirm(person.Id, ConsentPurpose.DigestEmail));
        await http.Server.PostAsync(http.Links.Unsubscribe(person.Id));

        var hashes = (await http.EventsAsync(person.Id)).Select(one => one.NetworkHash).ToList();
        hashes.Count.ShouldBe(2);
        hashes.ShouldAllBe(hash => hash!.Length == 32);
        hashes.Distinct().ShouldHaveSingleItem();
        string.Concat(http.World.Store.Snapshot().Values).ShouldNotContain("127.0.0.1\"");
    }

    [Fact]
    public async Task A_yes_to_words_that_are_no_longer_asked_with_is_asked_again_with_the_new_ones()
    {
        await using var http = await HttpFixture.StartAsync();
        var person = await http.World.AddPersonAsync("ida", one => one with { Language = "en" });
        var link = http.Links.Confirm(person.Id, ConsentPurpose.DigestEmail);
        (await http.Server.GetAsync(link)).Body.ShouldContain(
            $"name=\"wording\" value=\"{ConsentWordings.CurrentVersion}\""
        );

        var stale = await http.Server.PostAsync(link, "wording=2025-3");

        stale.Status.ShouldBe(HttpStatusCode.OK);
        stale.Body.ShouldContain("Yes, send me the digest");
        (await http.EventsAsync(person.Id)).ShouldBeEmpty();

        await http.Server.PostAsync(link, $"wording={ConsentWordings.CurrentVersion}");
        (await http.EventsAsync(person.Id)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Confirming_twice_is_on_record_once()
    {
        await using var http = await HttpFixture.StartAsync();
        var person = await http.World.AddPersonAsync("ida");
        var link = http.Links.Confirm(person.Id, ConsentPurpose.DigestEmail);

        var before = http.World.Store.Snapshot();

        await http.Server.PostAsync(link);
        var once = http.World.Store.Snapshot();
        (await http.Server.PostAsync(link)).Status.ShouldBe(HttpStatusCode.OK);

        once.ShouldNotBe(before);
        http.World.Store.Snapshot().ShouldBe(once);
        (await http.EventsAsync(person.Id)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_link_for_one_purpose_gives_no_other()
    {
        await using var http = await HttpFixture.StartAsync();
        var person = await http.World.AddPersonAsync("ida");

        await http.Server.PostAsync(http.Links.Confirm(person.Id, ConsentPurpose.ShareStatistics));

        var ledger = http.World.Get<ConsentLedger>();
        var current = await ledger.CurrentAsync(person.Id, TestContext.Current.CancellationToken);
        current.Purposes.Keys.ShouldBe([ConsentPurpose.ShareStatistics]);
    }
}
