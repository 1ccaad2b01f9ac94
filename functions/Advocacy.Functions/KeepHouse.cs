using Advocacy.Consent;
using Advocacy.Content;
using Advocacy.Digests;
using Advocacy.Drops;
using Advocacy.Invitations;
using Advocacy.Joining;
using Advocacy.Programme.Pulse;
using Advocacy.Rights;
using Advocacy.Tone;
using Microsoft.Azure.Functions.Worker;

namespace Advocacy.Functions;

/// <summary>
/// Settles stale claims, names feeds that keep failing, gives ended consent records their lifetime, finishes erasures, counts pulse
/// questions that have closed, judges posts that a changed tone policy missed. Documents past their lifetime go by their own ttl.
/// </summary>
public sealed class KeepHouse(
    ClaimSettler settler,
    JoinMailer joins,
    InvitationSender invitations,
    AnswerMailer answers,
    AilingFeeds feeds,
    ConsentRetention consents,
    Erasure erasure,
    PulseClosing pulses,
    ToneRejudge tone
)
{
    [Function(nameof(KeepHouse))]
    public async Task RunAsync([TimerTrigger("0 41 3 * * *")] TimerInfo timer, CancellationToken cancellationToken)
    {
        await settler.SettleAllAsync(cancellationToken: cancellationToken);
        await joins.SettleAllAsync(cancellationToken: cancellationToken);
        await invitations.SettleAllAsync(cancellationToken: cancellationToken);
        await answers.SettleAllAsync(cancellationToken: cancellationToken);
        await feeds.NameAsync(cancellationToken);
        await consents.SettleAsync(cancellationToken);
        await erasure.FinishAllAsync(cancellationToken);
        await pulses.CloseAllAsync(cancellationToken);
        // A host of the version before may still have judged while the new one was being put in its place.
        await tone.AllAsync(cancellationToken);
    }
}
