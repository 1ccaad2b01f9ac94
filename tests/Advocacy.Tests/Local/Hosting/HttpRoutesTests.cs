using System.Net;
using Advocacy.Tests.Functions;

namespace Advocacy.Tests.Local.Hosting;

public sealed class HttpRoutesTests
{
    private readonly Calls _calls = new();

    [Fact]
    public async Task Route_values_reach_the_parameters_of_their_names()
    {
        await using var server = await StartAsync();

        var answer = await server.GetAsync("/things/blue%20%C3%A6/42");

        answer.Status.ShouldBe(HttpStatusCode.OK);
        answer.Body.ShouldBe("blue æ 42");
        _calls.All.ShouldBe(["read GET blue æ 42"]);
    }

    [Fact]
    public async Task The_method_chooses_between_functions_of_one_route()
    {
        await using var server = await StartAsync();

        (await server.PostAsync("/things/blue/42")).Status.ShouldBe(HttpStatusCode.Created);
        (await server.SendAsync("HEAD", "/things/blue/42")).Status.ShouldBe(HttpStatusCode.OK);

        _calls.All.ShouldBe(["write POST blue 42", "read HEAD blue 42"]);
    }

    [Fact]
    public async Task A_method_that_no_function_names_is_refused()
    {
        await using var server = await StartAsync();

        (await server.SendAsync("DELETE", "/things/blue/42")).Status.ShouldBe(HttpStatusCode.MethodNotAllowed);

        _calls.All.ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_route_and_methods_the_name_answers_to_GET_and_POST()
    {
        await using var server = await StartAsync();

        (await server.GetAsync("/Quiet")).Status.ShouldBe(HttpStatusCode.NoContent);
        (await server.PostAsync("/quiet")).Status.ShouldBe(HttpStatusCode.NoContent);

        _calls.All.ShouldBe(["quiet GET", "quiet POST"]);
    }

    [Fact]
    public async Task The_prefix_stands_before_every_route()
    {
        await using var server = await StartAsync("api");

        (await server.GetAsync("/api/things/blue/1")).Status.ShouldBe(HttpStatusCode.OK);
        (await server.GetAsync("/things/blue/1")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private Task<FunctionServer> StartAsync(string prefix = "") =>
        FunctionServer.StartAsync(Calls.Catalog(), _calls.Invoker(), prefix);
}
