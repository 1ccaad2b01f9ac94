using System.Net;
using System.Text.Json;
using Advocacy.People;
using Advocacy.Platform;
using Advocacy.Platform.Store;
using Advocacy.Rights;
using Advocacy.Tests.Functions;

namespace Advocacy.Tests.Rights;

public sealed class PersonalDataTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<Type> Kinds() =>
        [.. typeof(Document).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Document)) && IsStored(type))];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_kind_of_document_says_whom_it_is_about_and_how_long_it_stays(Type type)
    {
        var kind = Records
            .All.Where(one => one.Type == type)
            .ShouldHaveSingleItem($"Say in Records.All whom a {type.Name} is about, and how long it stays.");

        (kind.Group is null).ShouldBe(kind.Impersonal is { Length: > 0 });
        kind.Lifetime.ShouldNotBeEmpty();
    }

    [Fact]
    public void Every_container_is_in_the_list() =>
        Records.All.Select(kind => kind.Container).Distinct().ShouldBe(Containers.All, ignoreOrder: true);

    [Fact]
    public async Task The_download_holds_every_document_of_the_store_that_names_the_person_as_it_is_stored()
    {
        await using var http = await SampleCompany.StartAsync();
        var person = await SampleCompany.SomebodyAsync(http);
        var stored = SampleCompany.Naming(http.World, person);

        var answer = await http.Server.GetAsync($"{http.Links.Preferences(person.Id)}/data.json");

        answer.Status.ShouldBe(HttpStatusCode.OK);
        var exported = DocumentsOf(answer.Body);
        foreach (var (key, value) in stored)
        {
            var json = value[(value.IndexOf(' ') + 1)..];
            var (container, id) = (key.Split(' ')[0], key.Split(' ')[^1]);
            var found = exported[(container, id)].ShouldNotBeNull();
            if (container != "failures")
            {
                // WriteIndented is all that differs.
                JsonElement.DeepEquals(found, JsonElement.Parse(json)).ShouldBeTrue(key);
            }
        }
        // The counter's id names nobody; it is the person's all the same.
        exported.Keys.Select(key => key.Container).ShouldContain("limits");
    }

    [Fact]
    public async Task It_holds_nothing_of_anybody_else()
    {
        await using var http = await SampleCompany.StartAsync();
        var person = await SampleCompany.SomebodyAsync(http);
        var others = (await http.World.AllAsync<Employee>(Containers.Employees)).Where(one => one.Id != person.Id);

        var answer = await http.Server.GetAsync($"{http.Links.Preferences(person.Id)}/data.json");

        others.Where(other => SampleCompany.Named(answer.Body, other)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("da", "Det ved vi om dig")]
    [InlineData("en", "What we know about you")]
    public async Task The_page_says_it_in_the_persons_words(string language, string title)
    {
        await using var http = await SampleCompany.StartAsync();
        var person = await SampleCompany.SomebodyAsync(http);
        await http.World.Get<Roster>().ChangeAsync(person.Id, one => one with { Language = language }, Cancel);

        var answer = await http.Server.GetAsync($"{http.Links.Preferences(person.Id)}/data");

        answer.Status.ShouldBe(HttpStatusCode.OK);
        answer.Body.ShouldContain($"<h1>{title}</h1>");
        answer.Body.ShouldContain(person.Name);
        answer.Body.ShouldContain(person.Address);
        foreach (var group in Enum.GetValues<DataGroup>().Where(group => group != DataGroup.Erased))
        {
            answer.Body.ShouldContain($"id=\"{group}\"");
        }
    }

    [Fact]
    public async Task After_an_erasure_it_shows_what_is_left()
    {
        await using var http = await SampleCompany.StartAsync();
        var person = await SampleCompany.SomebodyAsync(http);
        var link = http.Links.Preferences(person.Id);
        await http.Server.PostAsync($"{link}/erase", "sure=yes");

        var page = await http.Server.GetAsync($"{link}/data");
        var file = await http.Server.GetAsync($"{link}/data.json");

        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Body.ShouldNotContain(person.Name);
        DocumentsOf(file.Body).Keys.Select(key => key.Container).Distinct().ShouldBe(["employees", "consents"], true);
    }

    [Theory]
    [InlineData("data")]
    [InlineData("data.json")]
    [InlineData("erase")]
    public async Task Wrong_expired_foreign_and_tampered_tokens_answer_alike(string page)
    {
        await using var http = await SampleCompany.StartAsync();
        var person = await SampleCompany.SomebodyAsync(http);
        var signer = http.World.Get<LinkSigner>();
        var good = signer.Sign(LinkPurpose.Preferences, person.Id, TimeSpan.FromDays(1));
        string[] wrong =
        [
            "wrong",
            signer.Sign(LinkPurpose.Preferences, person.Id, TimeSpan.FromDays(-1)),
            signer.Sign(LinkPurpose.Unsubscribe, person.Id, TimeSpan.FromDays(1)),
            signer.Sign(LinkPurpose.Preferences, "somebody else", TimeSpan.FromDays(1)),
            good[..^1] + (good[^1] == 'A' ? 'Q' : 'A'),
        ];

        var answers = new List<Answer>();
        foreach (var token in wrong)
        {
            answers.Add(await http.Server.GetAsync($"/preferences/{token}/{page}"));
        }

        answers.Distinct().ShouldHaveSingleItem().Status.ShouldBe(HttpStatusCode.NotFound);
        (await http.Server.GetAsync($"/preferences/{good}/{page}")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public void A_message_is_taken_apart_by_whom_it_is_about()
    {
        const string body = """{"editionId":"2026-W48","employeeIds":["a1","b2","c3"]}""";

        MessageParts.Without(body, text => text.Contains("b2")).ShouldBe(body.Replace("\"b2\",", ""));
        MessageParts
            .Only(body, text => text.Contains("b2"))
            .ShouldBe("""{"editionId":"2026-W48","employeeIds":["b2"]}""");
        MessageParts.Without("""{"employeeIds":["b2"]}""", text => text.Contains("b2")).ShouldBeNull();
        MessageParts.Without("""{"employeeId":"b2"}""", text => text.Contains("b2")).ShouldBeNull();
        MessageParts
            .Without("[{\"a\":\"b2\"},{\"a\":\"c3\"}]", text => text.Contains("b2"))
            .ShouldBe("[{\"a\":\"c3\"}]");
        MessageParts.Without("no json, b2", text => text.Contains("b2")).ShouldBeNull();
    }

    private static Dictionary<(string Container, string Id), JsonElement?> DocumentsOf(string json)
    {
        using var file = JsonDocument.Parse(json);
        file.RootElement.GetProperty("schema").GetInt32().ShouldBe(1);
        return file
            .RootElement.GetProperty("records")
            .EnumerateArray()
            .SelectMany(records =>
                records
                    .GetProperty("documents")
                    .EnumerateArray()
                    .Select(one =>
                        (
                            Key: (records.GetProperty("container").GetString()!, one.GetProperty("id").GetString()!),
                            Value: (JsonElement?)one.Clone()
                        )
                    )
            )
            .ToDictionary(pair => pair.Key, pair => pair.Value);
    }

    /// <summary>Not the shadows that read a kind whatever was done to it.</summary>
    private static bool IsStored(Type type) => !type.IsAbstract && !type.IsNested;
}
