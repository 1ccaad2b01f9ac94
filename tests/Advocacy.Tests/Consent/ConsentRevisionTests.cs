using Advocacy.Consent;
using Advocacy.Digests;
using Advocacy.Platform.Queue;
using Advocacy.Platform.Store;

namespace Advocacy.Tests.Consent;

/// <summary>New words ask again only where they mean something new.</summary>
public sealed class ConsentRevisionTests
{
    private const ConsentPurpose Digest = ConsentPurpose.DigestEmail;
    private const ConsentPurpose Clicks = ConsentPurpose.ClickMeasurement;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Version by version, each purpose's revision in the order of the enum.</summary>
    internal static ConsentWordings Wordings(params int[][] revisions)
    {
        var files = new Dictionary<string, string>();
        foreach (var (i, version) in revisions.Index())
        {
            files[$"2026-{i + 1}/revisions.txt"] = string.Concat(
                Enum.GetValues<ConsentPurpose>().Zip(version).Select(one => $"{one.First} {one.Second}\n")
            );
            foreach (var purpose in Enum.GetValues<ConsentPurpose>())
            {
                files[$"2026-{i + 1}/{purpose}.da.txt"] = $"Ja til {purpose}, {i + 1}. udgave.\n";
                files[$"2026-{i + 1}/{purpose}.en.txt"] = $"Yes to {purpose}, version {i + 1}.\n";
            }
        }
        return ConsentWordings.Of(files);
    }

    [Fact]
    public async Task Other_words_for_the_same_leave_a_consent_as_it_is()
    {
        var fixture = new LedgerFixture(Wordings([1, 1, 1]));
        await fixture.GiveAsync();

        var now = Later(fixture, Wordings([1, 1, 1], [1, 1, 1]));

        var current = await now.CurrentAsync();
        current.Allows(Digest).ShouldBeTrue();
        current.MustAskAgain(Digest).ShouldBeFalse();
        (await now.GiveAsync()).ShouldBeFalse("it holds already, and nobody asked for it");
    }

    [Fact]
    public async Task Words_for_something_new_are_asked_again_and_only_of_that_purpose()
    {
        var fixture = new LedgerFixture(Wordings([1, 1, 1]));
        await fixture.GiveAsync();
        await fixture.GiveAsync(Clicks);

        var now = Later(fixture, Wordings([1, 1, 1], [1, 2, 1]));

        var current = await now.CurrentAsync();
        (current.Allows(Digest), current.MustAskAgain(Digest)).ShouldBe((true, false));
        (current.Allows(Clicks), current.MustAskAgain(Clicks)).ShouldBe((false, true));
        (await now.Ledger.AllowsAsync(LedgerFixture.Who, Clicks, Cancel)).ShouldBeFalse();

        (await now.GiveAsync(Clicks)).ShouldBeTrue("a yes to a new meaning is a new yes");
        (await now.CurrentAsync()).Allows(Clicks).ShouldBeTrue();
        (await now.HistoryAsync()).Select(one => one.WordingVersion).ShouldBe(["2026-1", "2026-1", "2026-2"]);
        (await now.BreaksAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_said_no_is_not_asked_again()
    {
        var fixture = new LedgerFixture(Wordings([1, 1, 1]));
        await fixture.GiveAsync();
        await fixture.WithdrawAsync();

        var now = Later(fixture, Wordings([1, 1, 1], [2, 1, 1]));

        (await now.CurrentAsync()).MustAskAgain(Digest).ShouldBeFalse();
        (await now.WithdrawAsync()).ShouldBeFalse("no is no");
    }

    [Fact]
    public async Task A_yes_that_must_be_asked_again_can_be_withdrawn()
    {
        var fixture = new LedgerFixture(Wordings([1, 1, 1]));
        await fixture.GiveAsync();
        var now = Later(fixture, Wordings([1, 1, 1], [2, 1, 1]));

        (await now.WithdrawAsync()).ShouldBeTrue();

        (await now.CurrentAsync()).MustAskAgain(Digest).ShouldBeFalse();
    }

    [Fact]
    public async Task An_import_with_older_words_does_not_count_for_what_they_did_not_say()
    {
        var fixture = new LedgerFixture(Wordings([1, 1, 1], [2, 1, 1]));
        var evidence = new ConsentEvidence("2026-1", "da", "import:paper", LedgerFixture.Start.AddDays(-1));

        (
            await fixture.Ledger.RecordAsync(LedgerFixture.Who, Digest, ConsentAction.Given, evidence, Cancel)
        ).ShouldBeTrue();

        (await fixture.CurrentAsync()).Allows(Digest).ShouldBeFalse();
        (await fixture.GiveAsync()).ShouldBeTrue();
        (
            await fixture.Ledger.RecordAsync(LedgerFixture.Who, Digest, ConsentAction.Given, evidence, Cancel)
        ).ShouldBeFalse();
        (await fixture.CurrentAsync()).Allows(Digest).ShouldBeTrue();
    }

    [Fact]
    public async Task A_state_from_before_versions_counts_as_the_first_words()
    {
        var fixture = new LedgerFixture();
        await fixture.WriteUnchainedAsync(ConsentAction.Given);

        (await fixture.CurrentAsync()).Allows(Digest).ShouldBeTrue();
        var now = Later(fixture, Wordings([1, 1, 1], [2, 1, 1]));
        (await now.CurrentAsync()).Allows(Digest).ShouldBeFalse();
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public async Task A_digest_in_flight_leaves_only_where_the_mail_still_means_what_was_consented_to(
        int revision,
        bool leaves
    )
    {
        await using var before = await new World { WordingsUsed = Wordings([1, 1, 1]) }.WithCompanyAsync();
        await before.AddPostAsync("a");
        await before.AddReaderAsync("ada");
        await before.Get<DigestPlanner>().PlanWholeWeekAsync(cancellationToken: Cancel);
        var message = before.Queue.Bodies(Queues.Digests).Single();

        // The program that sends it knows newer words than the one that planned it.
        await using var after = new World
        {
            WordingsUsed = Wordings([1, 1, 1], [revision, 1, 1]),
            StoreUsed = before.Store,
            QueueUsed = before.Queue,
        };
        await after.Get<DigestSender>().SendAsync(message, Cancel);

        after.Mailer.Sent.Count.ShouldBe(leaves ? 1 : 0);
        (await before.AllAsync<Delivery>(Containers.Deliveries))
            .ShouldHaveSingleItem()
            .State.ShouldBe(leaves ? DeliveryState.Sent : DeliveryState.Failed);
    }

    [Fact]
    public void The_tenth_version_of_a_year_follows_the_ninth()
    {
        var wordings = Wordings([.. Enumerable.Range(0, 10).Select(_ => (int[])[1, 1, 1])]);

        wordings.Versions[^1].ShouldBe("2026-10");
        wordings.Current(Digest, "en").Text.ShouldBe("Yes to DigestEmail, version 10.");
    }

    [Theory]
    [InlineData(0, "is 0; after 1 it takes 1 (the same meaning) or 2 (a new one)")]
    [InlineData(3, "is 3; after 1 it takes 1 (the same meaning) or 2 (a new one)")]
    public void A_revision_that_is_missing_or_leaps_is_refused(int revision, string reason) =>
        Should.Throw<InvalidDataException>(() => Wordings([1, 1, 1], [1, revision, 1])).Message.ShouldContain(reason);

    /// <summary>The same store, read by a program with newer words.</summary>
    private static LedgerFixture Later(LedgerFixture before, ConsentWordings wordings) => new(before, wordings);
}
