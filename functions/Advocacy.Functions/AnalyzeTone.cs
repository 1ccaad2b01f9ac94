using Advocacy.Platform;
using Advocacy.Platform.Queue;
using Advocacy.Tone;
using Microsoft.Azure.Functions.Worker;

namespace Advocacy.Functions;

/// <summary>Judges the tone of a Post: Ready, or Held with reasons.</summary>
public sealed class AnalyzeTone(ToneGate gate, QueueWork work)
{
    [Function(nameof(AnalyzeTone))]
    public Task RunAsync(
        [QueueTrigger(Queues.Tone, Connection = Connections.Queues)] string message,
        CancellationToken cancellationToken
    ) => work.RunAsync(Queues.Tone, message, JudgeAsync, cancellationToken);

    private async Task<ToneGateResult> JudgeAsync(string message, CancellationToken cancellationToken) =>
        await gate.JudgeAsync(message, cancellationToken) switch
        {
            ToneGateResult.Refused refused => throw new UnusableMessageException(refused.Reason),
            var judged => judged,
        };
}
