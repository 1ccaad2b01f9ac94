using System.Collections.Concurrent;
using Advocacy.Platform.Store;

namespace Advocacy.People;

/// <summary>
/// The people, as everything that writes them does it: the time zone is registered first, so that planning never overlooks an
/// employee who was saved. One instance for the process.
/// </summary>
public sealed class Roster(IDocumentStore store) : IDisposable
{
    private readonly ConcurrentDictionary<string, bool> _registered = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _registering = new(1);

    /// <summary>The IANA zones in which there are or were employees, in ordinal order.</summary>
    public async Task<IReadOnlyList<string>> ZonesAsync(CancellationToken cancellationToken = default) =>
        (await ReadZonesAsync(cancellationToken))?.Value.Zones ?? [];

    /// <summary>The employee, or <c>null</c> where there is none.</summary>
    public async Task<Employee?> FindAsync(string employeeId, CancellationToken cancellationToken = default) =>
        (await store.ReadAsync<Employee>(Containers.Employees, employeeId, employeeId, cancellationToken))?.Value;

    /// <summary>Creates or overwrites.</summary>
    public async Task SaveAsync(Employee employee, CancellationToken cancellationToken = default)
    {
        await RegisterAsync(employee.TimeZone, cancellationToken);
        await store.UpsertAsync(Containers.Employees, employee, cancellationToken);
    }

    /// <summary>Creates; <c>false</c> where there is an employee with this id.</summary>
    public async Task<bool> TryAddAsync(Employee employee, CancellationToken cancellationToken = default)
    {
        await RegisterAsync(employee.TimeZone, cancellationToken);
        return await store.TryCreateAsync(Containers.Employees, employee, cancellationToken) is not null;
    }

    /// <summary>
    /// Reads, changes and writes until no other writer came between; the employee as written, or <c>null</c> where there is none or
    /// <paramref name="change"/> returned <c>null</c> (nothing to change).
    /// </summary>
    public async Task<Employee?> ChangeAsync(
        string employeeId,
        Func<Employee, Employee?> change,
        CancellationToken cancellationToken = default
    )
    {
        while (
            await store.ReadAsync<Employee>(Containers.Employees, employeeId, employeeId, cancellationToken)
                is { } stored
        )
        {
            if (change(stored.Value) is not { } changed)
            {
                return null;
            }
            await RegisterAsync(changed.TimeZone, cancellationToken);
            if (await store.TryReplaceAsync(Containers.Employees, changed, stored.ETag, cancellationToken) is not null)
            {
                return changed;
            }
        }
        return null;
    }

    /// <summary>The person did what only somebody who reads the address's mail can do: mail may go there again.</summary>
    public Task ProvenAsync(string employeeId, DateTimeOffset now, CancellationToken cancellationToken = default) =>
        ChangeAsync(
            employeeId,
            employee =>
                employee.Suspended is null && employee.AddressProvenAt >= now
                    ? null
                    : employee with
                    {
                        Suspended = null,
                        AddressProvenAt = now,
                    },
            cancellationToken
        );

    public void Dispose() => _registering.Dispose();

    private async Task RegisterAsync(string zone, CancellationToken cancellationToken)
    {
        // Zones are only ever added, so one that was seen on record need not be looked up again.
        if (_registered.ContainsKey(zone))
        {
            return;
        }
        // An import begins with many rows of the same new zone at once: one of them writes, the others find it written.
        await _registering.WaitAsync(cancellationToken);
        try
        {
            while (!_registered.ContainsKey(zone))
            {
                if (await TryRegisterAsync(zone, cancellationToken))
                {
                    _registered[zone] = true;
                }
            }
        }
        finally
        {
            _registering.Release();
        }
    }

    private async Task<bool> TryRegisterAsync(string zone, CancellationToken cancellationToken)
    {
        if (await ReadZonesAsync(cancellationToken) is not { } stored)
        {
            var first = new EmployeeZones { Id = EmployeeZones.ZonesId, Zones = [zone] };
            return await store.TryCreateAsync(Containers.Programme, first, cancellationToken) is not null;
        }
        if (stored.Value.Zones.Contains(zone, StringComparer.Ordinal))
        {
            return true;
        }
        var more = stored.Value with { Zones = [.. stored.Value.Zones.Append(zone).Order(StringComparer.Ordinal)] };
        return await store.TryReplaceAsync(Containers.Programme, more, stored.ETag, cancellationToken) is not null;
    }

    private Task<Stored<EmployeeZones>?> ReadZonesAsync(CancellationToken cancellationToken) =>
        store.ReadAsync<EmployeeZones>(
            Containers.Programme,
            EmployeeZones.ZonesId,
            EmployeeZones.ZonesId,
            cancellationToken
        );
}
