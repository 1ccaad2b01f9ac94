using Advocacy.Consent;
using Advocacy.Platform.Store;
using Microsoft.Extensions.Time.Testing;

namespace Advocacy.Tests.Consent;

/// <summary>The ledger among many writers, and with a store that fails.</summary>
public sealed class ConsentLedgerRaceTests
{
    private const string Who = "8d5e957f297893487bd98fa830fa6413";
    private static readonly ConsentPurpose[] s_purposes = Enum.GetValues<ConsentPurpose>();
    private static readonly ConsentEvidence s_evidence = new("2026-1", "da", "confirm-page");

    private readonly FakeStore _store = new();
    private readonly ConsentLedger _ledger;

    public ConsentLedgerRaceTests() =>
        _ledger = new ConsentLedger(_store, new ConsentWordings(), new FakeTimeProvider());

    [Fact]
    public async Task Twenty_recorders_at_once_leave_a_sequence_without_gaps()
    {
        var recorded = await Task.WhenAll(
            Enumerable.Range(0, 20).Select(recorder => Task.Run(() => RecordFiveAsync(recorder), Cancel))
        );

        var history = await HistoryAsync();
        history.Count.ShouldBe(recorded.Sum());
        history.Count.ShouldBeGreaterThanOrEqualTo(3);
        await ShouldAgreeAsync(history);
    }

    [Fact]
    public async Task The_same_decision_of_twenty_recorders_is_recorded_once()
    {
        var recorded = await Task.WhenAll(
            Enumerable.Range(0, 20).Select(_ => Task.Run(() => GiveAsync(ConsentPurpose.DigestEmail), Cancel))
        );

        recorded.Count(was => was).ShouldBe(1);
        (await HistoryAsync()).Count.ShouldBe(1);
    }

    // A decision is a read and a commit; one that lies back has the history's page between them.
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public async Task A_store_that_fails_at_any_call_leaves_events_and_state_in_agreement(int call)
    {
        foreach (var lost in (bool[])[false, true])
        {
            var store = new FakeStore { FailBefore = lost ? 0 : call, FailAfter = lost ? call : 0 };
            var ledger = new ConsentLedger(
                store,
                new ConsentWordings(),
                new FakeTimeProvider(DateTimeOffset.UnixEpoch)
            );
            Func<Task>[] steps =
            [
                () => ledger.RecordAsync(Who, s_purposes[0], ConsentAction.Given, s_evidence, Cancel),
                () =>
                    ledger.RecordAsync(
                        Who,
                        s_purposes[0],
                        ConsentAction.Withdrawn,
                        s_evidence with
                        {
                            At = DateTimeOffset.UnixEpoch.AddDays(1),
                        },
                        Cancel
                    ),
            ];
            var failures = 0;
            foreach (var step in steps)
            {
                try
                {
                    await step();
                }
                catch (IOException)
                {
                    failures++;
                    await ShouldAgreeAsync(await HistoryAsync(ledger), ledger);
                    // Whoever asked tries again, as a queue does.
                    await step();
                }
            }

            failures.ShouldBe(1);
            var history = await HistoryAsync(ledger);
            history.Select(e => e.Action).ShouldBe([ConsentAction.Given, ConsentAction.Withdrawn]);
            await ShouldAgreeAsync(history, ledger);
        }
    }

    [Fact]
    public async Task A_ledger_that_cannot_win_gives_up_and_records_nothing()
    {
        // Its state is lost: every try would create the first event again.
        await GiveAsync(ConsentPurpose.DigestEmail);
        await _store.DeleteAsync(Containers.Consents, Who, CurrentConsent.CurrentId, Cancel);

        await Should.ThrowAsync<InvalidOperationException>(() => GiveAsync(ConsentPurpose.ClickMeasurement));

        (await HistoryAsync()).Count.ShouldBe(1);
    }

    private async Task<int> RecordFiveAsync(int recorder)
    {
        var recorded = 0;
        for (var i = 0; i < 5; i++)
        {
            var action = (recorder + i) % 2 == 0 ? ConsentAction.Given : ConsentAction.Withdrawn;
            var purpose = s_purposes[recorder % s_purposes.Length];
            recorded += await _ledger.RecordAsync(Who, purpose, action, s_evidence, Cancel) ? 1 : 0;
        }
        return recorded;
    }

    private Task<bool> GiveAsync(ConsentPurpose purpose) =>
        _ledger.RecordAsync(Who, purpose, ConsentAction.Given, s_evidence, Cancel);

    private Task ShouldAgreeAsync(List<ConsentEvent> history) => ShouldAgreeAsync(history, _ledger);

    private static async Task ShouldAgreeAsync(List<ConsentEvent> history, ConsentLedger ledger)
    {
        history.Select(e => e.Sequence).ShouldBe(Enumerable.Range(1, history.Count));
        var current = await ledger.CurrentAsync(Who, Cancel);
        current.Sequence.ShouldBe(history.Count);
        current.Purposes.Count.ShouldBe(history.Select(e => e.Purpose).Distinct().Count());
        foreach (var (purpose, action) in current.Purposes)
        {
            history.Last(e => e.Purpose == purpose).Action.ShouldBe(action);
            // No event says what held already.
            var actions = history.Where(e => e.Purpose == purpose).Select(e => e.Action).ToList();
            actions.Zip(actions.Skip(1)).ShouldAllBe(pair => pair.First != pair.Second);
        }
    }

    private Task<List<ConsentEvent>> HistoryAsync() => HistoryAsync(_ledger);

    private static async Task<List<ConsentEvent>> HistoryAsync(ConsentLedger ledger)
    {
        var events = new List<ConsentEvent>();
        await foreach (var item in ledger.HistoryAsync(Who, Cancel))
        {
            events.Add(item);
        }
        return events;
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
