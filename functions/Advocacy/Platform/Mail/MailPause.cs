namespace Advocacy.Platform.Mail;

/// <summary>
/// A time in which a provider is not asked, because it has just failed. Digests go out in many small batches: without it an outage
/// would leave all of them in doubt, or each waiting for the same time-out.
/// </summary>
internal sealed class MailPause(TimeProvider time)
{
    private volatile Ending? _ending;

    /// <summary>What to say of a mail now; <c>null</c> where there is no pause.</summary>
    public MailOutcome? Outcome => _ending is { } ending && time.GetUtcNow() < ending.At ? ending.Outcome : null;

    /// <param name="reason">Why mails are not sent in it.</param>
    public void Begin(TimeSpan length, string reason) =>
        _ending = new Ending(time.GetUtcNow() + length, new MailOutcome(MailResult.NotSent, reason));

    private sealed record Ending(DateTimeOffset At, MailOutcome Outcome);
}
