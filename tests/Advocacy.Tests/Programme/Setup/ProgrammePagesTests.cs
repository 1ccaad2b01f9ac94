using System.Net;
using Advocacy.Access;
using Advocacy.People;
using Advocacy.Programme;
using Advocacy.Programme.Branding;
using Advocacy.Programme.Challenges;
using Advocacy.Programme.Goals;
using Advocacy.Programme.Pulse;
using Advocacy.Programme.Setup;
using Advocacy.Programme.Training;
using Advocacy.Tests.Access;
using Advocacy.Tests.Functions;

namespace Advocacy.Tests.Programme.Setup;

/// <summary>The comms team's page of the programme: the eight steps, each of which the system then uses.</summary>
public sealed class ProgrammePagesTests
{
    private const string Local = "title-da=Overskrift&title-en=Title&text-da=Tekst&text-en=Text";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_new_company_is_led_to_the_first_step_with_a_suggestion_in_each()
    {
        await using var http = await StartAsync();

        var page = (await http.Server.GetAsync("/programme")).Body;

        page.ShouldContain("0 of 8 steps taken");
        page.ShouldContain("Next step");
        page.ShouldContain("What we do at Acme is only really understood");
        page.ShouldContain("Skriv i selve opslaget, at du arbejder hos Acme.");
        page.ShouldContain("How do you feel about sharing content about your work?");
        page.ShouldContain("A story from everyday work");
        page.ShouldContain("value=\"2026-12-27\"");
    }

    [Fact]
    public async Task Nobody_but_the_comms_team_sees_or_changes_it()
    {
        await using var http = await HttpFixture.StartAsync(new World());

        (await http.Server.GetAsync("/programme")).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await http.Server.PostAsync("/programme", "act=accept-Tips")).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await http.World.Get<Company>().ProfileAsync(Ct)).Why.ShouldBeNull();
    }

    [Fact]
    public async Task A_form_without_the_persons_token_changes_nothing()
    {
        await using var http = await StartAsync();

        var answer = await http.Server.PostAsync("/programme", "act=why&why-da=Fordi&why-en=Because");

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        (await http.World.Get<Company>().ProfileAsync(Ct)).Why.ShouldBeNull();
    }

    [Fact]
    public async Task All_eight_steps_are_taken_and_each_is_where_it_is_used()
    {
        await using var http = await StartAsync();
        var world = http.World;

        await TakeAsync(
            http,
            "goals",
            "target-Participation=30&period-Participation=Month&target-Shares=&period-Shares=Month"
                + "&target-AudienceClicks=400&period-AudienceClicks=Quarter&target-Consents=&period-Consents=Year"
        );
        await TakeAsync(http, "challenge", $"{Local}&from=2026-11-20&until=2026-12-01&metric=Shares&target=100");
        await TakeAsync(
            http,
            "pulse",
            "question-da=Går+det%3F&question-en=Well%3F&answer0-da=Ja&answer0-en=Yes&answer1-da=Nej&answer1-en=No"
                + "&answer2-da=&answer2-en=&first=2026-W49&weeks=2"
        );
        await TakeAsync(http, "why", "why-da=Fordi&why-en=Because");
        await TakeAsync(http, "tip", $"{Local}&url=https%3A%2F%2Facme.example%2Ffilm&for=Specialist&for=Colleague");
        await TakeAsync(
            http,
            "guidelines",
            "version=&text-da=Regler&text-en=Rules&examples-da=S%C3%A5dan&examples-en=Thus"
        );
        await TakeAsync(http, "branding", "text-da=Vores+ord&text-en=Our+words");
        await TakeAsync(http, "ease", "minutes=90");

        (await http.Server.GetAsync("/programme")).Body.ShouldContain("8 of 8 steps taken");
        (await world.Get<GoalTargets>().AllAsync(Ct))
            .Select(goal => (goal.Metric, goal.Current.Target, goal.Current.Period))
            .ShouldBe([
                (GoalMetric.Participation, 30, GoalPeriod.Month),
                (GoalMetric.AudienceClicks, 400, GoalPeriod.Quarter),
                (GoalMetric.MinutesToShare, 90, GoalPeriod.Month),
            ]);
        var pulse = (await world.Get<PulseQuestions>().DueAsync("2026-W50", Ct)).ShouldNotBeNull();
        pulse.Question.ShouldBe(new LocalText("Går det?", "Well?"));
        pulse.Answers.Count.ShouldBe(2);
        (await world.Get<Tips>().ReadAsync(Ct))
            .All(Archetype.Specialist, "en")[0]
            .ShouldBe(new TipOfTheWeek("Title", "Text", "https://acme.example/film"));
        (await http.Server.GetAsync("/branding?lang=en")).Body.ShouldContain("Our words");
        (await http.Server.GetAsync("/training/specialist?lang=da")).Body.ShouldContain("Overskrift");
        var person = await world.AddReaderAsync("ida", one => one with { Language = "en" });
        var own = (await http.Server.GetAsync(http.Links.Preferences(person.Id))).Body;
        own.ShouldContain("Because");
        own.ShouldContain("Rules");
        own.ShouldContain("Thus");
        own.ShouldContain("Right now: Title");
        own.ShouldContain("1 December 2026. It is voluntary, and there is no leaderboard.");
        own.ShouldContain("/training/colleague?lang=en");
        world.Time.Advance(TimeSpan.FromDays(9));
        (await http.Server.GetAsync(http.Links.Preferences(person.Id))).Body.ShouldNotContain("Right now");
    }

    [Fact]
    public async Task Steps_that_need_nothing_entered_can_be_taken_as_they_are()
    {
        await using var http = await StartAsync();

        foreach (var step in (string[])["Challenges", "Tips", "Branding", "Ease"])
        {
            await TakeAsync(http, $"accept-{step}", "");
            await TakeAsync(http, $"accept-{step}", "");
        }

        (await http.Server.GetAsync("/programme")).Body.ShouldContain("4 of 8 steps taken");
        (await PostAsync(http, "accept-Why", "")).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await PostAsync(http, "nonsense", "")).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("goals", "target-Participation=101&period-Participation=Month", "Write a whole number")]
    [InlineData("goals", "target-Participation=20&period-Participation=Decade", "Choose one of those offered")]
    [InlineData("challenge", Local + "&from=2026-12-01&until=2026-11-01", "The end must come after the beginning")]
    [InlineData("challenge", Local + "&from=soon&until=2026-11-01", "Choose a date")]
    [InlineData("challenge", Local + "&from=2026-12-01&until=2026-12-02&metric=Shares", "Write something here")]
    [InlineData(
        "pulse",
        "question-da=A&question-en=B&answer0-da=Ja&answer0-en=Yes&first=2026-W49&weeks=1",
        "Write something here"
    )]
    [InlineData(
        "pulse",
        "question-da=A&question-en=B&answer0-da=Ja&answer0-en=Yes&answer1-da=Nej&answer1-en=No&answer2-da=Måske&first=2026-W49&weeks=1",
        "Fill in both languages"
    )]
    [InlineData("why", "why-da=Fordi&why-en=", "Write something here")]
    [InlineData("tip", Local + "&url=javascript:alert(1)", "begins with https://")]
    [InlineData("tip", Local + "&for=Boss", "Something is missing")]
    [InlineData("guidelines", "version=2025-1&text-da=Regler&text-en=Rules", "A colleague saved another version")]
    [InlineData("branding", "text-da=Kun+dansk&text-en=", "Fill in both languages")]
    [InlineData("ease", "minutes=soon", "Write a whole number")]
    public async Task What_is_wrong_is_said_beside_the_field_with_what_was_entered_and_nothing_is_saved(
        string act,
        string form,
        string fault
    )
    {
        await using var http = await StartAsync();
        var before = http.World.Store.Snapshot();

        var answer = await PostAsync(http, act, form);

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.Body.ShouldContain(fault);
        answer.Body.ShouldContain("so nothing is saved yet");
        http.World.Store.Snapshot().ShouldBe(before);
        if (form.Contains("title-da"))
        {
            answer.Body.ShouldContain("value=\"Overskrift\"");
        }
    }

    [Fact]
    public async Task Guidelines_are_versions_and_the_old_ones_stay()
    {
        await using var http = await StartAsync();
        await TakeAsync(http, "guidelines", "version=&text-da=Et&text-en=One");
        await TakeAsync(http, "guidelines", "version=2026-1&text-da=To&text-en=Two");
        // The same again makes no version.
        await TakeAsync(http, "guidelines", "version=2026-2&text-da=To&text-en=Two");
        http.World.Time.Advance(TimeSpan.FromDays(60));
        await TakeAsync(http, "guidelines", "version=2026-2&text-da=Tre&text-en=Three");

        var company = http.World.Get<Company>();
        (await company.GuidelinesHistoryAsync(Ct))
            .Select(one => $"{one.Version} {one.Text.En}")
            .ShouldBe(["2027-1 Three", "2026-2 Two", "2026-1 One"]);
        (await company.GuidelinesAsync(Ct))!.Version.ShouldBe("2027-1");
        var page = (await http.Server.GetAsync("/programme")).Body;
        page.ShouldContain("Version 2027-1, the one that holds");
        page.ShouldContain("Version 2026-1");
    }

    [Fact]
    public async Task What_was_added_can_be_removed_and_a_question_only_before_it_is_asked()
    {
        await using var http = await StartAsync();
        var world = http.World;
        await TakeAsync(http, "challenge", $"{Local}&from=2026-11-20&until=2026-12-01");
        await TakeAsync(http, "tip", Local);
        await TakeAsync(
            http,
            "pulse",
            "question-da=A&question-en=B&answer0-da=Ja&answer0-en=Yes&answer1-da=Nej&answer1-en=No&first=2026-W49&weeks=1"
        );
        var pulse = (await world.Get<PulseQuestions>().AllAsync(Ct))[0].Id;

        await TakeAsync(http, "challenge-remove", $"id={(await world.Get<ChallengeBook>().AllAsync(Ct))[0].Id}");
        await TakeAsync(http, "tip-remove", $"id={(await world.Get<Tips>().OwnAsync(Ct))[0].Id}");
        // Only what is of the kind: the profile is not to be removed by its id.
        await TakeAsync(http, "tip-remove", "id=company");
        await TakeAsync(http, "tip-remove", $"id={pulse}");
        (await world.Get<PulseQuestions>().AllAsync(Ct)).Count.ShouldBe(1);
        world.Time.Advance(TimeSpan.FromDays(7));
        await TakeAsync(http, "pulse-remove", $"id={pulse}");

        (await world.Get<ChallengeBook>().AllAsync(Ct)).ShouldBeEmpty();
        (await world.Get<Tips>().OwnAsync(Ct)).ShouldBeEmpty();
        (await world.Get<PulseQuestions>().AllAsync(Ct)).Count.ShouldBe(1, "it is being asked");
        (await world.Get<Company>().FindAsync(Ct)).ShouldNotBeNull();
    }

    [Fact]
    public async Task Starter_tips_can_be_switched_off_and_own_branding_words_taken_away()
    {
        await using var http = await StartAsync();
        await TakeAsync(http, "tips", "");
        await TakeAsync(http, "branding", "text-da=Vores&text-en=Ours");
        await TakeAsync(http, "branding", "text-da=&text-en=");

        (await http.World.Get<Tips>().ForAsync("2026-W48", Archetype.Colleague, "da", Ct)).ShouldBeNull();
        (await http.World.Get<BrandingTexts>().FindAsync(Ct)).ShouldBeNull();
        (await http.Server.GetAsync("/branding")).Body.ShouldContain("Your name goes with you");
    }

    [Theory]
    [InlineData("/branding?lang=da", "Dit navn følger dig")]
    [InlineData("/branding?lang=en", "Your name goes with you")]
    [InlineData("/training/enthusiast?lang=da", "Begejstring smitter")]
    [InlineData("/training/specialist?lang=en", "Expertise is what others cannot write")]
    [InlineData("/training/colleague", "How to do it, in two minutes")]
    public async Task The_pages_for_everybody_are_there_in_both_languages(string url, string words)
    {
        await using var http = await StartAsync();

        (await http.Server.GetAsync(url)).Body.ShouldContain(words);
    }

    [Fact]
    public async Task There_is_training_for_the_three_archetypes_and_for_nobody_else()
    {
        await using var http = await StartAsync();

        (await http.Server.GetAsync("/training/Boss")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await http.Server.GetAsync("/training/0")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Two_colleagues_who_save_at_once_both_count()
    {
        await using var http = await StartAsync();

        await Task.WhenAll(
            PostAsync(http, "why", "why-da=Fordi&why-en=Because"),
            PostAsync(http, "accept-Tips", ""),
            PostAsync(http, "accept-Ease", ""),
            PostAsync(http, "accept-Branding", ""),
            PostAsync(http, "ease", "minutes=60")
        );

        (await http.Server.GetAsync("/programme")).Body.ShouldContain("4 of 8 steps taken");
    }

    private static Task<HttpFixture> StartAsync() =>
        HttpFixture.StartAsync(new World(("Advocacy:Access:ThisMachine", "true")));

    private static async Task<Answer> PostAsync(HttpFixture http, string act, string form) =>
        await http.Server.PostAsync("/programme", $"{CommsAccess.FormField}={await TokenAsync(http)}&act={act}&{form}");

    private static async Task TakeAsync(HttpFixture http, string act, string form)
    {
        var answer = await PostAsync(http, act, form);
        answer.Status.ShouldBe(HttpStatusCode.SeeOther, $"{act}: {form}");
        answer.Location.ShouldBe($"?saved={act}#{ProgrammeActs.IdOf(ProgrammeActs.StepOf(act)!.Value)}");
    }

    private static Task<string> TokenAsync(HttpFixture http) =>
        CommsDoor.FormTokenAsync(http.World.Get<CommsAccess>(), "");
}
