using Advocacy.Consent;
using Advocacy.Platform.Store;
using Microsoft.Extensions.Time.Testing;

namespace Advocacy.Tests.Consent;

public sealed class ConsentLedgerTests
{
    private const string Who = "8d5e957f297893487bd98fa830fa6413";
    private const ConsentPurpose Digest = ConsentPurpose.DigestEmail;
    private static readonly DateTimeOffset s_now = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);

    private readonly FakeStore _store = new();
    private readonly FakeTimeProvider _time = new(s_now);
    private readonly ConsentWordings _wordings = new();
    private readonly ConsentLedger _ledger;

    public ConsentLedgerTests() => _ledger = new ConsentLedger(_store, _wordings, _time);

    [Fact]
    public async Task Nobody_has_consented_until_they_did()
    {
        var current = await _ledger.CurrentAsync(Who, Cancel);

        current.Purposes.ShouldBeEmpty();
        current.Sequence.ShouldBe(0);
        (await _ledger.AllowsAsync(Who, Digest, Cancel)).ShouldBeFalse();
        (await HistoryAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_consent_is_on_record_with_its_evidence()
    {
        (await RecordAsync(ConsentAction.Given, "confirm-page", language: "en")).ShouldBeTrue();

        var given = (await HistoryAsync()).ShouldHaveSingleItem();
        given.ShouldBe(
            new ConsentEvent
            {
                Id = "000001",
                Schema = 2,
                EmployeeId = Who,
                Purpose = Digest,
                Action = ConsentAction.Given,
                Sequence = 1,
                WordingVersion = "2026-1",
                WordingHash = _wordings.Find("2026-1", Digest, "en")!.Hash,
                Language = "en",
                Channel = "confirm-page",
                At = s_now,
                PreviousHash = ConsentChain.StartOf(Who),
            }
        );
        (await _ledger.AllowsAsync(Who, Digest, Cancel)).ShouldBeTrue();
        (await _ledger.AllowsAsync(Who, ConsentPurpose.ClickMeasurement, Cancel)).ShouldBeFalse();
    }

    [Fact]
    public async Task What_holds_already_is_not_recorded_again()
    {
        (await RecordAsync(ConsentAction.Given)).ShouldBeTrue();
        (await RecordAsync(ConsentAction.Given)).ShouldBeFalse();
        (await RecordAsync(ConsentAction.Withdrawn)).ShouldBeTrue();
        (await RecordAsync(ConsentAction.Withdrawn)).ShouldBeFalse();

        (await HistoryAsync()).Select(e => e.Action).ShouldBe([ConsentAction.Given, ConsentAction.Withdrawn]);
    }

    [Fact]
    public async Task A_no_of_somebody_who_never_decided_is_on_record_too()
    {
        (await RecordAsync(ConsentAction.Withdrawn, "one-click")).ShouldBeTrue();

        (await HistoryAsync()).ShouldHaveSingleItem().Action.ShouldBe(ConsentAction.Withdrawn);
    }

    [Fact]
    public async Task Events_never_change_but_for_their_lifetime_and_the_history_is_in_their_order()
    {
        var seen = new List<ConsentEvent>();
        for (var i = 0; i < 12; i++)
        {
            await RecordAsync(i % 2 == 0 ? ConsentAction.Given : ConsentAction.Withdrawn);

            var history = (await HistoryAsync()).ConvertAll(one => one with { Ttl = null });
            history.Take(seen.Count).ShouldBe(seen);
            seen = history;
        }

        _store.Writes.ShouldNotContain(write =>
            write.What == nameof(Write.Delete) || write.What == nameof(Write.Upsert)
        );
        seen.Select(e => e.Sequence).ShouldBe(Enumerable.Range(1, 12));
    }

    [Fact]
    public async Task Several_decisions_are_one_batch()
    {
        var outcome = await _ledger.RecordManyAsync(
            Who,
            [.. Enum.GetValues<ConsentPurpose>().Select(p => new ConsentDecision(p, ConsentAction.Given, Evidence()))],
            Cancel
        );

        outcome.Recorded.Select(e => e.Id).ShouldBe(["000001", "000002", "000003"]);
        outcome.Current.Purposes.Count.ShouldBe(3);
        _store.Calls.ShouldBe(2, "a read and a commit");
        (await _ledger.CurrentAsync(Who, Cancel)).Sequence.ShouldBe(3);
    }

    [Fact]
    public async Task No_decisions_only_tell_the_state()
    {
        await RecordAsync(ConsentAction.Given);

        var outcome = await _ledger.RecordManyAsync(Who, [], Cancel);

        outcome.Recorded.ShouldBeEmpty();
        outcome.Current.Allows(Digest).ShouldBeTrue();
    }

    [Fact]
    public async Task A_wording_that_never_was_is_no_evidence()
    {
        var evidence = Evidence() with { WordingVersion = "1999-1" };

        await Should.ThrowAsync<ArgumentException>(() =>
            _ledger.RecordAsync(Who, Digest, ConsentAction.Given, evidence, Cancel)
        );
        _store.Writes.ShouldBeEmpty();
    }

    [Fact]
    public async Task More_decisions_than_a_batch_takes_are_refused()
    {
        var decision = new ConsentDecision(Digest, ConsentAction.Given, Evidence());

        await Should.ThrowAsync<ArgumentException>(() =>
            _ledger.RecordManyAsync(Who, [.. Enumerable.Repeat(decision, 100)], Cancel)
        );
    }

    // What is on record (hours from now, - for now itself), what an import brings, whether it counts.
    [Theory]
    // An import of an older consent never overrides a withdrawal, one of a newer consent does.
    [InlineData("withdrawn -1", "given -2", false)]
    [InlineData("withdrawn -2", "given -1", true)]
    [InlineData("given -3, withdrawn -2", "given -3", false)]
    [InlineData("given -3, withdrawn now", "given -3", false)]
    [InlineData("given -3, withdrawn now", "given -1", false)]
    // Nor does an older withdrawal override a newer consent.
    [InlineData("given -1", "withdrawn -2", false)]
    [InlineData("given -2", "withdrawn -1", true)]
    [InlineData("given -3, withdrawn -2, given now", "withdrawn -2", false)]
    // At the same instant the withdrawal wins.
    [InlineData("withdrawn -2", "given -2", false)]
    [InlineData("given -2", "withdrawn -2", true)]
    // A withdrawal counts for later even where the consent it ended was stamped by a clock that is ahead.
    [InlineData("given 1, withdrawn now", "given 1", false)]
    // Nothing on record: everything counts.
    [InlineData("", "given -2", true)]
    [InlineData("", "withdrawn -2", true)]
    public async Task An_import_yields_to_every_later_decision(string onRecord, string import, bool counts)
    {
        foreach (var decision in onRecord.Split(", ", StringSplitOptions.RemoveEmptyEntries))
        {
            var (action, at) = Parse(decision);
            (await _ledger.RecordAsync(Who, Digest, action, Evidence() with { At = at }, Cancel)).ShouldBeTrue();
        }
        var before = await _ledger.AllowsAsync(Who, Digest, Cancel);
        var (imported, when) = Parse(import);

        var evidence = Evidence("import:welcome day") with { At = when };
        (await _ledger.RecordAsync(Who, Digest, imported, evidence, Cancel)).ShouldBe(counts);

        var expected = counts ? imported == ConsentAction.Given : before;
        (await _ledger.AllowsAsync(Who, Digest, Cancel)).ShouldBe(expected);
    }

    [Fact]
    public async Task A_consent_and_its_withdrawal_of_one_import_are_both_on_record_and_only_once()
    {
        ConsentDecision[] row =
        [
            new(Digest, ConsentAction.Given, Evidence() with { At = s_now.AddDays(-9) }),
            new(Digest, ConsentAction.Withdrawn, Evidence() with { At = s_now.AddDays(-2) }),
        ];

        (await _ledger.RecordManyAsync(Who, row, Cancel)).Recorded.Count.ShouldBe(2);
        (await _ledger.RecordManyAsync(Who, row, Cancel)).Recorded.ShouldBeEmpty();
        (await _ledger.AllowsAsync(Who, Digest, Cancel)).ShouldBeFalse();
    }

    private async Task<List<ConsentEvent>> HistoryAsync()
    {
        var events = new List<ConsentEvent>();
        await foreach (var item in _ledger.HistoryAsync(Who, Cancel))
        {
            events.Add(item);
        }
        return events;
    }

    private Task<bool> RecordAsync(ConsentAction action, string channel = "confirm-page", string language = "da") =>
        _ledger.RecordAsync(Who, Digest, action, Evidence(channel) with { Language = language }, Cancel);

    private static ConsentEvidence Evidence(string channel = "confirm-page") => new("2026-1", "da", channel);

    private static (ConsentAction Action, DateTimeOffset? At) Parse(string decision)
    {
        var parts = decision.Split(' ');
        DateTimeOffset? at = parts[1] == "now" ? null : s_now.AddHours(int.Parse(parts[1], null));
        return (Enum.Parse<ConsentAction>(parts[0], ignoreCase: true), at);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
