using System.Text.Json.Nodes;
using Advocacy.Local;
using Advocacy.Local.Weeks;
using Advocacy.People;
using Advocacy.Programme.Goals;
using Advocacy.Programme.Pulse;
using Advocacy.Programme.Training;

namespace Advocacy.Tests.Local;

/// <summary>Why the company shares, and its guidelines, in a company folder.</summary>
public sealed class CompanyProgrammeTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Why_and_guidelines_are_read_in_both_languages()
    {
        _folder.Write("regler.txt", "Vær venlig\r\nAltid.\r\n");
        _folder.Write("rules.txt", "Be kind\nAlways.\n");

        var folder = Load(
            """
            "why": { "da": "Fordi.\n\nDerfor.", "en": "Because." },
            "guidelines": { "version": "2026-3", "da": "regler.txt", "en": "rules.txt" }
            """
        );

        folder.Profile.Why.ShouldBe(new("Fordi.\n\nDerfor.", "Because."));
        folder.Guidelines.ShouldNotBeNull().Version.ShouldBe("2026-3");
        folder.Guidelines.Text.ShouldBe(new("Vær venlig\nAltid.", "Be kind\nAlways."));
    }

    [Fact]
    public void Closing_days_goals_tips_and_a_question_are_read()
    {
        var folder = Load(
            """
            "closingDays": ["2026-12-28", "2026-12-31"],
            "goals": [{ "metric": "Shares", "target": 40, "period": "Quarter" }],
            "tips": [{ "title": { "da": "Råd", "en": "Tip" }, "text": { "da": "Gør det", "en": "Do it" }, "for": ["Colleague"] }],
            "pulse": { "question": { "da": "Går det?", "en": "Well?" }, "weeks": 3,
                       "answers": [{ "da": "Ja", "en": "Yes" }, { "da": "Nej", "en": "No" }] }
            """
        );

        folder.Profile.ClosingDays.ShouldBe([new DateOnly(2026, 12, 28), new DateOnly(2026, 12, 31)]);
        folder.Programme.Goals.ShouldBe([(GoalMetric.Shares, 40, GoalPeriod.Quarter)]);
        var tip = folder.Programme.Tips.ShouldHaveSingleItem();
        (tip.Title, tip.Text, tip.For).ShouldBe((new("Råd", "Tip"), new("Gør det", "Do it"), tip.For));
        tip.For.ShouldBe([Archetype.Colleague]);
        var pulse = folder.Programme.Pulse.ShouldNotBeNull();
        (pulse.Question.Da, pulse.Answers.Count, pulse.Weeks).ShouldBe(("Går det?", 2, 3));
    }

    [Fact]
    public async Task Loading_a_folder_again_undoes_nothing_that_the_comms_team_changed()
    {
        await using var world = await new World().WithCompanyAsync();
        var loader = new ProgrammeLoader(world.Get<GoalTargets>(), world.Get<Tips>(), world.Store, world.Time);
        var sample = CompanyFolder.Sample().Programme;
        await loader.LoadAsync(sample, Ct);
        await world.Get<GoalTargets>().SetAsync(GoalMetric.Participation, 55, GoalPeriod.Month, Ct);
        var before = world.Store.Snapshot();
        world.Time.Advance(TimeSpan.FromDays(8));

        await loader.LoadAsync(sample, Ct);

        world.Store.Snapshot().ShouldBe(before);
        (await world.Get<PulseQuestions>().DueAsync("2026-W49", Ct)).ShouldNotBeNull().Answers.Count.ShouldBe(4);
        (await world.Get<Tips>().OwnAsync(Ct))
            .Select(tip => tip.Title.Da)
            .ShouldBe(["Spørg Mette om billeder", "Tal uden forbehold er halve tal"]);
    }

    [Fact]
    public void A_company_need_not_have_either()
    {
        var folder = Load("\"country\": \"DK\"");

        folder.Profile.Why.ShouldBeNull();
        folder.Guidelines.ShouldBeNull();
        folder.Profile.ClosingDays.ShouldBeEmpty();
        (folder.Programme.Goals.Count, folder.Programme.Tips.Count, folder.Programme.Pulse).ShouldBe((0, 0, null));
    }

    [Theory]
    [InlineData("\"why\": \"Because.\"", "why: got \"Because.\", takes an object with da and en")]
    [InlineData("\"why\": { \"da\": \"Fordi.\" }", "why.en: is missing")]
    [InlineData(
        "\"why\": { \"da\": \"Fordi.\", \"en\": \"\" }",
        "why.en: got \"\", takes text of 1 to 2000 characters"
    )]
    [InlineData("\"guidelines\": { \"da\": \"no.txt\", \"en\": \"no.txt\" }", "guidelines.version: is missing")]
    [InlineData("\"guidelines\": { \"version\": \"1\" }", "guidelines.da: is missing")]
    [InlineData(
        "\"guidelines\": { \"version\": \"1\", \"da\": \"../x\", \"en\": \"no.txt\" }",
        "guidelines.da: got \"../x\""
    )]
    [InlineData("\"closingDays\": [\"28/12\"]", "closingDays[0]: got \"28/12\", takes a day such as \"2026-12-28\"")]
    [InlineData(
        "\"goals\": [{ \"metric\": \"Likes\", \"target\": 1, \"period\": \"Month\" }]",
        "goals[0].metric: got \"Likes\", takes one of Participation"
    )]
    [InlineData(
        "\"goals\": [{ \"metric\": \"Participation\", \"target\": 101, \"period\": \"Month\" }]",
        "goals[0].target: got 101, takes a whole number from 1 to 100"
    )]
    [InlineData("\"goals\": [{ \"metric\": \"Shares\", \"period\": \"Month\" }]", "goals[0].target: is missing")]
    [InlineData("\"tips\": [{ \"title\": { \"da\": \"A\", \"en\": \"B\" } }]", "tips[0].text: is missing")]
    [InlineData("\"tips\": [{ \"title\": \"A\" }]", "tips[0].title: got \"A\", takes an object with da and en")]
    [InlineData(
        "\"pulse\": { \"question\": { \"da\": \"A\", \"en\": \"B\" }, \"answers\": [] }",
        "pulse.answers: got 0, takes 2 to 5"
    )]
    public void A_fault_is_named_with_what_it_takes(string fields, string fault) =>
        Should.Throw<InvalidDataException>(() => Load(fields)).Message.ShouldContain(fault);

    [Fact]
    public void The_sample_has_both_in_both_languages()
    {
        var sample = CompanyFolder.Sample();

        sample.Profile.Why.ShouldNotBeNull().Da.ShouldNotBe(sample.Profile.Why.En);
        var guidelines = sample.Guidelines.ShouldNotBeNull();
        guidelines.Text.Da.Split("\n\n").Length.ShouldBe(guidelines.Text.En.Split("\n\n").Length);
        guidelines.Examples.ShouldNotBeNull().Da.ShouldNotBe(guidelines.Examples.En);
        sample.Programme.Goals.Count.ShouldBe(2);
        sample.Programme.Tips.Count.ShouldBe(2);
        sample.Programme.Pulse.ShouldNotBeNull();
    }

    private CompanyFolder Load(string fields)
    {
        var text =
            "{ \"name\": \"A\", \"senderAddress\": \"a@example.com\", \"senderName\": \"A\", \"replyAddress\": \"a@example.com\", "
            + fields
            + "}";
        JsonNode.Parse(text).ShouldNotBeNull();
        _folder.Write(CompanyFolder.FileName, text);
        return CompanyFolder.Load(_folder.Path);
    }
}
