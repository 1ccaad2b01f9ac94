using Advocacy.Consent;
using Advocacy.Platform.Store;
using Advocacy.Tests.Platform;

namespace Advocacy.Tests.Consent;

/// <summary>"That you said yes and no is kept for 2 years after you said no."</summary>
public sealed class ConsentLifetimeTests
{
    private const string Who = LedgerFixture.Who;
    private readonly LedgerFixture _fixture = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_whole_record_goes_two_years_after_the_last_yes_was_withdrawn_and_verifies_until_then()
    {
        await _fixture.GiveAsync();
        await _fixture.GiveAsync(ConsentPurpose.ClickMeasurement);
        await _fixture.WithdrawAsync();
        _fixture.Time.Advance(TimeSpan.FromDays(3000));
        _fixture.Documents().ShouldBe(4, "one yes stands");

        await _fixture.WithdrawAsync(ConsentPurpose.ClickMeasurement);

        (await _fixture.CurrentAsync()).KeptUntil.ShouldBe(_fixture.Time.GetUtcNow().AddDays(730));
        _fixture.Time.Advance(TimeSpan.FromDays(730) - TimeSpan.FromSeconds(2));
        _fixture.Documents().ShouldBe(5);
        (await _fixture.BreaksAsync()).ShouldBeEmpty();
        _fixture.Time.Advance(TimeSpan.FromSeconds(3));
        _fixture.Documents().ShouldBe(0);
        (await _fixture.VerifyAsync()).People.ShouldBe(0);
    }

    [Fact]
    public async Task A_yes_before_then_keeps_all_of_it()
    {
        await _fixture.GiveAsync();
        await _fixture.WithdrawAsync();
        _fixture.Time.Advance(TimeSpan.FromDays(700));

        await _fixture.GiveAsync();

        _fixture.Time.Advance(TimeSpan.FromDays(3000));
        (await _fixture.HistoryAsync()).Count.ShouldBe(3);
        (await _fixture.CurrentAsync()).KeptUntil.ShouldBeNull();
        (await _fixture.BreaksAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Another_no_makes_it_last_no_longer()
    {
        await _fixture.GiveAsync();
        await _fixture.WithdrawAsync();
        var until = (await _fixture.CurrentAsync()).KeptUntil;
        _fixture.Time.Advance(TimeSpan.FromDays(600));

        await _fixture.WithdrawAsync(ConsentPurpose.ShareStatistics);

        (await _fixture.CurrentAsync()).KeptUntil.ShouldBe(until);
        _fixture.Documents().ShouldBe(4);
        _fixture.Time.Advance(TimeSpan.FromDays(130));
        _fixture.Documents().ShouldBe(0);
    }

    [Fact]
    public async Task The_days_are_a_setting()
    {
        _fixture.Ledger = new ConsentLedger(
            _fixture.Store,
            _fixture.Wordings,
            _fixture.Time,
            new ConsentOptions { KeepProofDays = 10 }
        );
        await _fixture.GiveAsync();
        await _fixture.WithdrawAsync();

        _fixture.Time.Advance(TimeSpan.FromDays(10) - TimeSpan.FromSeconds(2));
        _fixture.Documents().ShouldBe(3);
        _fixture.Time.Advance(TimeSpan.FromSeconds(3));
        _fixture.Documents().ShouldBe(0);
    }

    [Fact]
    public async Task An_imported_no_is_kept_from_when_it_was_said()
    {
        var evidence = new ConsentEvidence("2026-1", "da", "import:paper", LedgerFixture.Start.AddDays(-100));

        await _fixture.Ledger.RecordAsync(Who, ConsentPurpose.DigestEmail, ConsentAction.Withdrawn, evidence, Cancel);

        (await _fixture.CurrentAsync()).KeptUntil.ShouldBe(LedgerFixture.Start.AddDays(630));
    }

    [Fact]
    public async Task An_import_cannot_bring_back_a_yes_whose_withdrawal_is_forgotten()
    {
        var row = new ConsentEvidence("2026-1", "da", "import:paper", LedgerFixture.Start.AddDays(-1));
        Task<bool> ImportAsync() =>
            _fixture.Ledger.RecordAsync(Who, ConsentPurpose.DigestEmail, ConsentAction.Given, row, Cancel);
        (await ImportAsync()).ShouldBeTrue();
        await _fixture.WithdrawAsync();
        (await ImportAsync()).ShouldBeFalse("the withdrawal is on record");
        _fixture.Time.Advance(TimeSpan.FromDays(731));
        _fixture.Documents().ShouldBe(0);

        (await ImportAsync()).ShouldBeFalse("there is no record of it any more");

        (await _fixture.CurrentAsync()).Allows(ConsentPurpose.DigestEmail).ShouldBeFalse();
        (await _fixture.GiveAsync()).ShouldBeTrue("the person themselves may say yes at any time");
    }

    [Fact]
    public async Task An_imported_no_whose_time_is_over_is_not_put_on_record_again()
    {
        var row = new ConsentEvidence("2026-1", "da", "import:paper", LedgerFixture.Start.AddDays(-731));

        (
            await _fixture.Ledger.RecordAsync(Who, ConsentPurpose.DigestEmail, ConsentAction.Withdrawn, row, Cancel)
        ).ShouldBeFalse();

        _fixture.Documents().ShouldBe(0);
    }

    [Fact]
    public async Task A_record_of_more_events_than_a_batch_takes_ends_and_comes_back_as_one()
    {
        for (var i = 0; i < 251; i++)
        {
            await _fixture.DecideAsync(i % 2 == 0 ? ConsentAction.Given : ConsentAction.Withdrawn);
        }
        (await _fixture.HistoryAsync()).ShouldAllBe(one => one.Ttl == null);

        await _fixture.WithdrawAsync();

        (await _fixture.HistoryAsync()).ShouldAllBe(one => one.Ttl != null);
        (await _fixture.BreaksAsync()).ShouldBeEmpty();
        _fixture.Time.Advance(TimeSpan.FromDays(730).Add(TimeSpan.FromSeconds(2)));
        _fixture.Documents().ShouldBe(0);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_a_crash_between_two_batches_left_is_settled_by_the_daily_sweep(bool gives)
    {
        for (var i = 0; i < (gives ? 252 : 251); i++)
        {
            await _fixture.DecideAsync(i % 2 == 0 ? ConsentAction.Given : ConsentAction.Withdrawn);
        }
        var whole = _fixture.Ledger;
        // State, three pages of events, the commit of the decision, and then the first of the batches that follow.
        _fixture.Ledger = new ConsentLedger(
            new Crashes(at: 6, after: false).Around(_fixture.Store),
            _fixture.Wordings,
            _fixture.Time
        );
        await Should.ThrowAsync<CrashException>(() =>
            _fixture.DecideAsync(gives ? ConsentAction.Given : ConsentAction.Withdrawn)
        );
        _fixture.Ledger = whole;
        (await _fixture.CurrentAsync())
            .Allows(ConsentPurpose.DigestEmail)
            .ShouldBe(gives, "the decision itself is on record");
        (await _fixture.HistoryAsync()).Select(one => one.Ttl is null).Distinct().Count().ShouldBe(2);

        await new ConsentRetention(_fixture.Store, whole).SettleAsync(Cancel);

        (await _fixture.HistoryAsync()).ShouldAllBe(one => one.Ttl == null == gives);
        (await _fixture.BreaksAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Records_that_ended_before_there_were_lifetimes_get_what_is_left_of_theirs()
    {
        await _fixture.WriteUnchainedAsync(ConsentAction.Given, ConsentAction.Withdrawn);
        await _fixture.GiveAsync(who: "stays");
        var said = (await _fixture.HistoryAsync())[^1].At;
        _fixture.Time.Advance(TimeSpan.FromDays(100));

        (await new ConsentRetention(_fixture.Store, _fixture.Ledger).SettleAsync(Cancel)).ShouldBe(1);

        (await _fixture.CurrentAsync()).KeptUntil.ShouldBe(said.AddDays(730));
        (await _fixture.BreaksAsync()).ShouldBeEmpty();
        _fixture.Time.Advance(TimeSpan.FromDays(631));
        _fixture.Documents().ShouldBe(0);
        _fixture.Documents("stays").ShouldBe(2);
    }

    [Fact]
    public async Task The_state_goes_before_its_events_so_that_no_chain_goes_on_without_its_beginning()
    {
        _fixture.Time.Advance(TimeSpan.FromMilliseconds(300));
        await _fixture.GiveAsync();
        await _fixture.WithdrawAsync();
        _fixture.Time.Advance(TimeSpan.FromDays(200).Add(TimeSpan.FromMilliseconds(450)));
        await _fixture.WithdrawAsync(ConsentPurpose.ShareStatistics);

        while (_fixture.Documents() > 0)
        {
            var state = await _fixture.Store.ReadAsync<CurrentConsent>(
                Containers.Consents,
                Who,
                CurrentConsent.CurrentId,
                Cancel
            );
            if (state is not null)
            {
                (await _fixture.HistoryAsync()).Count.ShouldBe(3);
            }
            var left = (await _fixture.CurrentAsync()).KeptUntil - _fixture.Time.GetUtcNow();
            _fixture.Time.Advance(
                left > TimeSpan.FromSeconds(3) ? left.Value - TimeSpan.FromSeconds(3) : TimeSpan.FromMilliseconds(10)
            );
        }
    }
}
