using Advocacy.Platform;
using Advocacy.Platform.Store;

namespace Advocacy.Programme.Pulse;

/// <summary>One person's marks. They can be found only question by question, because nothing in the store says whose they are.</summary>
internal static class PulseMarks
{
    public static async IAsyncEnumerable<PulseMark> OfAsync(
        IDocumentStore store,
        Pseudonyms pseudonyms,
        string employeeId,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        foreach (var question in await new PulseQuestions(store).AllAsync(cancellationToken))
        {
            var id = PulseMark.IdOf(pseudonyms, question.Id, employeeId);
            if (
                await store.ReadAsync<PulseMark>(Containers.Engagements, question.Id, id, cancellationToken) is { } mark
            )
            {
                yield return mark.Value;
            }
        }
    }
}
