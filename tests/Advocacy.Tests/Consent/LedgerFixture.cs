using Advocacy.Consent;
using Advocacy.Consent.Verification;
using Advocacy.Platform.Store;
using Advocacy.Tests.Platform;
using Microsoft.Extensions.Time.Testing;

namespace Advocacy.Tests.Consent;

/// <summary>A ledger on a store of its own, and what tests do with it.</summary>
internal sealed class LedgerFixture
{
    public const string Who = "8d5e957f297893487bd98fa830fa6413";
    public static readonly DateTimeOffset Start = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);

    public LedgerFixture(ConsentWordings? wordings = null)
    {
        Wordings = wordings ?? ConsentWordings.Released;
        Store = new InMemoryDocumentStore(Time);
        Ledger = new ConsentLedger(Store, Wordings, Time);
    }

    /// <summary>The same store, read by a program that asks with other words.</summary>
    public LedgerFixture(LedgerFixture before, ConsentWordings wordings)
    {
        Wordings = wordings;
        Time = before.Time;
        Store = before.Store;
        Ledger = new ConsentLedger(Store, Wordings, Time);
    }

    public FakeTimeProvider Time { get; } = new(Start);
    public InMemoryDocumentStore Store { get; }
    public ConsentWordings Wordings { get; }
    public ConsentLedger Ledger { get; set; }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Decides at the next minute; says yes to the newest wording.</summary>
    public Task<bool> DecideAsync(
        ConsentAction action,
        ConsentPurpose purpose = ConsentPurpose.DigestEmail,
        string who = Who
    )
    {
        Time.Advance(TimeSpan.FromMinutes(1));
        var evidence = new ConsentEvidence(Wordings.Versions[^1], "da", "confirm-page") { NetworkHash = "0a1b" };
        return Ledger.RecordAsync(who, purpose, action, evidence, Cancel);
    }

    public Task<bool> GiveAsync(ConsentPurpose purpose = ConsentPurpose.DigestEmail, string who = Who) =>
        DecideAsync(ConsentAction.Given, purpose, who);

    public Task<bool> WithdrawAsync(ConsentPurpose purpose = ConsentPurpose.DigestEmail, string who = Who) =>
        DecideAsync(ConsentAction.Withdrawn, purpose, who);

    public async Task<List<ConsentEvent>> HistoryAsync(string who = Who) =>
        await Ledger.HistoryAsync(who, Cancel).ToListAsync(Cancel);

    public Task<CurrentConsent> CurrentAsync(string who = Who) => Ledger.CurrentAsync(who, Cancel);

    /// <summary>How many documents there are of one person.</summary>
    public int Documents(string who = Who) =>
        Store.Snapshot().Keys.Count(key => key.StartsWith($"consents {who}", StringComparison.Ordinal));

    public Task<ConsentVerification> VerifyAsync() =>
        new ConsentVerifier(Store, Wordings).VerifyAsync(cancellationToken: Cancel);

    /// <summary>The breaks as <c>2 Changed</c>, in their order.</summary>
    public async Task<IReadOnlyList<string>> BreaksAsync(string who = Who)
    {
        var found = await VerifyAsync();
        found.BreakCount.ShouldBe(found.Breaks.Count);
        found.Breaks.ShouldAllBe(one => one.EmployeeId == who);
        return
        [
            .. found
                .Breaks.OrderBy(one => one.Sequence)
                .ThenBy(one => one.Kind)
                .Select(one => $"{one.Sequence} {one.Kind}"),
        ];
    }

    public static string IdOf(int sequence) => sequence.ToString("000000", null);

    /// <summary>Writes events and a state as they were before there was a chain.</summary>
    public async Task WriteUnchainedAsync(params ConsentAction[] actions)
    {
        foreach (var (i, action) in actions.Index())
        {
            Time.Advance(TimeSpan.FromMinutes(1));
            await Store.UpsertAsync(
                Containers.Consents,
                new ConsentEvent
                {
                    Id = IdOf(i + 1),
                    EmployeeId = Who,
                    Purpose = ConsentPurpose.DigestEmail,
                    Action = action,
                    Sequence = i + 1,
                    WordingVersion = "2026-1",
                    WordingHash = Wordings.Find("2026-1", ConsentPurpose.DigestEmail, "da")!.Hash,
                    Language = "da",
                    Channel = "confirm-page",
                    At = Time.GetUtcNow(),
                },
                Cancel
            );
        }
        await Store.UpsertAsync(
            Containers.Consents,
            new CurrentConsent
            {
                Id = CurrentConsent.CurrentId,
                EmployeeId = Who,
                Purposes = new Dictionary<ConsentPurpose, ConsentAction> { [ConsentPurpose.DigestEmail] = actions[^1] },
                Sequence = actions.Length,
            },
            Cancel
        );
    }
}
