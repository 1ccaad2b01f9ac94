using Advocacy.Digests;
using Advocacy.People;
using Advocacy.Platform.Store;
using Advocacy.Programme;
using Advocacy.Programme.Pulse;
using Advocacy.Programme.Training;
using Advocacy.Tests.Functions;

namespace Advocacy.Tests.Digests;

/// <summary>What the programme puts into the mail: the tip of the week by archetype, and the pulse question, once for each person.</summary>
public sealed class DigestNotesTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_archetype_finds_its_own_tip_of_the_week_in_the_mail_with_the_way_to_more()
    {
        await using var http = await HttpFixture.StartAsync();
        await http.World.AddPostAsync("a");
        foreach (var archetype in Enum.GetValues<Archetype>())
        {
            await http.World.AddReaderAsync(
                $"{archetype}",
                person =>
                    person with
                    {
                        Archetype = archetype,
                        Language = archetype == Archetype.Colleague ? "en" : "da",
                        ReadsLanguages = ["da"],
                    }
            );
        }

        await MailWeekAsync(http);

        var rotation = await http.World.Get<Tips>().ReadAsync(Ct);
        http.World.Mailer.Sent.Count.ShouldBe(3);
        foreach (var archetype in Enum.GetValues<Archetype>())
        {
            var tip = rotation.For("2026-W48", archetype, archetype == Archetype.Colleague ? "en" : "da")!;
            var text = TextTo(http, $"{archetype}");
            text.ShouldContain(tip.Title);
            text.ShouldContain($"/training/{archetype.ToString().ToLowerInvariant()}");
        }
    }

    [Fact]
    public async Task Without_tips_the_mail_has_none()
    {
        await using var http = await HttpFixture.StartAsync();
        await http.World.AddPostAsync("a");
        await http.World.AddReaderAsync("ida");
        await http
            .World.Get<Tips>()
            .SaveAsync(new TipSettings { Id = TipSettings.SettingsId, UseStarterTips = false }, Ct);

        await MailWeekAsync(http);

        TextTo(http, "ida").ShouldNotContain("/training/");
    }

    [Fact]
    public async Task Each_reader_is_asked_once_by_a_link_of_their_own_that_takes_the_answer()
    {
        await using var http = await HttpFixture.StartAsync();
        var world = http.World;
        await world.AddReaderAsync("weekly", one => one with { Language = "en", ReadsLanguages = ["da"] });
        await world.Get<PulseQuestions>().AddAsync(Question(), Ct);
        await world.AddPostAsync("a");
        await MailWeekAsync(http);
        // Somebody who has no digest before the second week.
        await world.AddReaderAsync("late");
        await world.AddPostAsync("b");
        var first = TextTo(http, "weekly");
        world.Mailer.Sent.Clear();
        world.Time.Advance(TimeSpan.FromDays(7));
        await MailWeekAsync(http);

        first.ShouldContain("Is it going well?");
        LinkIn(first).ShouldNotBeNull();
        TextTo(http, "weekly").ShouldNotContain("/pulse/");
        var link = LinkIn(TextTo(http, "late")).ShouldNotBeNull();
        (await http.Server.PostAsync(link, "answer=1")).Location.ShouldBe("?");
        (await http.Server.PostAsync(LinkIn(first)!, "answer=1")).Location.ShouldBe("?");
        (await world.AllAsync<PulseBox>(Containers.Engagements)).ShouldHaveSingleItem().Counts.ShouldBe([0, 2]);
    }

    private static PulseQuestion Question() =>
        new()
        {
            Id = "pulse",
            Question = new LocalText("Går det godt?", "Is it going well?"),
            Answers = [new LocalText("Ja", "Yes"), new LocalText("Nej", "No")],
            FirstEdition = "2026-W48",
            Weeks = 2,
        };

    private static async Task MailWeekAsync(HttpFixture http)
    {
        await http.World.Get<DigestPlanner>().PlanWholeWeekAsync(cancellationToken: Ct);
        await http.DrainAsync();
    }

    /// <summary>The text part as this person has it.</summary>
    private static string TextTo(HttpFixture http, string name)
    {
        var (batch, recipient) = http.World.Mailer.Sent.Single(sent =>
            sent.Recipient.To.Address == $"{name}@acme.example"
        );
        return recipient.Substitutions.Aggregate(batch.Text, (text, pair) => text.Replace(pair.Key, pair.Value));
    }

    private static string? LinkIn(string text) =>
        text.Split([' ', '\n', '\r', '<', '>']).FirstOrDefault(word => word.Contains("/pulse/"));
}
