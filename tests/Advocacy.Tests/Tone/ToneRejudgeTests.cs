using Advocacy.Content;
using Advocacy.Digests;
using Advocacy.Functions;
using Advocacy.Platform.Queue;
using Advocacy.Platform.Store;
using Advocacy.Tests.Platform;
using Advocacy.Tests.Platform.Telemetry;
using Advocacy.Tone;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using static Advocacy.Tests.Tone.TestPosts;

namespace Advocacy.Tests.Tone;

public sealed class ToneRejudgeTests
{
    private static readonly TonePolicyOptions Merger = WithTopic("merger", "fusion*");

    private readonly InMemoryDocumentStore _store = new(TimeProvider.System);
    private readonly InMemoryWorkQueue _queue = new(TimeProvider.System);
    private readonly CountingAnalyzer _analyzer = new();

    [Fact]
    public async Task A_stricter_policy_holds_what_it_now_forbids_without_asking_the_analyser()
    {
        await JudgedAsync("p1", "Fusionen er på plads");
        await JudgedAsync("p2", "Ny fabrik i Odense");
        var asked = _analyzer.Calls;

        var report = await RejudgeAsync(Merger);

        report.ShouldBe(new RejudgeReport { NowHeld = 1, Same = 1 });
        _analyzer.Calls.ShouldBe(asked);
        var held = await PostAsync("p1");
        held.Status.ShouldBe(PostStatus.Held);
        held.Verdict!.Reasons.ShouldHaveSingleItem().Rule.ShouldBe("topic:merger");
        (await PostAsync("p2")).Verdict!.PolicyVersion.ShouldBe(Policy(Merger).Version);
    }

    [Fact]
    public async Task A_milder_policy_frees_what_it_now_allows_by_the_stored_reading()
    {
        await JudgedAsync("p1", "Det er en katastrofe og en skandale");
        (await PostAsync("p1")).Status.ShouldBe(PostStatus.Held);

        var report = await RejudgeAsync(
            new()
            {
                MaxNegativeSentences = 5,
                MaximumNegative = 1,
                MinimumScore = -1,
            }
        );

        report.NowReady.ShouldBe(1);
        (await PostAsync("p1")).Status.ShouldBe(PostStatus.Ready);
        _analyzer.Calls.ShouldBe(1);
    }

    [Theory]
    [InlineData("Stem på os", PostStatus.Ready)]
    [InlineData("Fusionen er på plads", PostStatus.Rejected)]
    [InlineData("Fusionen er på plads", PostStatus.Withdrawn)]
    [InlineData("Fusionen er på plads", PostStatus.Held)]
    public async Task What_a_person_decided_stays(string title, PostStatus decided)
    {
        await JudgedAsync("p1", title);
        await _store.UpsertAsync(Containers.Posts, await PostAsync("p1") with { Status = decided }, Cancel);

        (await RejudgeAsync(Merger)).ShouldBe(new RejudgeReport { DecidedByPerson = 1 });

        (await PostAsync("p1")).Status.ShouldBe(decided);
    }

    [Fact]
    public async Task A_post_whose_texts_changed_after_they_were_read_goes_to_the_gate_and_to_nobody_else()
    {
        await JudgedAsync("p1", "Ny fabrik i Odense");
        await _store.UpsertAsync(
            Containers.Posts,
            await PostAsync("p1") with
            {
                Title = "Det er en katastrofe",
            },
            Cancel
        );

        (await RejudgeAsync(Merger)).ReadAnew.ShouldBe(1);

        (await PostAsync("p1")).Status.ShouldBe(PostStatus.New);
        (await _queue.ReceiveAsync(Queues.Tone, 32, TimeSpan.FromMinutes(1), Cancel))
            .ShouldHaveSingleItem()
            .Body.ShouldBe(ToneGate.MessageFor("p1"));
        // A crash before the message: the next run sends it.
        (await RejudgeAsync(Merger)).ReadAnew.ShouldBe(1);
        await GateAsync("p1");
        (await PostAsync("p1")).Status.ShouldBe(PostStatus.Held);
    }

    [Fact]
    public async Task A_policy_that_has_judged_all_looks_at_no_post_again()
    {
        await JudgedAsync("p1", "Fusionen er på plads");
        (await Rejudge(Merger).IfPolicyChangedAsync(Cancel)).NowHeld.ShouldBe(1);
        var before = _store.Snapshot();

        (await Rejudge(Merger).IfPolicyChangedAsync(Cancel)).ShouldBe(new RejudgeReport());

        _store.Snapshot().ShouldBe(before);
        (await Rejudge(new()).IfPolicyChangedAsync(Cancel)).NowReady.ShouldBe(1);
    }

    [Fact]
    public async Task Digests_are_planned_by_the_policy_of_now()
    {
        await using var world = await new World(("Advocacy:Tone:Topics:merger:Words:0", "fusion*")).WithCompanyAsync();
        var post = await world.AddPostAsync(
            "merger",
            with: post =>
                post with
                {
                    Title = "Fusionen er på plads",
                    Tone = Reading(),
                    Verdict = new ToneVerdict(ToneOutcome.Ready, [], "earlier"),
                }
        );

        await new PlanDigests(world.Get<DigestPlanner>(), world.Get<ToneRejudge>()).RunAsync(new TimerInfo(), Cancel);

        (await world.Store.ReadAsync<Post>(Containers.Posts, post.Id, post.Id, Cancel))!.Value.Status.ShouldBe(
            PostStatus.Held
        );
    }

    private async Task JudgedAsync(string id, string title)
    {
        await _store.UpsertAsync(Containers.Posts, Post(title) with { Id = id }, Cancel);
        await GateAsync(id);
    }

    private async Task GateAsync(string id) =>
        (
            await new ToneGate(
                _store,
                new ToneReadings(_store, _analyzer, new ContentOptions()),
                Policy(new()),
                Meters.Unheard(),
                NullLogger<ToneGate>.Instance
            ).JudgeAsync(ToneGate.MessageFor(id), Cancel)
        ).ShouldBeOfType<ToneGateResult.Judged>();

    private Task<RejudgeReport> RejudgeAsync(TonePolicyOptions options) => Rejudge(options).AllAsync(Cancel);

    private ToneRejudge Rejudge(TonePolicyOptions options) =>
        new(_store, _queue, Policy(options), Meters.Unheard(), TimeProvider.System, NullLogger<ToneRejudge>.Instance);

    private static TonePolicy Policy(TonePolicyOptions options) => new(Options.Create(options));

    private static TonePolicyOptions WithTopic(string name, string word)
    {
        var options = new TonePolicyOptions();
        options.Topics[name] = new BlockedTopic { Words = { word } };
        return options;
    }

    private async Task<Post> PostAsync(string id) =>
        (await _store.ReadAsync<Post>(Containers.Posts, id, id, Cancel))!.Value;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
