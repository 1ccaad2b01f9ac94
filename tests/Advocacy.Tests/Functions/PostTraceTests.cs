using System.Diagnostics;
using Advocacy.Consent;
using Advocacy.Content;
using Advocacy.Digests;
using Advocacy.Engagement;
using Advocacy.Functions;
using Advocacy.Local.Hosting;
using Advocacy.Platform.Queue;
using Advocacy.Platform.Store;
using Advocacy.Platform.Telemetry;
using Advocacy.Sharing;
using Advocacy.Tests.Platform.Telemetry;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;
using Microsoft.Extensions.Logging.Abstractions;
using IMeterFactory = System.Diagnostics.Metrics.IMeterFactory;

namespace Advocacy.Tests.Functions;

/// <summary>A post is followed from its drop to its share, through queues, digests and pages.</summary>
public sealed class PostTraceTests
{
    private const string Drop = """
        {"url":"https://acme.example/wind","title":"A good week for wind","summary":"We are proud.","language":"en"}
        """;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Traces_lead_from_the_drop_to_the_share_and_name_no_person()
    {
        await using var world = await new World().WithCompanyAsync();
        using var traces = new HeardTraces();
        var ida = await world.AddPersonAsync(
            "ida",
            null,
            ConsentPurpose.DigestEmail,
            ConsentPurpose.ClickMeasurement,
            ConsentPurpose.ShareStatistics
        );
        Activity drop;
        using (drop = traces.Begin("a drop"))
        {
            await world.Get<IWorkQueue>().EnqueueAsync(Queues.Content, [Drop], cancellationToken: Cancel);
        }
        await DrainAsync(world);
        Activity planning;
        using (planning = traces.Begin("a timer"))
        {
            await world.Get<DigestPlanner>().PlanWholeWeekAsync(cancellationToken: Cancel);
        }
        await DrainAsync(world);
        var post = (await world.AllAsync<Post>(Containers.Posts)).ShouldHaveSingleItem();
        var delivery = (await world.AllAsync<Delivery>(Containers.Deliveries)).ShouldHaveSingleItem();
        var links = world.Get<SiteLinks>();
        var token = links.SharePage(new SharedPick(ida.Id, delivery.EditionId, 0)).Split("/share/")[1];
        var code = links.ShortLink(post.Id, "linkedin").Split("/l/")[1];
        var view = await RequestAsync(traces, request => world.Get<SharePages>().OpenedAsync(token, request, Cancel));
        var share = await RequestAsync(traces, request => world.Get<SharePages>().TellAsync(token, request, Cancel));
        var click = await RequestAsync(traces, request => world.Get<ShortLinks>().FollowAsync(code, request, Cancel));
        await DrainAsync(world);

        // One trace for drop, intake and tone: each handling continues the sending before it.
        string[] steps = ["send content", "process content", "send tone", "process tone"];
        var chain = steps.Select(traces.Single).ToList();
        chain.ShouldAllBe(step => step.TraceId == drop.TraceId);
        chain
            .Select(step => step.ParentSpanId)
            .ShouldBe([drop.SpanId, .. chain.SkipLast(1).Select(step => step.SpanId)]);
        post.TraceParent.ShouldBe(chain[1].Id);

        // A digest holds many posts and a person shares at leisure: traces of their own, with links.
        var digests = traces.Single("process digests");
        (digests.TraceId, LinkedTrace(digests)).ShouldBe((planning.TraceId, drop.TraceId));
        foreach (
            var (name, request) in new[] { ("view share page", view), ("share", share), ("follow short link", click) }
        )
        {
            var step = traces.Single(name);
            (step.TraceId, step.ParentSpanId).ShouldBe((request.TraceId, request.SpanId));
            LinkedTrace(step).ShouldBe(drop.TraceId);
            step.TagObjects.ShouldBe([KeyValuePair.Create("advocacy.post.id", (object?)post.Id)]);
            // A share is told of the post, and once a week of nobody.
            traces
                .All.Count(one => one.DisplayName == "process engagement" && one.TraceId == step.TraceId)
                .ShouldBe(name == "share" ? 2 : 1);
        }
        (await world.AllAsync<EngagementEvent>(Containers.Engagements)).Count.ShouldBe(4);
        var told = string.Join('\n', traces.All.SelectMany(one => one.TagObjects.Select(tag => $"{tag.Value}")));
        foreach (var personal in (string[])[ida.Id, ida.Address, ida.Name, delivery.Id, token])
        {
            told.ShouldNotContain(personal);
        }
    }

    [Fact]
    public async Task Where_nobody_listens_nothing_is_traced_and_everything_works()
    {
        await using var world = await new World().WithCompanyAsync();
        await world.Get<IWorkQueue>().EnqueueAsync(Queues.Content, [Drop], cancellationToken: Cancel);

        await DrainAsync(world);

        var post = (await world.AllAsync<Post>(Containers.Posts)).ShouldHaveSingleItem();
        (post.Status, post.TraceParent).ShouldBe((PostStatus.Ready, null));
    }

    [Fact]
    public async Task Posts_and_digests_are_counted_by_outcome()
    {
        await using var world = await new World().WithCompanyAsync();
        var meters = world.Get<IMeterFactory>();
        using var posts = new MetricCollector<long>(meters, Metrics.MeterName, "advocacy.posts.judged");
        using var digests = new MetricCollector<long>(meters, Metrics.MeterName, "advocacy.digests.settled");
        await world.AddReaderAsync("ida");
        var bo = await world.AddReaderAsync("bo");
        await world.Get<IWorkQueue>().EnqueueAsync(Queues.Content, [Drop], cancellationToken: Cancel);
        await DrainAsync(world);
        await world.Get<DigestPlanner>().PlanWholeWeekAsync(cancellationToken: Cancel);
        await world.DecideAsync(bo, ConsentPurpose.DigestEmail, ConsentAction.Withdrawn);

        await DrainAsync(world);

        posts.GetMeasurementSnapshot().Select(one => (one.Value, one.Tags["verdict"])).ShouldBe([(1, "ready")]);
        digests
            .GetMeasurementSnapshot()
            .Select(one => (one.Value, one.Tags["outcome"]))
            .ShouldBe([(1, (object?)"sent"), (1, (object?)"failed")], ignoreOrder: true);
    }

    private static ActivityTraceId LinkedTrace(Activity activity) =>
        activity.Links.ShouldHaveSingleItem().Context.TraceId;

    private static async Task<Activity> RequestAsync(HeardTraces traces, Func<HttpRequest, Task> handle)
    {
        using var request = traces.Begin("a request");
        await handle(new DefaultHttpContext().Request);
        return request;
    }

    private static Task<int> DrainAsync(World world) =>
        new QueuePump(
            FunctionCatalog.Of(typeof(HarvestFeeds).Assembly, _ => null),
            new FunctionInvoker(world.Get<IServiceProvider>()),
            world.Queue,
            NullLogger<QueuePump>.Instance
        ).DrainAsync(cancellationToken: Cancel);
}
