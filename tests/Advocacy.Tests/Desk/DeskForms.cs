using Advocacy.Access;
using Advocacy.Content;
using Advocacy.Platform.Store;
using Advocacy.Tests.Access;
using Advocacy.Tests.Functions;

namespace Advocacy.Tests.Desk;

/// <summary>The desk's forms as a browser sends them.</summary>
internal static class DeskForms
{
    public static Task<HttpFixture> StartAsync() =>
        HttpFixture.StartAsync(new World(("Advocacy:Access:ThisMachine", "true")));

    public static async Task<Stored<Post>> PostAsync(this HttpFixture http, string id) =>
        (await http.World.Store.ReadAsync<Post>(Containers.Posts, id, id, TestContext.Current.CancellationToken))!;

    /// <summary>Sends an act on the post as it is now.</summary>
    public static async Task<Answer> DecideAsync(
        this HttpFixture http,
        string id,
        string act,
        params (string Name, string Value)[] fields
    ) => await http.DecideAsync(await http.PostAsync(id), act, fields);

    /// <summary>Sends an act on the post as it was seen.</summary>
    public static async Task<Answer> DecideAsync(
        this HttpFixture http,
        Stored<Post> seen,
        string act,
        params (string Name, string Value)[] fields
    )
    {
        var token = await CommsDoor.TokenAsync(http.World.Get<CommsAccess>());
        (string Name, string Value)[] all = [("form", token), ("etag", seen.ETag), ("do", act), .. fields];
        return await http.Server.PostAsync(
            $"/desk/{seen.Value.Id}",
            string.Join('&', all.Select(field => $"{field.Name}={Uri.EscapeDataString(field.Value)}"))
        );
    }
}
