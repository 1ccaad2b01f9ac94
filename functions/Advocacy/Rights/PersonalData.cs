using Advocacy.People;
using Advocacy.Platform;
using Advocacy.Platform.Limits;
using Advocacy.Platform.Store;

namespace Advocacy.Rights;

/// <summary>Everything that is on record about one person.</summary>
/// <param name="Kinds">Those of which there is anything, with the documents as they are stored.</param>
public sealed record PersonalFile(Subject Subject, Employee? Employee, IReadOnlyList<PersonalRecords> Kinds);

public sealed record PersonalRecords(RecordKind Kind, IReadOnlyList<Document> Documents);

/// <summary>Gathers what is on record about one person, from every place in <see cref="Records"/>. Changes nothing.</summary>
public sealed class PersonalData(
    IDocumentStore store,
    Roster roster,
    FailureLog failures,
    RateLimits limits,
    Pseudonyms pseudonyms
)
{
    public async Task<PersonalFile> GatherAsync(string employeeId, CancellationToken cancellationToken = default)
    {
        var employee = await roster.FindAsync(employeeId, cancellationToken);
        var subject = Subject.Of(employeeId, employee, pseudonyms);
        var sources = new RecordSources(store, failures, limits);
        var found = await Task.WhenAll(
            Records
                .All.Where(kind => kind.Group is not null)
                .Select(async kind => new PersonalRecords(
                    kind,
                    await kind.Find(sources, subject, cancellationToken).ToListAsync(cancellationToken)
                ))
        );
        return new PersonalFile(subject, employee, [.. found.Where(records => records.Documents.Count > 0)]);
    }
}
