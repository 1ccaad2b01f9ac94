using System.Net;
using Advocacy.People;
using Advocacy.Platform.Store;
using Advocacy.Programme;
using Advocacy.Programme.Pulse;
using Advocacy.Tests.Functions;
using Advocacy.Tests.Platform;

namespace Advocacy.Tests.Programme.Pulse;

/// <summary>A pulse question from the mail's link to its result.</summary>
public sealed class PulseTests
{
    private const string Id = "00000000000000000000000000000001";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("2026-W47", false)]
    [InlineData("2026-W48", true)]
    [InlineData("2026-W49", true)]
    [InlineData("2026-W50", false)]
    public async Task The_digests_of_its_weeks_ask_it_and_no_others(string edition, bool asked)
    {
        await using var world = await AskAsync(weeks: 2);

        var due = await world.Get<PulseQuestions>().DueAsync(edition, Ct);

        (due?.QuestionId).ShouldBe(asked ? Id : null);
        (due?.Answers.Count ?? 3).ShouldBe(3);
    }

    [Fact]
    public async Task Two_questions_are_never_asked_in_one_edition()
    {
        await using var world = await AskAsync(weeks: 3);
        var questions = world.Get<PulseQuestions>();
        var second = Question() with { Id = Id[..^1] + "2", FirstEdition = "2026-W50" };

        (await questions.AddAsync(second, Ct)).ShouldBeFalse();
        (await questions.AddAsync(second with { FirstEdition = "2026-W51" }, Ct)).ShouldBeTrue();
    }

    [Fact]
    public async Task Showing_the_question_counts_nothing_and_sending_an_answer_counts_it_once()
    {
        await using var http = await HttpFixture.StartAsync(await AskAsync());
        var link = await LinkAsync(http, "ida");

        var shown = await http.Server.GetAsync(link + "?answer=2");
        shown.Body.ShouldContain("Hvordan går det?");
        shown.Body.ShouldContain("value=\"2\" required checked");
        (await http.World.AllAsync<PulseBox>(Containers.Engagements)).ShouldBeEmpty();

        (await http.Server.PostAsync(link, "answer=1")).Status.ShouldBe(HttpStatusCode.SeeOther);
        (await http.Server.PostAsync(link, "answer=0")).Status.ShouldBe(HttpStatusCode.SeeOther);

        (await http.World.AllAsync<PulseBox>(Containers.Engagements)).ShouldHaveSingleItem().Counts.ShouldBe([0, 1, 0]);
        var after = (await http.Server.GetAsync(link)).Body;
        after.ShouldContain("Tak for dit svar");
        after.ShouldNotContain("<form");
    }

    [Theory]
    [InlineData("")]
    [InlineData("answer=3")]
    [InlineData("answer=-1")]
    [InlineData("answer=x")]
    public async Task A_form_without_one_of_the_answers_says_so_and_counts_nothing(string form)
    {
        await using var http = await HttpFixture.StartAsync(await AskAsync());
        var link = await LinkAsync(http, "ida");

        var answer = await http.Server.PostAsync(link, form);

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.Body.ShouldContain("Vælg et svar først.");
        (await http.World.AllAsync<PulseMark>(Containers.Engagements)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_link_of_another_kind_or_person_or_question_is_no_link()
    {
        await using var http = await HttpFixture.StartAsync(await AskAsync());
        var person = await http.World.AddReaderAsync("ida");
        var preferences = http.Links.Preferences(person.Id).Split('/')[^1];

        foreach (
            var link in (string[])
                [
                    $"/pulse/{preferences}",
                    "/pulse/nonsense",
                    http.Links.Pulse(person.Id, "another"),
                    http.Links.Pulse("nobody", Id),
                ]
        )
        {
            (await http.Server.GetAsync(link)).Status.ShouldBe(HttpStatusCode.NotFound);
            (await http.Server.PostAsync(link, "answer=1")).Status.ShouldBe(HttpStatusCode.NotFound);
        }
    }

    [Fact]
    public async Task Nothing_in_the_store_connects_a_person_with_an_answer_or_tells_who_answered_when()
    {
        await using var http = await HttpFixture.StartAsync(await AskAsync());
        var people = new List<Employee>();
        for (var i = 0; i < 6; i++)
        {
            people.Add(await http.World.AddReaderAsync($"reader{i}"));
        }
        var before = http.World.Store.Snapshot();
        foreach (var (i, person) in people.Index())
        {
            http.World.Time.Advance(TimeSpan.FromMinutes(7));
            await http.Server.PostAsync(http.Links.Pulse(person.Id, Id), $"answer={i % 3}");
        }

        var written = http.World.Store.Snapshot().Where(one => !before.ContainsKey(one.Key)).ToList();

        written.Count.ShouldBe(7, "six marks and one box, and nothing else");
        foreach (var (key, value) in written)
        {
            people.ShouldAllBe(person => !(key + value).Contains(person.Id) && !(key + value).Contains(person.Address));
            // No instant: all marks look alike but for their ids.
            value.ShouldNotContain("2026-11-2");
        }
        var marks = written.Where(one => one.Value.Contains("PulseMark")).ToList();
        marks.ShouldAllBe(mark => !mark.Value.Contains("answer") && !mark.Value.Contains("counts"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Everyone_who_answers_in_the_same_moment_is_counted_exactly_once(int seed)
    {
        await using var world = await AskAsync();
        var steps = new Interleaving(seed);
        await using var busy = new World { StoreUsed = new InTurn(steps).Around(world.Store) };
        var question = (await world.Get<PulseQuestions>().FindAsync(Id, Ct))!;
        var outcomes = new List<PulseOutcome>();

        // Each of thirty sends twice, and every call of theirs to the store may come between the calls of others.
        steps.Run(
            Enumerable
                .Range(0, 60)
                .Select(i =>
                    (Func<Task>)(
                        async () =>
                            outcomes.Add(
                                await busy.Get<PulseAnswers>().GiveAsync(question, $"person{i / 2}", i / 2 % 3, Ct)
                            )
                    )
                )
        );

        outcomes.Count(outcome => outcome == PulseOutcome.Taken).ShouldBe(30);
        outcomes.Count(outcome => outcome == PulseOutcome.AnsweredBefore).ShouldBe(30);
        var boxes = await world.AllAsync<PulseBox>(Containers.Engagements);
        boxes.Count.ShouldBeGreaterThan(1);
        Enumerable.Range(0, 3).Select(answer => boxes.Sum(box => box.Counts[answer])).ShouldBe([10, 10, 10]);
        (await world.AllAsync<PulseMark>(Containers.Engagements)).Count.ShouldBe(30);
    }

    [Fact]
    public async Task The_result_is_counted_once_when_the_question_closes_and_marks_and_boxes_go()
    {
        await using var http = await HttpFixture.StartAsync(await AskAsync());
        var link = "";
        for (var i = 0; i < 13; i++)
        {
            link = await LinkAsync(http, $"reader{i}");
            await http.Server.PostAsync(link, $"answer={(i < 8 ? 0 : i < 12 ? 1 : 2)}");
        }
        var closing = http.World.Get<PulseClosing>();

        (await closing.CloseAllAsync(Ct)).ShouldBe(0);
        (await http.Server.GetAsync(link)).Body.ShouldContain("14. december 2026");
        // Asked in week 48, open for two weeks more.
        http.World.Time.SetUtcNow(new DateTimeOffset(2026, 12, 14, 3, 41, 0, TimeSpan.Zero));
        (await closing.CloseAllAsync(Ct)).ShouldBe(1);
        (await closing.CloseAllAsync(Ct)).ShouldBe(0);

        var result = (await http.World.Get<PulseQuestions>().FindAsync(Id, Ct))!.Result.ShouldNotBeNull();
        result.Groups.Select(group => (string.Join('+', group.Answers), group.Count)).ShouldBe([("0", 8), ("1+2", 5)]);
        (await http.World.AllAsync<PulseBox>(Containers.Engagements)).ShouldBeEmpty();
        (await http.World.AllAsync<PulseMark>(Containers.Engagements)).ShouldBeEmpty();
        var page = (await http.Server.GetAsync(link)).Body;
        page.ShouldContain("Spørgsmålet er lukket");
        page.ShouldContain("8 (62 %)");
        page.ShouldNotContain("<form");
    }

    [Fact]
    public async Task An_answer_after_the_end_is_not_taken_and_of_too_few_nothing_is_kept()
    {
        await using var http = await HttpFixture.StartAsync(await AskAsync());
        for (var i = 0; i < 4; i++)
        {
            await http.Server.PostAsync(await LinkAsync(http, $"reader{i}"), "answer=1");
        }
        var late = await LinkAsync(http, "late");
        http.World.Time.SetUtcNow(new DateTimeOffset(2026, 12, 14, 0, 0, 0, TimeSpan.Zero));

        await http.Server.PostAsync(late, "answer=1");
        http.World.Time.Advance(TimeSpan.FromHours(4));
        await http.World.Get<PulseClosing>().CloseAllAsync(Ct);

        (await http.World.Get<PulseQuestions>().FindAsync(Id, Ct))!.Result!.Groups.ShouldBeEmpty();
        http.World.Store.Snapshot().Values.ShouldAllBe(json => !json.Contains("\"counts\""));
        (await http.Server.GetAsync(late)).Body.ShouldContain("Færre end 5 svarede");
    }

    private static async Task<World> AskAsync(int weeks = 1)
    {
        var world = await new World().WithCompanyAsync();
        (await world.Get<PulseQuestions>().AddAsync(Question() with { Weeks = weeks }, Ct)).ShouldBeTrue();
        return world;
    }

    private static PulseQuestion Question() =>
        new()
        {
            Id = Id,
            Question = new LocalText("Hvordan går det?", "How is it going?"),
            Answers =
            [
                new LocalText("Godt", "Well"),
                new LocalText("Så som så", "So so"),
                new LocalText("Skidt", "Badly"),
            ],
            FirstEdition = "2026-W48",
        };

    private static async Task<string> LinkAsync(HttpFixture http, string name) =>
        http.Links.Pulse((await http.World.AddReaderAsync(name)).Id, Id);

    /// <summary>Lets others go first before each call.</summary>
    private sealed class InTurn(Interleaving steps) : PortCalls
    {
        protected override async Task<T> CallAsync<T>(Func<Task<T>> call, PortCall what)
        {
            await steps.StepAsync();
            return await call();
        }
    }
}
