using Advocacy.People;
using Microsoft.AspNetCore.Http;

namespace Advocacy.Preferences;

/// <summary>The topics form.</summary>
/// <param name="Offered">The topics of the company's posts of late and the person's own, in their order.</param>
/// <param name="Chosen">None: anything.</param>
public sealed record TopicsEntry(IReadOnlyList<string> Offered, IReadOnlyList<string> Chosen)
{
    /// <summary>Something was chosen that is not offered.</summary>
    public bool IsWrong { get; init; }

    public static TopicsEntry Of(Employee employee, IEnumerable<string> ofPosts) =>
        new(
            [.. ofPosts.Concat(employee.Topics).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            employee.Topics
        );

    public TopicsEntry With(IFormCollection form)
    {
        var chosen = form["topic"].OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        return this with
        {
            Chosen = [.. chosen.Where(Offered.Contains)],
            IsWrong = !chosen.TrueForAll(Offered.Contains),
        };
    }
}
