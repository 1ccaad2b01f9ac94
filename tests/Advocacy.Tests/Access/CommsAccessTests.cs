using System.Net;
using Advocacy.Access;
using Microsoft.AspNetCore.Http;
using static Advocacy.Tests.Access.CommsDoor;

namespace Advocacy.Tests.Access;

public sealed class CommsAccessTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_member_of_the_comms_team_is_let_in_under_their_name()
    {
        await using var world = await new World(SignInIsOn).WithCompanyAsync();

        (await ShowAsync(world, Principal("mia@acme.example", "Comms"))).ShouldBe((200, null, "mia@acme.example"));
    }

    [Fact]
    public async Task Who_is_not_signed_in_is_sent_to_sign_in_and_back()
    {
        await using var world = await new World(SignInIsOn).WithCompanyAsync();

        var (status, location, name) = await ShowAsync(world, null);

        status.ShouldBe(302);
        location.ShouldBe("/.auth/login/aad?post_login_redirect_uri=%2Fdesk%3Fpage%3D2");
        name.ShouldBeNull();
    }

    [Theory]
    [InlineData("Finance")]
    [InlineData("comms")]
    public async Task Another_role_is_refused(string role)
    {
        await using var world = await new World(SignInIsOn).WithCompanyAsync();

        (await ShowAsync(world, Principal("mia@acme.example", role))).ShouldBe((403, null, null));
    }

    [Fact]
    public async Task Without_the_platforms_sign_in_the_header_is_nobodys_word()
    {
        await using var world = await new World().WithCompanyAsync();

        (await ShowAsync(world, Principal("mia@acme.example", "Comms"))).ShouldBe((401, null, null));
    }

    [Theory]
    [InlineData("not base64")]
    [InlineData("e30=")]
    [InlineData("eyJhdXRoX3R5cCI6ImFhZCIsImNsYWltcyI6M30=")]
    public async Task A_header_that_cannot_be_read_names_nobody(string principal)
    {
        await using var world = await new World(SignInIsOn).WithCompanyAsync();

        (await ShowAsync(world, principal)).Status.ShouldBe(302);
    }

    [Theory]
    [InlineData("127.0.0.1", 200)]
    [InlineData("::1", 200)]
    [InlineData("192.0.2.7", 403)]
    public async Task One_machine_is_open_to_itself_and_to_nobody_else(string from, int status)
    {
        await using var world = await new World(("Advocacy:Access:ThisMachine", "true")).WithCompanyAsync();

        (await ShowAsync(world, null, IPAddress.Parse(from))).Status.ShouldBe(status);
    }

    [Fact]
    public async Task A_form_needs_the_token_of_who_posts_it()
    {
        await using var world = await new World(SignInIsOn).WithCompanyAsync();
        var access = world.Get<CommsAccess>();
        var mine = Principal("mia@acme.example", "Comms");
        var token = await FormTokenAsync(access, mine);
        var theirs = await FormTokenAsync(access, Principal("bo@acme.example", "Comms"));

        (await PostAsync(access, mine, $"form={token}")).ShouldBe((200, true));
        (await PostAsync(access, mine, $"form={theirs}")).ShouldBe((400, false));
        (await PostAsync(access, mine, "title=x")).ShouldBe((400, false));
        (await PostAsync(access, null, $"form={token}")).ShouldBe((401, false));
        world.Time.Advance(TimeSpan.FromHours(13));
        (await PostAsync(access, mine, $"form={token}")).ShouldBe((400, false));
    }

    private static async Task<(int Status, string? Location, string? Name)> ShowAsync(
        World world,
        string? principal,
        IPAddress? from = null
    )
    {
        string? name = null;
        var request = Request(principal: principal);
        request.HttpContext.Connection.RemoteIpAddress = from;
        var result = await world
            .Get<CommsAccess>()
            .ShowAsync(
                request,
                person =>
                {
                    name = person.Name;
                    return Task.FromResult(Results.Ok());
                },
                Cancel
            );
        var (status, location) = await AnswerAsync(result, request);
        return (status, location, name);
    }

    private static async Task<(int Status, bool Acted)> PostAsync(CommsAccess access, string? principal, string form)
    {
        var acted = false;
        var request = Request("POST", principal, form);
        var result = await access.PostAsync(
            request,
            (_, _) =>
            {
                acted = true;
                return Task.FromResult(Results.Ok());
            },
            Cancel
        );
        return ((await AnswerAsync(result, request)).Status, acted);
    }
}
