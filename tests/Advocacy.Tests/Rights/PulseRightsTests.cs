using Advocacy.Platform.Store;
using Advocacy.Programme;
using Advocacy.Programme.Pulse;

namespace Advocacy.Tests.Rights;

/// <summary>What is on record of somebody who answered a pulse question: that they did, while it is open, and nothing else.</summary>
public sealed class PulseRightsTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_person_can_see_that_they_answered_and_nobody_what()
    {
        await using var http = await SampleCompany.StartAsync();
        var person = await SampleCompany.SomebodyAsync(http);
        await AnswerAsync(http.World, person.Id);

        var data = (await http.Server.GetAsync($"{http.Links.Preferences(person.Id)}/data")).Body;
        var json = (await http.Server.GetAsync($"{http.Links.Preferences(person.Id)}/data.json")).Body;

        data.ShouldContain(person.Language == "da" ? "Du har svaret på et spørgsmål" : "You answered a question");
        json.ShouldContain("\"type\": \"PulseMark\"");
        json.ShouldNotContain("PulseBox");
    }

    [Fact]
    public async Task Erasing_somebody_takes_the_mark_and_leaves_the_count()
    {
        await using var http = await SampleCompany.StartAsync();
        var person = await SampleCompany.SomebodyAsync(http);
        await AnswerAsync(http.World, person.Id);
        await AnswerAsync(http.World, "somebody else");

        await http.Server.PostAsync($"{http.Links.Preferences(person.Id)}/erase", "sure=yes");

        (await http.World.AllAsync<PulseMark>(Containers.Engagements)).Count.ShouldBe(1);
        (await http.World.AllAsync<PulseBox>(Containers.Engagements)).ShouldHaveSingleItem().Counts.ShouldBe([0, 2]);
    }

    /// <summary>Answers the sample question, which is asked first where it is not there yet.</summary>
    internal static async Task AnswerAsync(World world, string employeeId)
    {
        var question = new PulseQuestion
        {
            Id = "pulse",
            Question = new LocalText("Går det?", "Well?"),
            Answers = [new LocalText("Ja", "Yes"), new LocalText("Nej", "No")],
            FirstEdition = "2026-W48",
        };
        await world.Get<PulseQuestions>().AddAsync(question, Cancel);
        (await world.Get<PulseAnswers>().GiveAsync(question, employeeId, 1, Cancel)).ShouldBe(PulseOutcome.Taken);
    }
}
