using System.Security.Cryptography;
using System.Text;
using Advocacy.Consent;

namespace Advocacy.Tests.Consent;

public sealed class ConsentChainTests
{
    private static readonly ConsentEvent s_event = new()
    {
        Id = "000002",
        Schema = 2,
        EmployeeId = "8d5e957f297893487bd98fa830fa6413",
        Purpose = ConsentPurpose.ClickMeasurement,
        Action = ConsentAction.Withdrawn,
        Sequence = 2,
        WordingVersion = "2026-1",
        WordingHash = "ab12",
        Language = "da",
        Channel = "import:på papir",
        At = new DateTimeOffset(2026, 11, 23, 9, 0, 0, 123, TimeSpan.FromHours(1)),
        Cause = ConsentCause.Roster,
        PreviousHash = "cd34",
    };

    // Whoever holds an export can recompute it. The text never changes: hashes on record are of it.
    [Fact]
    public void The_text_that_is_hashed_is_this()
    {
        const string Text = """
            advocacy consent event 2
            id 6 000002
            employeeId 32 8d5e957f297893487bd98fa830fa6413
            sequence 1 2
            purpose 16 ClickMeasurement
            action 9 Withdrawn
            wordingVersion 6 2026-1
            wordingHash 4 ab12
            language 2 da
            channel 16 import:på papir
            at 28 2026-11-23T08:00:00.1230000Z
            cause 6 Roster
            networkHash -
            previousHash 4 cd34

            """;
        var expected = Text.ReplaceLineEndings("\n");

        ConsentChain.TextOf(s_event, s_event.PreviousHash).ShouldBe(expected);
        ConsentChain
            .HashOf(s_event)
            .ShouldBe(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(expected))));
    }

    [Fact]
    public void How_long_it_is_kept_is_no_part_of_what_happened() =>
        ConsentChain.HashOf(s_event with { Ttl = 60 }).ShouldBe(ConsentChain.HashOf(s_event));

    [Fact]
    public void No_value_passes_for_the_end_of_itself_and_the_next_field()
    {
        var one = s_event with { Channel = "a\nat 1 b" };
        var other = s_event with { Channel = "a" };

        ConsentChain.HashOf(one).ShouldNotBe(ConsentChain.HashOf(other));
        ConsentChain.HashOf(s_event with { NetworkHash = "" }).ShouldNotBe(ConsentChain.HashOf(s_event));
        ConsentChain.HashOf(s_event with { NetworkHash = "-" }).ShouldNotBe(ConsentChain.HashOf(s_event));
    }

    [Fact]
    public async Task Each_event_carries_the_hash_of_the_one_before_and_the_state_that_of_the_last()
    {
        var fixture = new LedgerFixture();
        await fixture.GiveAsync();
        await fixture.GiveAsync(ConsentPurpose.ClickMeasurement);
        await fixture.WithdrawAsync();

        var history = await fixture.HistoryAsync();

        history[0].PreviousHash.ShouldBe(ConsentChain.StartOf(LedgerFixture.Who));
        history[1].PreviousHash.ShouldBe(ConsentChain.HashOf(history[0]));
        history[2].PreviousHash.ShouldBe(ConsentChain.HashOf(history[1]));
        (await fixture.CurrentAsync()).LastHash.ShouldBe(ConsentChain.HashOf(history[2]));
    }

    [Fact]
    public async Task Two_people_with_the_same_decisions_have_chains_of_their_own()
    {
        var fixture = new LedgerFixture();
        await fixture.GiveAsync(who: "a");
        await fixture.GiveAsync(who: "b");

        (await fixture.HistoryAsync("a"))[0]
            .PreviousHash.ShouldNotBe((await fixture.HistoryAsync("b"))[0].PreviousHash);
    }
}
