using Advocacy.Platform.Store;
using Microsoft.Extensions.Logging;

namespace Advocacy.Programme.Pulse;

/// <summary>
/// Counts the answers of questions whose time is over, once and for good, then throws boxes and marks away: from then on nobody can tell who answered.
/// A run that dies half way is finished by the next.
/// </summary>
public sealed class PulseClosing(
    IDocumentStore store,
    PulseQuestions questions,
    TimeProvider time,
    ILogger<PulseClosing> logger
)
{
    /// <summary>An answer that was taken in the last moment is in its box by then.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromHours(1);

    /// <summary>A result is kept for good; for so long after it what a run that died left over is looked for.</summary>
    private static readonly TimeSpan Sweep = TimeSpan.FromDays(30);

    /// <returns>How many questions were counted.</returns>
    public async Task<int> CloseAllAsync(CancellationToken cancellationToken = default)
    {
        var counted = 0;
        var now = time.GetUtcNow();
        foreach (var question in await questions.AllAsync(cancellationToken))
        {
            if (question.IsOpenAt(now - Patience))
            {
                continue;
            }
            if (question.Result is null)
            {
                await CountAsync(question, now, cancellationToken);
                counted++;
            }
            if (question.Result is null || question.Result.ClosedAt > now - Sweep)
            {
                await ClearAsync<PulseBox>(question.Id, cancellationToken);
                await ClearAsync<PulseMark>(question.Id, cancellationToken);
            }
        }
        if (counted > 0)
        {
            ProgrammeLog.PulseClosed(logger, counted);
        }
        return counted;
    }

    private async Task CountAsync(PulseQuestion question, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var counts = new int[question.Answers.Count];
        await foreach (var (box, _) in BoxesAsync(question.Id, cancellationToken))
        {
            for (var answer = 0; answer < counts.Length; answer++)
            {
                counts[answer] += box.Counts[answer];
            }
        }
        var result = new PulseResult(now, PulseGroups.Of(counts));
        await store.ChangeAsync<PulseQuestion>(
            Containers.Programme,
            question.Id,
            question.Id,
            one => one.Result is null ? one with { Result = result } : null,
            cancellationToken
        );
    }

    private IAsyncEnumerable<Stored<PulseBox>> BoxesAsync(string questionId, CancellationToken cancellationToken) =>
        store.QueryAllAsync<PulseBox>(
            new Query(Containers.Engagements) { PartitionKey = questionId },
            cancellationToken
        );

    private async Task ClearAsync<T>(string questionId, CancellationToken cancellationToken)
        where T : Document
    {
        var query = new Query(Containers.Engagements) { PartitionKey = questionId, PageSize = 500 };
        await foreach (var (document, _) in store.QueryAllAsync<T>(query, cancellationToken))
        {
            await store.DeleteAsync(Containers.Engagements, questionId, document.Id, cancellationToken);
        }
    }
}
