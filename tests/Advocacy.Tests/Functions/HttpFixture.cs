using Advocacy.Consent;
using Advocacy.Content;
using Advocacy.Digests;
using Advocacy.Engagement;
using Advocacy.Functions;
using Advocacy.Local.Hosting;
using Advocacy.People;
using Advocacy.Platform.Queue;
using Advocacy.Platform.Store;
using Advocacy.Sharing;
using Microsoft.Extensions.Logging.Abstractions;

namespace Advocacy.Tests.Functions;

/// <summary>A world whose HTTP functions can be called, and the links that its mails would carry.</summary>
internal sealed class HttpFixture : IAsyncDisposable
{
    public const string Edition = "2026-W48";

    private readonly QueuePump _pump;

    private HttpFixture(World world, FunctionServer server)
    {
        World = world;
        Server = server;
        _pump = new QueuePump(
            FunctionCatalog.Of(typeof(HarvestFeeds).Assembly, _ => null),
            new FunctionInvoker(world.Get<IServiceProvider>()),
            world.Queue,
            NullLogger<QueuePump>.Instance
        );
    }

    public World World { get; }
    public FunctionServer Server { get; }
    public SiteLinks Links => World.Get<SiteLinks>();

    public static Task<HttpFixture> StartAsync() => StartAsync(new World());

    public static async Task<HttpFixture> StartAsync(World world)
    {
        await world.WithCompanyAsync();
        return new HttpFixture(world, await FunctionServer.StartAsync(world));
    }

    /// <summary>Works off every queue.</summary>
    public Task DrainAsync() => _pump.DrainAsync(cancellationToken: TestContext.Current.CancellationToken);

    /// <summary>The link of a share page for a post that the person was mailed.</summary>
    public async Task<string> DeliverAsync(Employee person, Post post)
    {
        await World.Store.UpsertAsync(
            Containers.Deliveries,
            new Delivery
            {
                Id = Delivery.IdOf(person.Id, Edition),
                EmployeeId = person.Id,
                EditionId = Edition,
                Picks = [new Pick(post.Id, post.ShareTexts[0].Id)],
                State = DeliveryState.Sent,
                PlannedAt = World.Time.GetUtcNow(),
            },
            TestContext.Current.CancellationToken
        );
        return Links.SharePage(new SharedPick(person.Id, Edition, 0));
    }

    /// <summary>Fills in the join page, works off the queues, and gives the link of the newest mail.</summary>
    public async Task<string> EnterAsync(
        string address,
        string more = "&language=en&name=Eva&purpose=DigestEmail",
        string page = "/join"
    )
    {
        await Server.PostAsync(page, $"address={Uri.EscapeDataString(address)}{more}");
        await DrainAsync();
        return World
            .Mailer.Sent[^1]
            .Recipient.Substitutions.Values.First(value => value.Contains("/join/", StringComparison.Ordinal));
    }

    /// <summary>All EngagementEvents, after the queue was worked off.</summary>
    public async Task<IReadOnlyList<EngagementEvent>> EngagementsAsync()
    {
        await DrainAsync();
        return await World.AllAsync<EngagementEvent>(Containers.Engagements);
    }

    /// <summary>One person's ConsentEvents in their order.</summary>
    public async Task<IReadOnlyList<ConsentEvent>> EventsAsync(string employeeId) =>
        await World
            .Get<ConsentLedger>()
            .HistoryAsync(employeeId, TestContext.Current.CancellationToken)
            .ToListAsync(TestContext.Current.CancellationToken);

    /// <summary>What waits on the queues, the engagement queue left out.</summary>
    public IReadOnlyList<string> Messages() =>
        [
            .. Queues
                .All.Where(queue => queue != Queues.Engagement)
                .SelectMany(queue => World.Queue.Bodies(queue).Concat(World.Queue.Bodies(Queues.PoisonOf(queue)))),
        ];

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        await World.DisposeAsync();
    }
}
