using System.Globalization;
using Advocacy.People;
using Advocacy.Platform.Store;

namespace Advocacy.Content;

/// <summary>
/// What makes a drop that reads well a post that is offered to nobody: an expiry that has passed, a unit that nobody is in. It is refused, so
/// that whoever dropped it knows why.
/// </summary>
public sealed class DropChecks(IDocumentStore store, TimeProvider time)
{
    /// <summary>The reader's defects, or those that only the clock and the roster know; none of a withdrawal.</summary>
    public async Task<IReadOnlyList<string>> DefectsAsync(
        ContentDropResult read,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(read);
        if (read.Drop is not { } drop)
        {
            return read.Defects;
        }
        var defects = new DropDefects();
        if (drop.ExpiresAt is { } expires && expires <= time.GetUtcNow())
        {
            defects.Add($"/expiresAt is {Text(expires)}, which has passed; give a later one or leave it out");
        }
        foreach (var (index, unit) in (drop.ForUnits ?? []).Index())
        {
            if (!await HasPeopleAsync(unit.Trim(), cancellationToken))
            {
                defects.Add(
                    $"/forUnits/{index} is \"{DropDefects.Shown(unit)}\", and nobody on the roster is in it; write it as the roster does"
                );
            }
        }
        return defects.All;
    }

    private async Task<bool> HasPeopleAsync(string unit, CancellationToken cancellationToken)
    {
        var query = new Query(Containers.Employees)
        {
            Where = [new Condition("unit", Comparison.Equal, unit)],
            PageSize = 1,
        };
        return await store.QueryAllAsync<Employee>(query, cancellationToken).AnyAsync(cancellationToken);
    }

    private static string Text(DateTimeOffset at) =>
        at.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
}
