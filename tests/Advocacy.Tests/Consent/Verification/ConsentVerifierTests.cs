using System.Text.Json.Nodes;
using Advocacy.Consent;
using Advocacy.Consent.Verification;
using Advocacy.Platform.Store;
using Advocacy.Tests.Platform;
using FsCheck;
using FsCheck.Fluent;
using static Advocacy.Tests.Consent.Verification.Tampering;

namespace Advocacy.Tests.Consent.Verification;

/// <summary>Whatever somebody does to the documents of a ledger is found, and named by person, event and kind.</summary>
public sealed class ConsentVerifierTests
{
    private const string Who = LedgerFixture.Who;
    private static readonly ConsentPurpose[] s_purposes = Enum.GetValues<ConsentPurpose>();

    // Not what happened: the first two are the document's place, and the last two say how long it is kept and what it is.
    private static readonly string[] s_places = ["id", "employeeId", "ttl", "type"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_ledger_as_it_was_written_is_whole()
    {
        var fixture = await FiveEventsAsync();
        await fixture.GiveAsync(who: "somebody else");

        var found = await fixture.VerifyAsync();

        found.Breaks.ShouldBeEmpty();
        (found.People, found.Events, found.Unchained, found.BreakCount).ShouldBe((2, 6, 0, 0));
    }

    [Fact]
    public void Any_change_of_any_field_of_any_event_is_found_at_that_event()
    {
        var fields = Json(new LedgerFixture()).Where(name => !s_places.Contains(name)).ToArray();
        fields.Length.ShouldBe(12);
        var change =
            from steps in Gen.Choose(1, 6)
            from at in Gen.Choose(1, steps)
            from field in Gen.Elements(fields)
            from kind in Gen.Choose(0, 3)
            select (steps, at, field, kind);

        Prop.ForAll(
                change.ToArbitrary(),
                one => IsFoundAsync(one.steps, one.at, one.field, one.kind).GetAwaiter().GetResult()
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(400));
    }

    [Theory]
    [InlineData(1, "1 Missing")]
    [InlineData(3, "3 Missing")]
    [InlineData(5, "5 Missing")]
    public async Task A_deleted_event_is_missed(int sequence, string named)
    {
        var fixture = await FiveEventsAsync();

        await DeleteAsync(fixture, sequence);

        (await fixture.BreaksAsync()).ShouldBe([named]);
    }

    [Fact]
    public async Task Several_events_cut_off_at_the_end_are_missed()
    {
        var fixture = await FiveEventsAsync();

        await DeleteAsync(fixture, 4);
        await DeleteAsync(fixture, 5);

        (await fixture.BreaksAsync()).ShouldBe(["4 Missing"]);
    }

    [Fact]
    public async Task Events_cut_off_are_missed_although_the_state_was_set_back_too()
    {
        var fixture = await FiveEventsAsync();
        await DeleteAsync(fixture, 5);
        Tamper(fixture, CurrentConsent.CurrentId, state => state["sequence"] = 4);

        (await fixture.BreaksAsync()).ShouldContain("4 Changed", "the state's hash is not that of the fourth event");
    }

    [Fact]
    public async Task Two_events_that_changed_places_are_found()
    {
        var fixture = await FiveEventsAsync();
        var (second, third) = (Read(fixture, 2), Read(fixture, 3));

        Tamper(fixture, 2, one => Become(one, third));
        Tamper(fixture, 3, one => Become(one, second));

        var breaks = await fixture.BreaksAsync();
        breaks.ShouldContain("2 Reordered");
        breaks.ShouldContain("3 Reordered");
    }

    [Fact]
    public async Task Two_events_that_changed_places_and_numbers_are_found()
    {
        var fixture = await FiveEventsAsync();
        var (second, third) = (Read(fixture, 2), Read(fixture, 3));

        Tamper(fixture, 2, one => Become(one, third, sequence: 2));
        Tamper(fixture, 3, one => Become(one, second, sequence: 3));

        var breaks = await fixture.BreaksAsync();
        breaks.ShouldContain("3 Reordered", "it carries the hash of the first");
        breaks.ShouldContain("2 Changed");
    }

    [Theory]
    [InlineData("purposes", """{"DigestEmail":"Given"}""")]
    [InlineData("purposes", """{"Newsletter":"Given"}""")]
    [InlineData("wordings", """{"DigestEmail":"2025-1"}""")]
    [InlineData("sequence", "4")]
    [InlineData("sequence", "6")]
    [InlineData("schema", "1")]
    [InlineData("lastHash", "null")]
    [InlineData("keptUntil", "\"2026-11-24T00:00:00Z\"")]
    public async Task A_state_that_was_changed_disagrees_with_its_events(string field, string value)
    {
        var fixture = await FiveEventsAsync();

        Tamper(fixture, CurrentConsent.CurrentId, state => state[field] = JsonNode.Parse(value));

        (await fixture.BreaksAsync()).ShouldContain("5 StateDisagrees");
    }

    [Fact]
    public async Task Where_state_and_last_event_name_different_hashes_the_last_event_is_in_doubt()
    {
        var fixture = await FiveEventsAsync();

        Tamper(fixture, CurrentConsent.CurrentId, state => state["lastHash"] = "00");

        (await fixture.BreaksAsync()).ShouldBe(["5 Changed"]);
    }

    [Fact]
    public async Task A_deleted_state_is_missed_and_so_is_everything_but_the_state()
    {
        var fixture = await FiveEventsAsync();
        await fixture.GiveAsync(who: "other");
        await fixture.Store.DeleteAsync(Containers.Consents, Who, CurrentConsent.CurrentId, Cancel);
        (await fixture.BreaksAsync()).ShouldBe(["5 StateDisagrees"]);

        var onlyState = await FiveEventsAsync();
        for (var i = 1; i <= 5; i++)
        {
            await DeleteAsync(onlyState, i);
        }
        (await onlyState.BreaksAsync()).ShouldBe(["1 Missing"]);
    }

    [Fact]
    public async Task An_event_under_an_id_that_is_none_of_ours_is_found()
    {
        var fixture = await FiveEventsAsync();
        var foreign = (await fixture.HistoryAsync())[1] with { Id = "000002b" };

        await fixture.Store.UpsertAsync(Containers.Consents, foreign, Cancel);

        (await fixture.BreaksAsync()).ShouldBe(["2 Changed"]);
    }

    [Fact]
    public async Task An_event_that_nobody_can_read_is_named_and_the_rest_is_looked_at()
    {
        var fixture = await FiveEventsAsync();

        Tamper(fixture, 2, one => one["purpose"] = "Newsletter");
        Tamper(fixture, 4, one => one["channel"] = "elsewhere");

        (await fixture.BreaksAsync()).ShouldBe(["2 Changed", "4 Changed"]);
    }

    [Fact]
    public async Task An_event_of_somebody_else_is_found()
    {
        var fixture = await FiveEventsAsync();
        await fixture.GiveAsync(who: "other");
        var foreign = (await fixture.HistoryAsync("other"))[0];

        // The same decision at the same place, copied over with its hash and all.
        Tamper(fixture, 1, one => Become(one, foreign, who: Who));

        (await fixture.BreaksAsync()).ShouldContain("1 Changed");
    }

    [Fact]
    public async Task Events_from_before_the_chain_are_counted_and_protected_by_what_follows_them()
    {
        var fixture = new LedgerFixture();
        await fixture.WriteUnchainedAsync(ConsentAction.Given, ConsentAction.Withdrawn, ConsentAction.Given);
        (await fixture.BreaksAsync()).ShouldBeEmpty();

        await fixture.WithdrawAsync();
        await fixture.GiveAsync();

        var found = await fixture.VerifyAsync();
        found.Breaks.ShouldBeEmpty();
        (found.Events, found.Unchained, found.PeopleUnchained).ShouldBe((5, 3, 1));
        (await fixture.HistoryAsync()).Select(one => one.Schema).ShouldBe([1, 1, 1, 2, 2]);

        Tamper(fixture, 1, one => one["channel"] = "elsewhere");
        (await fixture.BreaksAsync()).ShouldBe(
            ["3 Changed"],
            "the chain begins after the third; one of them is not what it was"
        );
    }

    [Fact]
    public async Task An_event_cannot_pass_for_one_from_before_the_chain()
    {
        var fixture = await FiveEventsAsync();

        Tamper(
            fixture,
            3,
            one =>
            {
                one["schema"] = 1;
                one.AsObject().Remove("previousHash");
                one["channel"] = "elsewhere";
            }
        );

        (await fixture.BreaksAsync()).ShouldBe(["3 Changed"]);
    }

    [Fact]
    public async Task Decisions_that_are_made_meanwhile_are_no_breaks()
    {
        var fixture = new LedgerFixture();
        for (var i = 0; i < 20; i++)
        {
            await fixture.GiveAsync(who: $"p{i}");
        }
        var calls = 0;
        // After each call of the verifier to the store, somebody whom it may just be reading decides.
        var store = new Deciding(async () =>
        {
            calls++;
            await fixture.DecideAsync(
                calls % 2 == 0 ? ConsentAction.Given : ConsentAction.Withdrawn,
                who: $"p{calls / 2 % 20}"
            );
        }).Around(fixture.Store);

        var found = await new ConsentVerifier(store, fixture.Wordings).VerifyAsync(cancellationToken: Cancel);

        found.Breaks.ShouldBeEmpty();
        found.People.ShouldBe(20);
        calls.ShouldBeGreaterThan(60);
    }

    [Fact]
    public async Task More_breaks_than_are_named_are_counted()
    {
        var fixture = new LedgerFixture();
        for (var i = 0; i < ConsentVerifier.MostNamed + 10; i++)
        {
            await fixture.GiveAsync(who: $"p{i}");
            fixture.Store.Tamper(
                Containers.Consents,
                $"p{i}",
                "000001",
                json => json.Replace("confirm-page", "elsewhere", StringComparison.Ordinal)
            );
        }

        var found = await fixture.VerifyAsync();

        found.BreakCount.ShouldBe(ConsentVerifier.MostNamed + 10);
        found.Breaks.Count.ShouldBe(ConsentVerifier.MostNamed);
    }

    private static async Task<bool> IsFoundAsync(int steps, int at, string field, int kind)
    {
        var fixture = new LedgerFixture();
        for (var i = 0; i < steps; i++)
        {
            await fixture.DecideAsync(
                i / s_purposes.Length % 2 == 0 ? ConsentAction.Given : ConsentAction.Withdrawn,
                s_purposes[i % s_purposes.Length]
            );
        }
        (await fixture.BreaksAsync()).ShouldBeEmpty();
        Tamper(fixture, at, one => one[field] = Other(field, one[field], kind));

        var breaks = await fixture.BreaksAsync();
        return breaks.Any(one => one.StartsWith($"{at} ", StringComparison.Ordinal))
            && breaks.All(one =>
                one.StartsWith($"{at} ", StringComparison.Ordinal)
                || one == $"{steps} {nameof(ChainBreakKind.StateDisagrees)}"
            );
    }

    /// <summary>Another value of the field: of its own kind, one that it cannot have, a number or nothing.</summary>
    private static JsonNode? Other(string field, JsonNode? value, int kind) =>
        (field, kind) switch
        {
            ("sequence" or "schema", _) => value!.GetValue<int>() + 1 + kind,
            ("at", 0) => "2026-11-23T08:00:00.001Z",
            ("at", _) => $"2026-11-23T08:00:00.00000{kind}Z",
            ("purpose", 0) => nameof(ConsentPurpose.ShareStatistics) == value!.GetValue<string>()
                ? nameof(ConsentPurpose.DigestEmail)
                : nameof(ConsentPurpose.ShareStatistics),
            ("action", 0) => nameof(ConsentAction.Given) == value!.GetValue<string>()
                ? nameof(ConsentAction.Withdrawn)
                : nameof(ConsentAction.Given),
            ("cause", 0) => nameof(ConsentCause.Roster),
            (_, 1) => 99,
            (_, 2) => null,
            _ => $"{value}x",
        };

    private static List<string> Json(LedgerFixture fixture)
    {
        fixture.GiveAsync().GetAwaiter().GetResult();
        return Read(fixture, 1).AsObject().Select(field => field.Key).ToList();
    }

    private static async Task<LedgerFixture> FiveEventsAsync()
    {
        var fixture = new LedgerFixture();
        await fixture.GiveAsync();
        await fixture.GiveAsync(ConsentPurpose.ClickMeasurement);
        await fixture.WithdrawAsync();
        await fixture.GiveAsync(ConsentPurpose.ShareStatistics);
        await fixture.WithdrawAsync(ConsentPurpose.ShareStatistics);
        return fixture;
    }

    private sealed class Deciding(Func<Task> decide) : PortCalls
    {
        private readonly Lock _lock = new();
        private Task _last = Task.CompletedTask;

        protected override async Task<T> CallAsync<T>(Func<Task<T>> call, PortCall what)
        {
            var result = await call();
            Task mine;
            lock (_lock)
            {
                // One after the other, in the order of the calls.
                mine = _last = AfterAsync(_last);
            }
            await mine;
            return result;
        }

        private async Task AfterAsync(Task before)
        {
            await before;
            await decide();
        }
    }
}
