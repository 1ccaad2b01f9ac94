using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using Advocacy.Content;
using Advocacy.Platform.Queue;
using Advocacy.Platform.Telemetry;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;

namespace Advocacy.Tests.Content;

/// <summary>Many sources in one run: how many are asked at once, and whom a slow host keeps waiting.</summary>
public sealed class HarvestScaleTests : HarvestFixture
{
    [Fact]
    public async Task A_slow_host_keeps_none_of_a_thousand_sources_waiting()
    {
        var load = new Load();
        var othersDone = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Server.On("/feed", load.Around(context => AnswerAsync(context, othersDone.Task)));
        // 40 feeds of a host that does not answer before all others are done, and 960 on 96 others.
        await AddAsync(40, _ => "slow.example");
        await AddAsync(960, i => string.Create(CultureInfo.InvariantCulture, $"host{i % 96}.example"));
        var read = 0;
        var progress = new Progress(one =>
        {
            if (one.Outcome == HarvestOutcome.Read && Interlocked.Increment(ref read) == 960)
            {
                othersDone.SetResult();
            }
        });

        var report = await HarvestAsync(progress);

        report.Of(HarvestOutcome.Read).ShouldBe(1_000);
        Queue.Bodies(Queues.Content).Count.ShouldBe(1_000);
        load.MostAtOnce.ShouldBeLessThanOrEqualTo(16);
        load.MostOfOneHost.ShouldBe(2);
    }

    [Fact]
    public async Task A_host_that_is_too_slow_twice_is_left_alone_for_the_rest_of_the_run()
    {
        Server.On(
            "/feed",
            async context =>
            {
                Time.Advance(TimeSpan.FromSeconds(21));
                await Task.Delay(Timeout.InfiniteTimeSpan, Time, context.RequestAborted);
            }
        );
        await AddAsync(50, _ => "slow.example");

        var report = await HarvestAsync();

        report.Of(HarvestOutcome.Failed).ShouldBeInRange(2, 3, "two lanes may both be under way");
        var rest = report.Sources.Where(one => one.Outcome == HarvestOutcome.NotDue).ToList();
        rest.Count.ShouldBe(50 - report.Of(HarvestOutcome.Failed));
        rest.ShouldAllBe(one => one.Reason!.StartsWith("Its host was too slow", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_host_that_asks_for_a_pause_is_asked_for_no_other_feed_either()
    {
        Server.OnStatus("/feed", 429, ("Retry-After", "600"));
        await AddAsync(50, _ => "busy.example");

        await HarvestAsync();

        Server.Requests.Count.ShouldBeInRange(1, 2);
    }

    [Fact]
    public void The_same_servers_are_not_the_first_each_hour()
    {
        var sources = Enumerable
            .Range(0, 100)
            .Select(i => new FeedSource
            {
                Id = string.Create(CultureInfo.InvariantCulture, $"s{i}"),
                Name = "A",
                Url = string.Create(CultureInfo.InvariantCulture, $"https://host{i}.example/feed"),
            })
            .ToList();

        var now = Order(Start);
        var later = Order(Start.AddHours(1));

        now.Order().ShouldBe(later.Order());
        now.ShouldNotBe(later);
        Order(Start).ShouldBe(now, "within a run the order stands");

        List<string> Order(DateTimeOffset at) =>
            [.. HarvestLanes.Of(sources, 2, at).SelectMany(lane => lane).Select(one => one.Id)];
    }

    [Fact]
    public async Task A_paused_source_is_not_visited()
    {
        await Store.UpsertAsync(
            Advocacy.Platform.Store.Containers.Sources,
            new FeedSource
            {
                Id = "s",
                Name = "A",
                Url = Server.Address("/feed"),
                Paused = true,
            },
            Token
        );

        (await HarvestAsync()).Sources.ShouldHaveSingleItem().Reason.ShouldBe("It is paused.");
        Server.Requests.ShouldBeEmpty();
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static async Task AnswerAsync(HttpContext context, Task othersDone)
    {
        if (context.Request.Host.Host == "slow.example")
        {
            await othersDone.WaitAsync(context.RequestAborted);
        }
        var address = $"https://{context.Request.Host.Host}/{context.Request.QueryString.Value![1..]}";
        await context.Response.WriteAsync(
            $"<rss version=\"2.0\"><channel><title>A</title><item><title>One</title><link>{address}</link></item></channel></rss>"
        );
    }

    private async Task AddAsync(int count, Func<int, string> host)
    {
        for (var i = 0; i < count; i++)
        {
            var url = string.Create(CultureInfo.InvariantCulture, $"http://{host(i)}:{Server.Url("/").Port}/feed?{i}");
            await new FeedSources(Store).RegisterAsync("A", url, [], null, Token);
        }
    }

    private async Task<HarvestReport> HarvestAsync(IProgress<HarvestedSource>? progress = null)
    {
        using var fetcher = new WebFetcher(
            new FetchOptions { AllowLoopback = true },
            Time,
            (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Loopback])
        );
        return await new FeedHarvester(
            Store,
            Queue,
            fetcher,
            new HarvestOptions(),
            new Metrics(MeterFactory),
            Time,
            NullLogger<FeedHarvester>.Instance
        ).RunAsync(progress, Token);
    }

    private sealed class Progress(Action<HarvestedSource> done) : IProgress<HarvestedSource>
    {
        public void Report(HarvestedSource value) => done(value);
    }

    /// <summary>Counts how many requests are under way.</summary>
    private sealed class Load
    {
        private readonly ConcurrentDictionary<string, int> _now = new();
        private readonly Lock _lock = new();

        public int MostAtOnce { get; private set; }
        public int MostOfOneHost { get; private set; }

        public RequestDelegate Around(RequestDelegate answer) =>
            async context =>
            {
                Add(context.Request.Host.Host, 1);
                try
                {
                    await answer(context);
                }
                finally
                {
                    Add(context.Request.Host.Host, -1);
                }
            };

        private void Add(string host, int change)
        {
            lock (_lock)
            {
                _now[host] = _now.GetValueOrDefault(host) + change;
                MostAtOnce = Math.Max(MostAtOnce, _now.Values.Sum());
                MostOfOneHost = Math.Max(MostOfOneHost, _now[host]);
            }
        }
    }
}
