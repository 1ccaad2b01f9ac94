namespace Advocacy.Tests.Consent;

/// <summary>
/// Nobody is mailed whose withdrawal was acknowledged before the send began, whatever runs at the same time and whoever dies. A send
/// begins when the consents of its people are asked for, all at once and as the last thing before the mailer.
/// </summary>
public sealed class WithdrawalWinsTests
{
    private const int Runs = 1_000;

    [Fact]
    public async Task A_withdrawal_wins_in_a_thousand_random_interleavings()
    {
        var (mails, crashes, withdrawals) = (0, 0, 0);
        var violations = new List<string>();
        for (var seed = 1; seed <= Runs; seed++)
        {
            await using var run = new ChaosRun(seed);
            await run.RunAsync();
            violations.AddRange(run.Violations);
            mails += run.Mails;
            crashes += run.Crashed;
            withdrawals += run.Withdrawals;
        }

        violations.ShouldBeEmpty();
        // The runs went through what they are about.
        mails.ShouldBeGreaterThan(Runs);
        crashes.ShouldBeGreaterThan(Runs / 2);
        withdrawals.ShouldBeGreaterThan(Runs / 2);
        TestContext.Current.SendDiagnosticMessage(
            $"{mails} mails, {crashes} crashes, {withdrawals} withdrawals in time"
        );
    }
}
