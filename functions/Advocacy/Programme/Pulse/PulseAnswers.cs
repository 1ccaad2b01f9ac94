using System.Security.Cryptography;
using Advocacy.Platform;
using Advocacy.Platform.Store;

namespace Advocacy.Programme.Pulse;

/// <summary>What became of an answer.</summary>
public enum PulseOutcome
{
    Taken,

    /// <summary>The person had answered; the first answer stands, because nobody knows any more which it was.</summary>
    AnsweredBefore,

    Closed,
}

/// <summary>
/// Takes answers so that nobody can read one back. The mark that a person answered and the count of the answer are written in one batch: both or
/// neither, and nothing that would connect them. Counts stay in their boxes, unread, until the question is closed; then they are published once, so
/// that there are no two figures whose difference would be somebody's answer.
/// </summary>
public sealed class PulseAnswers(IDocumentStore store, Pseudonyms pseudonyms, TimeProvider time)
{
    private const int Boxes = 16;
    private const int Tries = 200;

    /// <summary>True where the person answered this question.</summary>
    public async Task<bool> HasAnsweredAsync(
        string questionId,
        string employeeId,
        CancellationToken cancellationToken = default
    )
    {
        var id = PulseMark.IdOf(pseudonyms, questionId, employeeId);
        return await store.ReadAsync<PulseMark>(Containers.Engagements, questionId, id, cancellationToken) is not null;
    }

    /// <param name="answer">Index into the question's answers.</param>
    public async Task<PulseOutcome> GiveAsync(
        PulseQuestion question,
        string employeeId,
        int answer,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentOutOfRangeException.ThrowIfNegative(answer);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(answer, question.Answers.Count);
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            if (!question.IsOpenAt(time.GetUtcNow()))
            {
                return PulseOutcome.Closed;
            }
            if (await HasAnsweredAsync(question.Id, employeeId, cancellationToken))
            {
                return PulseOutcome.AnsweredBefore;
            }
            // A box by chance, and not by person: it must say nothing of whose answer it holds.
            var box = attempt == 0 ? 0 : RandomNumberGenerator.GetInt32(Boxes);
            if (await TryAsync(question, employeeId, answer, box, cancellationToken))
            {
                return PulseOutcome.Taken;
            }
        }
        throw new InvalidOperationException("Too many people answered at the same moment. Try again in a minute.");
    }

    private async Task<bool> TryAsync(
        PulseQuestion question,
        string employeeId,
        int answer,
        int box,
        CancellationToken cancellationToken
    )
    {
        var id = PulseBox.IdOf(question.Id, box);
        var stored = await store.ReadAsync<PulseBox>(Containers.Engagements, question.Id, id, cancellationToken);
        var empty = new PulseBox
        {
            Id = id,
            Subject = question.Id,
            Counts = new int[question.Answers.Count],
        };
        return await store.TryCommitAsync(
            Containers.Engagements,
            question.Id,
            [
                new Write.Create(
                    new PulseMark
                    {
                        Id = PulseMark.IdOf(pseudonyms, question.Id, employeeId),
                        Subject = question.Id,
                        Ttl = (int)PulseMark.Lifetime.TotalSeconds,
                    }
                ),
                stored is null
                    ? new Write.Create(empty.With(answer))
                    : new Write.Replace(stored.Value.With(answer), stored.ETag),
            ],
            cancellationToken
        );
    }
}
