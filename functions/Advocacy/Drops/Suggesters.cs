using Advocacy.Content;
using Advocacy.Insights;
using Advocacy.People;
using Advocacy.Platform.Store;
using Microsoft.Extensions.Options;

namespace Advocacy.Drops;

/// <summary>Whom the comms team sees behind a suggestion.</summary>
/// <param name="Name">Only where they ticked it; else <c>null</c>.</param>
/// <param name="Unit">Only where it has at least the smallest group of people, or the name is shown; else <c>null</c>.</param>
public sealed record Suggester(string? Name, string? Unit);

/// <summary>
/// Suggesting is voluntary and no manager watches who does: a suggestion shows a name where its writer ticked that, else at most a unit that is
/// large enough to hide in.
/// </summary>
public sealed class Suggesters(IDocumentStore store, Roster roster, IOptions<InsightOptions> options)
{
    /// <returns><c>null</c> where no employee suggested it.</returns>
    public async Task<Suggester?> OfAsync(Post post, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(post);
        if (post.SuggestedBy is not { } employeeId)
        {
            return null;
        }
        if (await roster.FindAsync(employeeId, cancellationToken) is not { } employee)
        {
            return new Suggester(null, null);
        }
        var unit = employee.Unit.Length == 0 ? null : employee.Unit;
        if (post.NameSuggester)
        {
            return new Suggester(employee.Name, unit);
        }
        return new Suggester(null, unit is not null && await IsLargeAsync(unit, cancellationToken) ? unit : null);
    }

    private async Task<bool> IsLargeAsync(string unit, CancellationToken cancellationToken)
    {
        var query = new Query(Containers.Employees)
        {
            Where = [new Condition("unit", Comparison.Equal, unit)],
            PageSize = 100,
        };
        var least = options.Value.SmallestGroup;
        return await store.QueryAllAsync<Employee>(query, cancellationToken).Take(least).CountAsync(cancellationToken)
            >= least;
    }
}
