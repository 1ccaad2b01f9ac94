using System.Text.Json;
using Advocacy.Platform.Queue;
using Advocacy.Platform.Store;

namespace Advocacy.Drops;

/// <summary>Keeps answers and orders their mails. An answer that is there already is ordered again and sent once.</summary>
public sealed class Answers(IDocumentStore store, IWorkQueue queue, TimeProvider time)
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    public async Task OrderAsync(AnswerLetter answer, CancellationToken cancellationToken = default)
    {
        var now = time.GetUtcNow();
        answer = answer with { GoneAt = now + Kept };
        await store.TryCreateAsync(Containers.Deliveries, answer with { Ttl = answer.TtlAt(now) }, cancellationToken);
        await OrderMailAsync([answer], cancellationToken);
    }

    public Task OrderMailAsync(IReadOnlyList<AnswerLetter> answers, CancellationToken cancellationToken = default) =>
        queue.EnqueueAsync(
            Queues.Answers,
            [
                .. answers.Select(answer =>
                    JsonSerializer.Serialize(new AnswerMessage(answer.EmployeeId, answer.Id), DocumentJson.Options)
                ),
            ],
            cancellationToken: cancellationToken
        );
}
