using Advocacy.Platform.Store;
using Microsoft.Extensions.Options;

namespace Advocacy.People;

/// <summary>
/// Remembers by pseudonym who had themselves erased, so that no roster brings them back and no invitation asks them again. That is
/// forgotten <see cref="RosterOptions.KeepErasedDays"/> after the erasure, or after the last roster that named them, if that is later.
/// </summary>
public sealed class ErasedPeople(IDocumentStore store, IOptions<RosterOptions> options, TimeProvider time)
{
    /// <summary>A roster comes every night: the mark need not be written as often.</summary>
    private static readonly TimeSpan Rarely = TimeSpan.FromDays(30);

    public async Task<bool> ContainsAsync(string employeeId, CancellationToken cancellationToken = default) =>
        await FindAsync(employeeId, cancellationToken) is not null;

    public async Task<ErasedEmployee?> FindAsync(string employeeId, CancellationToken cancellationToken = default) =>
        (await ReadAsync(employeeId, cancellationToken))?.Value;

    /// <summary>All of them, in no promised order.</summary>
    public IAsyncEnumerable<ErasedEmployee> AllAsync(CancellationToken cancellationToken = default) =>
        store
            .QueryAllAsync<ErasedEmployee>(new Query(Containers.Employees), cancellationToken)
            .Select(stored => stored.Value);

    /// <summary>Puts the mark in the employee's place, in one write; <c>null</c> where there is neither employee nor mark.</summary>
    public async Task<ErasedEmployee?> MarkAsync(string employeeId, CancellationToken cancellationToken = default)
    {
        while (true)
        {
            var employee = await store.ReadAsync<Employee>(
                Containers.Employees,
                employeeId,
                employeeId,
                cancellationToken
            );
            if (employee is null)
            {
                return await FindAsync(employeeId, cancellationToken);
            }
            var mark = Kept(new ErasedEmployee { Id = employeeId, ErasedAt = time.GetUtcNow() });
            if (await store.TryReplaceAsync(Containers.Employees, mark, employee.ETag, cancellationToken) is not null)
            {
                return mark;
            }
        }
    }

    /// <summary>Erasing begins once more: until it is finished, the person cannot come back.</summary>
    public Task<ErasedEmployee?> ReopenAsync(string employeeId, CancellationToken cancellationToken = default) =>
        ChangeAsync(employeeId, mark => mark with { FinishedAt = null }, cancellationToken);

    public Task<ErasedEmployee?> FinishAsync(string employeeId, CancellationToken cancellationToken = default) =>
        ChangeAsync(employeeId, mark => mark with { FinishedAt = time.GetUtcNow() }, cancellationToken);

    /// <summary>A roster names the person: the mark is kept longer, because the next roster will too.</summary>
    /// <returns><c>false</c> where the person was not erased.</returns>
    public async Task<bool> NamedAsync(string employeeId, CancellationToken cancellationToken = default)
    {
        var found = false;
        await ChangeAsync(
            employeeId,
            mark =>
            {
                found = true;
                var now = time.GetUtcNow();
                return now - (mark.NamedAt ?? mark.ErasedAt) < Rarely ? null : mark with { NamedAt = now };
            },
            cancellationToken
        );
        return found;
    }

    /// <summary>
    /// Puts the person back in the mark's place, in one write. Only for what the person does themselves.
    /// </summary>
    /// <returns><c>false</c> where there is no mark, or the erasing is not finished.</returns>
    public async Task<bool> TryReturnAsync(Employee employee, CancellationToken cancellationToken = default) =>
        await ReadAsync(employee.Id, cancellationToken) is { Value.FinishedAt: not null } mark
        && await store.TryReplaceAsync(Containers.Employees, employee, mark.ETag, cancellationToken) is not null;

    private Task<Stored<ErasedEmployee>?> ReadAsync(string employeeId, CancellationToken cancellationToken) =>
        store.ReadAsync<ErasedEmployee>(Containers.Employees, employeeId, employeeId, cancellationToken);

    private Task<ErasedEmployee?> ChangeAsync(
        string employeeId,
        Func<ErasedEmployee, ErasedEmployee?> change,
        CancellationToken cancellationToken
    ) =>
        store.ChangeAsync<ErasedEmployee>(
            Containers.Employees,
            employeeId,
            employeeId,
            mark => change(mark) is { } changed ? Kept(changed) : null,
            cancellationToken
        );

    /// <summary>The store counts the seconds from each write anew.</summary>
    private ErasedEmployee Kept(ErasedEmployee mark)
    {
        var until = (mark.NamedAt ?? mark.ErasedAt).AddDays(options.Value.KeepErasedDays);
        return mark with { Ttl = Math.Max(1, (int)Math.Ceiling((until - time.GetUtcNow()).TotalSeconds)) };
    }
}
