using System.Net;
using Advocacy.Access;
using Advocacy.Functions;
using Advocacy.Local.Hosting;
using Advocacy.Tests.Functions;

namespace Advocacy.Tests.Access;

/// <summary>No page of the comms team is without its door, whoever adds one.</summary>
public sealed class CommsRoutesTests
{
    [Fact]
    public async Task Every_route_of_the_comms_team_is_shut_to_who_is_not_signed_in()
    {
        await using var http = await HttpFixture.StartAsync();
        var functions = FunctionCatalog
            .Of(typeof(HarvestFeeds).Assembly, _ => null)
            .Http.Where(function => CommsLayout.Names.Contains(function.Route.Split('/')[0]))
            .ToList();
        functions.Count.ShouldBeGreaterThan(10);
        var before = http.World.Store.Snapshot();

        foreach (var function in functions)
        {
            foreach (
                var method in function.Methods.Where(method =>
                    !method.Equals("head", StringComparison.OrdinalIgnoreCase)
                )
            )
            {
                var answer = await http.Server.SendAsync(
                    method.ToUpperInvariant(),
                    $"/{function.Route.Replace("{", "", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal)}",
                    method.Equals("post", StringComparison.OrdinalIgnoreCase) ? "title=x" : null
                );

                answer.Status.ShouldBe(HttpStatusCode.Unauthorized, $"{method} {function.Route}");
            }
        }
        http.World.Store.Snapshot().ShouldBe(before);
        http.Messages().ShouldBeEmpty();
    }
}
