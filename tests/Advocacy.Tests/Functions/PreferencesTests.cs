using System.Net;
using System.Text.RegularExpressions;
using Advocacy.Consent;
using Advocacy.Digests;
using Advocacy.Insights;
using Advocacy.People;
using Advocacy.Programme;

namespace Advocacy.Tests.Functions;

public sealed partial class PreferencesTests
{
    private const string Digest = "section=digest&rhythm=Weekly&day=Tuesday&hour=9&zone=Europe/Copenhagen&posts=";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("GET")]
    [InlineData("HEAD")]
    public async Task Showing_the_page_changes_nothing(string method)
    {
        await using var http = await HttpFixture.StartAsync();
        var person = await http.World.AddReaderAsync("ida");
        await http.World.AddPostAsync("launch", with: post => post with { Topics = ["wind"] });
        var before = http.World.Store.Snapshot();

        (await http.Server.SendAsync(method, http.Links.Preferences(person.Id))).Status.ShouldBe(HttpStatusCode.OK);

        http.World.Store.Snapshot().ShouldBe(before);
        http.Messages().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("da", ConsentPurpose.DigestEmail)]
    [InlineData("en", ConsentPurpose.ClickMeasurement)]
    [InlineData("da", ConsentPurpose.ShareStatistics)]
    public async Task A_purpose_is_switched_on_and_off_with_the_words_that_were_shown(
        string language,
        ConsentPurpose purpose
    )
    {
        await using var http = await HttpFixture.StartAsync();
        var person = await http.World.AddPersonAsync("ida", one => one with { Language = language });
        var link = http.Links.Preferences(person.Id);
        var wording = http.World.Get<ConsentWordings>().Current(purpose, language);
        (await http.Server.GetAsync(link)).Body.ShouldContain(wording.Text.Split("\n\n")[^1]);

        var yes = await http.Server.PostAsync(link, Answer(purpose, "yes", language));
        http.World.Time.Advance(TimeSpan.FromMinutes(1));
        var on = (await http.Server.GetAsync(link)).Body;
        var no = await http.Server.PostAsync(link, Answer(purpose, "no", language));

        (yes.Status, yes.Location).ShouldBe((HttpStatusCode.SeeOther, "?saved=Purpose#purposes"));
        (no.Status, no.Location).ShouldBe((HttpStatusCode.SeeOther, "?saved=Purpose#purposes"));
        on.ShouldContain("value=\"no\"");
        var events = await http.EventsAsync(person.Id);
        events.Select(one => one.Action).ShouldBe([ConsentAction.Given, ConsentAction.Withdrawn]);
        events.ShouldAllBe(one =>
            one.Purpose == purpose
            && one.Channel == "preferences"
            && one.Cause == ConsentCause.Employee
            && one.NetworkHash != null
            && one.Language == language
            && one.WordingHash == wording.Hash
        );
    }

    [Fact]
    public async Task A_consent_that_is_sent_twice_is_on_record_once()
    {
        await using var http = await HttpFixture.StartAsync();
        var person = await http.World.AddPersonAsync("ida");
        var link = http.Links.Preferences(person.Id);
        var form = Answer(ConsentPurpose.DigestEmail, "yes", "da");

        await http.Server.PostAsync(link, form);
        (await http.Server.PostAsync(link, form)).Status.ShouldBe(HttpStatusCode.SeeOther);

        (await http.EventsAsync(person.Id)).Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("wording=2025-1&language=da")]
    [InlineData("wording=2026-1&language=xx")]
    [InlineData("language=da")]
    [InlineData("wording=2026-1")]
    public async Task Nobody_says_yes_to_words_that_were_not_shown(string shown)
    {
        await using var http = await HttpFixture.StartAsync();
        var person = await http.World.AddPersonAsync("ida", one => one with { Language = "en" });

        var answer = await http.Server.PostAsync(
            http.Links.Preferences(person.Id),
            $"section=purpose&purpose=DigestEmail&answer=yes&{shown}"
        );

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.Body.ShouldContain("Please read them again");
        (await http.EventsAsync(person.Id)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Each_part_saves_itself_and_leaves_the_others()
    {
        await using var http = await HttpFixture.StartAsync();
        await http.World.AddPostAsync("launch", with: post => post with { Topics = ["wind", "heat"], Language = "sv" });
        await http.World.Get<Company>().SaveAsync(Guidelines("2026-1"), Ct);
        var person = await http.World.AddReaderAsync("ida", one => one with { Topics = ["safety"] });
        var link = http.Links.Preferences(person.Id);

        await TakenAsync("section=digest&rhythm=EveryOtherWeek&day=Friday&hour=14&zone=europe/london&posts=3");
        await TakenAsync("section=pause&until=2026-12-24");
        await TakenAsync("section=topics&topic=safety&topic=wind");
        await TakenAsync("section=language&language=en&reads=da&reads=sv");
        await TakenAsync("section=guidelines&version=2026-1");

        var saved = (await http.World.Get<Roster>().FindAsync(person.Id, Ct)).ShouldNotBeNull();
        (saved.Rhythm, saved.DigestDay, saved.DigestHour, saved.TimeZone, saved.MostPosts).ShouldBe(
            (DigestRhythm.EveryOtherWeek, DayOfWeek.Friday, 14, "Europe/London", 3)
        );
        saved.PausedUntil.ShouldBe(new DateTimeOffset(2026, 12, 24, 0, 0, 0, TimeSpan.Zero));
        saved.Topics.ShouldBe(["safety", "wind"]);
        saved.Language.ShouldBe("en");
        saved.ReadsLanguages.ShouldBe(["da", "sv"]);
        saved.GuidelinesSeen.ShouldBe("2026-1");
        (saved.Name, saved.Address, saved.Unit).ShouldBe((person.Name, person.Address, person.Unit));

        await TakenAsync("section=pause&end=yes");
        await TakenAsync("section=topics");
        await TakenAsync("section=language&language=en");
        var cleared = (await http.World.Get<Roster>().FindAsync(person.Id, Ct)).ShouldNotBeNull();
        cleared.PausedUntil.ShouldBeNull();
        cleared.Topics.ShouldBeEmpty();
        cleared.ReadsLanguages.ShouldBeEmpty();
        cleared.MostPosts.ShouldBe(3);

        async Task TakenAsync(string form)
        {
            var answer = await http.Server.PostAsync(link, form);
            answer.Status.ShouldBe(HttpStatusCode.SeeOther, form);
            var page = await http.Server.GetAsync(new Uri(new Uri(link), answer.Location!).ToString());
            page.Body.ShouldContain("class=\"notice good\"", customMessage: form);
        }
    }

    [Theory]
    [InlineData(
        "section=digest&rhythm=Daily&day=Tuesday&hour=9&zone=Europe/Copenhagen&posts=",
        "digest-rhythm",
        "one of the three"
    )]
    [InlineData(
        "section=digest&rhythm=Weekly&day=7&hour=9&zone=Europe/Copenhagen&posts=",
        "digest-day",
        "Monday to Sunday"
    )]
    [InlineData(
        "section=digest&rhythm=Weekly&day=Tuesday&hour=24&zone=Europe/Copenhagen&posts=",
        "digest-hour",
        "from 0 to 23"
    )]
    [InlineData(
        "section=digest&rhythm=Weekly&day=Tuesday&hour=-1&zone=Europe/Copenhagen&posts=",
        "digest-hour",
        "from 0 to 23"
    )]
    [InlineData(
        "section=digest&rhythm=Weekly&day=Tuesday&hour=9&zone=Europe/Copenhaven&posts=",
        "digest-zone",
        "Did you mean Europe/Copenhagen?"
    )]
    [InlineData(
        "section=digest&rhythm=Weekly&day=Tuesday&hour=9&zone=Romance+Standard+Time&posts=",
        "digest-zone",
        "no such time zone"
    )]
    [InlineData(
        "section=digest&rhythm=Weekly&day=Tuesday&hour=9&zone=Europe/Copenhagen&posts=0",
        "digest-posts",
        "from 1 to 10"
    )]
    [InlineData(
        "section=digest&rhythm=Weekly&day=Tuesday&hour=9&zone=Europe/Copenhagen&posts=11",
        "digest-posts",
        "from 1 to 10"
    )]
    [InlineData("section=digest", "digest-rhythm", "from 0 to 23")]
    [InlineData("section=pause&until=soon", "pause-until", "It takes a date")]
    [InlineData("section=pause", "pause-until", "It takes a date")]
    [InlineData("section=pause&until=2026-11-23", "pause-until", "not in the future")]
    [InlineData("section=pause&until=2027-11-24", "pause-until", "more than a year ahead")]
    [InlineData("section=topics&topic=gossip", "topics", "not on the list")]
    [InlineData("section=language&language=sv", "language", "Danish and English")]
    [InlineData("section=language&language=en&reads=xx", "language", "Danish and English")]
    [InlineData("section=guidelines&version=2025-9", "guidelines", "changed while the page was open")]
    public async Task What_is_wrong_is_answered_at_its_field_with_what_it_takes(string form, string field, string says)
    {
        await using var http = await HttpFixture.StartAsync();
        await http.World.Get<Company>().SaveAsync(Guidelines("2026-1"), Ct);
        var person = await http.World.AddReaderAsync("ida", one => one with { Language = "en" });
        var before = http.World.Store.Snapshot();

        var answer = await http.Server.PostAsync(http.Links.Preferences(person.Id), form);

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.Body.ShouldContain(says);
        answer.Body.ShouldContain($"href=\"#{field}\"");
        answer.Body.ShouldContain($"id=\"{field}\"");
        http.World.Store.Snapshot().ShouldBe(before);
    }

    [Fact]
    public async Task What_was_entered_beside_something_wrong_is_still_there()
    {
        await using var http = await HttpFixture.StartAsync();
        var person = await http.World.AddReaderAsync("ida");

        var answer = await http.Server.PostAsync(
            http.Links.Preferences(person.Id),
            "section=digest&rhythm=Monthly&day=Friday&hour=17&zone=Atlantis&posts=2"
        );

        foreach (var kept in (string[])["Monthly", "Friday", "17", "2"])
        {
            answer.Body.ShouldMatch($"value=\"{kept}\" selected");
        }
        answer.Body.ShouldContain("value=\"Atlantis\"");
    }

    [Theory]
    [InlineData("")]
    [InlineData("section=everything")]
    [InlineData("section=purpose&purpose=All&answer=yes&wording=2026-1&language=da")]
    [InlineData("section=purpose&purpose=DigestEmail,ClickMeasurement&answer=yes&wording=2026-1&language=da")]
    [InlineData("section=purpose&purpose=1&answer=yes&wording=2026-1&language=da")]
    [InlineData("section=purpose&purpose=7&answer=yes&wording=2026-1&language=da")]
    [InlineData("section=purpose&purpose=DigestEmail&answer=maybe&wording=2026-1&language=da")]
    [InlineData("section=guidelines&version=2026-1")]
    public async Task What_is_no_form_of_the_page_changes_nothing(string form)
    {
        await using var http = await HttpFixture.StartAsync();
        var person = await http.World.AddReaderAsync("ida");
        var before = http.World.Store.Snapshot();

        (await http.Server.PostAsync(http.Links.Preferences(person.Id), form)).Status.ShouldBe(
            HttpStatusCode.BadRequest
        );

        http.World.Store.Snapshot().ShouldBe(before);
    }

    [Fact]
    public async Task A_new_hour_that_has_passed_this_week_sends_this_weeks_mail_now_and_once()
    {
        await using var http = await HttpFixture.StartAsync();
        await http.World.AddPostAsync("launch");
        var person = await http.World.AddReaderAsync("ida");
        http.World.Time.Advance(TimeSpan.FromHours(2));
        var link = http.Links.Preferences(person.Id);
        var form = Digest.Replace("Tuesday", "Monday", StringComparison.Ordinal);

        var answer = await http.Server.PostAsync(link, form);
        await http.Server.PostAsync(link, form);
        http.World.Time.Advance(TimeSpan.FromDays(1));
        await http.World.Get<DigestPlanner>().PlanWholeWeekAsync(cancellationToken: Ct);
        await http.EngagementsAsync();

        answer.Location.ShouldBe("?saved=DigestNow#digest");
        http.World.Mailer.Sent.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("99")]
    [InlineData("0")]
    [InlineData("Purpose,Digest")]
    [InlineData("<script>")]
    public async Task An_address_that_says_something_else_was_saved_says_nothing(string saved)
    {
        await using var http = await HttpFixture.StartAsync();
        var person = await http.World.AddReaderAsync("ida");

        var answer = await http.Server.GetAsync(
            $"{http.Links.Preferences(person.Id)}?saved={Uri.EscapeDataString(saved)}"
        );

        answer.Status.ShouldBe(HttpStatusCode.OK);
        answer.Body.ShouldNotContain("notice good\"");
    }

    [Fact]
    public async Task The_history_says_in_words_what_when_where_and_to_which_wording()
    {
        await using var http = await HttpFixture.StartAsync();
        var person = await http.World.AddPersonAsync("ida", one => one with { Language = "en" });
        await http.Server.PostAsync(http.Links.Confirm(person.Id, ConsentPurpose.DigestEmail));
        http.World.Time.Advance(TimeSpan.FromDays(1));
        await http.Server.PostAsync(http.Links.Unsubscribe(person.Id), "List-Unsubscribe=One-Click");

        var page = Words((await http.Server.GetAsync(http.Links.Preferences(person.Id))).Body);

        page.ShouldContain(
            $"No: The weekly digest by mail 24 November 2026 at 09:00 · by unsubscribing from a mail · wording {ConsentWordings.CurrentVersion}, English"
        );
        page.ShouldContain(
            $"Yes: The weekly digest by mail 23 November 2026 at 09:00 · on the page that asked you · wording {ConsentWordings.CurrentVersion}, English"
        );
    }

    [Fact]
    public async Task Shares_are_shown_with_the_visits_of_all_and_only_where_the_person_agreed()
    {
        await using var http = await HttpFixture.StartAsync();
        var post = await http.World.AddPostAsync("launch");
        var shares = http.World;
        var agreed = await shares.AddPersonAsync("ida", English, Enum.GetValues<ConsentPurpose>());
        var other = await shares.AddReaderAsync("ole", English);
        foreach (var person in (Employee[])[agreed, other])
        {
            await http.Server.PostAsync(await http.DeliverAsync(person, post), "channel=linkedin");
        }
        for (var i = 0; i < 3; i++)
        {
            await http.Server.GetAsync(http.Links.ShortLink(post.Id, "linkedin"));
        }
        await http.EngagementsAsync();
        await shares.Get<InsightRollUp>().RunAsync(Ct);

        var mine = Words((await http.Server.GetAsync(http.Links.Preferences(agreed.Id))).Body);
        var theirs = Words((await http.Server.GetAsync(http.Links.Preferences(other.Id))).Body);

        mine.ShouldContain(
            "Title of launch Shared on LinkedIn, 23 November 2026 at 09:00 3 visits from all shares together"
        );
        theirs.ShouldNotContain("Title of launch");
        theirs.ShouldContain("nobody knows which ones are yours");

        static Employee English(Employee one) => one with { Language = "en" };
    }

    [Fact]
    public async Task Who_read_older_guidelines_is_shown_that_there_are_new_ones()
    {
        await using var http = await HttpFixture.StartAsync();
        await http.World.Get<Company>().SaveAsync(Guidelines("2026-1"), Ct);
        var person = await http.World.AddReaderAsync("ida", one => one with { Language = "en" });
        var link = http.Links.Preferences(person.Id);
        await http.Server.PostAsync(link, "section=guidelines&version=2026-1");
        (await http.Server.GetAsync(link)).Body.ShouldContain("You have read version 2026-1, which is the newest.");

        await http.World.Get<Company>().SaveAsync(Guidelines("2026-2"), Ct);

        var page = (await http.Server.GetAsync(link)).Body;
        page.ShouldContain("You have read version 2026-1. There is a new one: 2026-2.");
        page.ShouldContain("Be kind (2026-2)");
    }

    [Fact]
    public async Task The_pages_that_belong_to_it_end_with_the_same_link()
    {
        await using var http = await HttpFixture.StartAsync();
        var person = await http.World.AddReaderAsync("ida");
        var path = new Uri(http.Links.Preferences(person.Id)).AbsolutePath;

        var page = (await http.Server.GetAsync(path)).Body;

        foreach (var more in (string[])["data", "data.json", "erase"])
        {
            page.ShouldContain($"href=\"{path}/{more}\"");
        }
    }

    [Fact]
    public async Task Every_digest_leads_its_reader_to_their_own_page()
    {
        await using var http = await HttpFixture.StartAsync();
        await http.World.AddPostAsync("launch");
        var people = new[] { await http.World.AddReaderAsync("ida"), await http.World.AddReaderAsync("ole") };
        await http.World.Get<DigestPlanner>().PlanWholeWeekAsync(cancellationToken: Ct);

        await http.EngagementsAsync();

        http.World.Mailer.Sent.Count.ShouldBe(2);
        foreach (var (batch, recipient) in http.World.Mailer.Sent)
        {
            var links = recipient.Substitutions.Where(one => one.Value.Contains("/preferences/")).ToList();
            links.Count.ShouldBe(2);
            batch.Html.ShouldContain(links.Single(one => batch.Html.Contains(one.Key)).Key);
            batch.Text.ShouldContain(links.Single(one => batch.Text.Contains(one.Key)).Key);
            var owner = people.Single(person => person.Address == recipient.To.Address);
            (await http.Server.GetAsync(links[0].Value)).Body.ShouldContain(owner.Name);
        }
    }

    [Fact]
    public async Task Two_forms_at_once_both_count()
    {
        await using var http = await HttpFixture.StartAsync();
        var person = await http.World.AddReaderAsync("ida");
        var link = http.Links.Preferences(person.Id);

        await Task.WhenAll(
            http.Server.PostAsync(link, "section=pause&until=2026-12-24"),
            http.Server.PostAsync(link, "section=language&language=en"),
            http.Server.PostAsync(link, $"{Digest}7")
        );

        var saved = (await http.World.Get<Roster>().FindAsync(person.Id, Ct)).ShouldNotBeNull();
        (saved.Language, saved.MostPosts, saved.PausedUntil is null).ShouldBe(("en", 7, false));
    }

    private static string Answer(ConsentPurpose purpose, string answer, string language) =>
        $"section=purpose&purpose={purpose}&answer={answer}&wording={ConsentWordings.CurrentVersion}&language={language}";

    private static Guidelines Guidelines(string version) =>
        new()
        {
            Id = Advocacy.Programme.Guidelines.GuidelinesId,
            Version = version,
            Text = new LocalText($"Vær venlig ({version})", $"Be kind ({version})"),
        };

    /// <summary>The text of a page as it is read.</summary>
    private static string Words(string html) => Spaces().Replace(Tags().Replace(html, " "), " ");

    [GeneratedRegex("<[^>]*>", RegexOptions.None, 1000)]
    private static partial Regex Tags();

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex Spaces();
}
