using Advocacy.Consent;
using Advocacy.Content;
using Advocacy.Digests;
using Advocacy.Drops;
using Advocacy.Engagement;
using Advocacy.Local;
using Advocacy.People;
using Advocacy.Platform;
using Advocacy.Platform.Queue;
using Advocacy.Platform.Store;
using Advocacy.Programme;
using Advocacy.Tests.Functions;

namespace Advocacy.Tests.Rights;

/// <summary>The sample company after its first week: roster, posts and mails, on a world whose functions can be called.</summary>
internal static class SampleCompany
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<HttpFixture> StartAsync(params (string Key, string Value)[] settings)
    {
        var world = new World(settings);
        var http = await HttpFixture.StartAsync(world);
        var sample = CompanyFolder.Sample();
        await world.Get<Company>().SaveAsync(sample.Profile, Cancel);
        await ImportAsync(world);
        await world.Queue.EnqueueAsync(
            Queues.Content,
            [.. sample.DropPaths.Select(path => sample.DropText(path, world.Time, "http://127.0.0.1:7071/sample"))],
            cancellationToken: Cancel
        );
        await http.DrainAsync();
        await world.Get<DigestPlanner>().PlanWholeWeekAsync(cancellationToken: Cancel);
        await http.DrainAsync();
        world.Mailer.Sent.ShouldNotBeEmpty();
        return http;
    }

    public static async Task<RosterReport> ImportAsync(World world)
    {
        await using var roster = File.OpenRead(CompanyFolder.Sample().RosterPath!);
        return await world.Get<RosterImport>().ImportAsync(roster, cancellationToken: Cancel);
    }

    /// <summary>Somebody who was mailed, with traces in every place that holds any: shares, a failed message, a counter, an open join.</summary>
    public static async Task<Employee> SomebodyAsync(HttpFixture http)
    {
        var world = http.World;
        var address = world.Mailer.Sent[0].Recipient.To.Address;
        var person = (await world.AllAsync<Employee>(Containers.Employees)).Single(one => one.Address == address);
        foreach (var purpose in Enum.GetValues<ConsentPurpose>())
        {
            await world.DecideAsync(person, purpose, ConsentAction.Given);
        }
        var delivery = (await world.AllAsync<Delivery>(Containers.Deliveries)).First(one =>
            one.EmployeeId == person.Id
        );
        foreach (var (index, pick) in delivery.Picks.Index())
        {
            await http.Server.PostAsync(
                http.Links.SharePage(new(person.Id, delivery.EditionId, index)),
                "channel=linkedin"
            );
        }
        await http.EnterAsync(person.Address);
        await http.Server.PostAsync(
            http.Links.Suggest(person.Id),
            $"do=send&url=https%3A%2F%2Fx.example%2F{person.Id[..6]}&title=A+story&name=yes"
        );
        await http.DrainAsync();
        var suggested = (await world.AllAsync<Post>(Containers.Posts)).Single(one => one.SuggestedBy == person.Id);
        await world
            .Get<SuggestionOutcome>()
            .TellAsync(suggested with { Status = PostStatus.Rejected }, cancellationToken: Cancel);
        var failures = world.Get<FailureLog>();
        var others = (await world.AllAsync<Employee>(Containers.Employees)).Take(3).Select(one => one.Id);
        await failures.KeepAsync(
            Queues.Digests,
            DigestMessage.For("2026-W47", [.. others, person.Id], 100)[0],
            "The store was away.",
            Cancel
        );
        await failures.KeepAsync(Queues.Content, $"Write to {person.Address}!", "It is no JSON.", Cancel);
        await http.DrainAsync();
        (await world.AllAsync<EngagementEvent>(Containers.Engagements))
            .Count(one => one.Subject == person.Id)
            .ShouldBeGreaterThan(0);
        return person;
    }

    /// <summary>Documents of the whole store that name a person by id or address, as <c>container partition id</c>.</summary>
    public static IReadOnlyDictionary<string, string> Naming(World world, Employee person) =>
        world
            .Store.Snapshot()
            .Where(document => Named(document.Key + document.Value, person))
            .ToDictionary(document => document.Key, document => document.Value);

    public static bool Named(string text, Employee person) =>
        text.Contains(person.Id, StringComparison.Ordinal)
        || text.Contains(person.Address, StringComparison.OrdinalIgnoreCase)
        || text.Contains(person.Name, StringComparison.OrdinalIgnoreCase);
}
