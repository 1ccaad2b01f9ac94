using System.Text.Json;
using Advocacy.Consent;
using Advocacy.Digests;
using Advocacy.Engagement;
using Advocacy.Insights;
using Advocacy.Insights.Days;
using Advocacy.Insights.Value;
using Advocacy.Insights.Weeks;
using Advocacy.People;
using Advocacy.Platform.Store;
using Advocacy.Tests.Platform;

namespace Advocacy.Tests.Insights;

/// <summary>
/// Drawn streams of events: late, repeated, in any order, with roll-ups in between of which some die, and with people who are erased. Whatever happened,
/// the figures are those that a rebuild from the events gives.
/// </summary>
public sealed class RebuildTests
{
    private static readonly string[] s_channels = ["linkedin", "x"];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public async Task A_rebuild_gives_the_same_to_the_last_digit(int seed)
    {
        var random = new Random(seed);
        var crashes = new RandomCrashes(random);
        await using var world = new World();
        world.StoreUsed = crashes.Around(world.Store);
        await PrepareAsync(world);
        var sent = new List<string>();
        for (var step = 0; step < 60; step++)
        {
            world.Time.Advance(TimeSpan.FromHours(random.Next(1, 20)));
            var message =
                random.Next(6) == 0 && sent.Count > 0 ? sent[random.Next(sent.Count)] : Message(world, random);
            sent.Add(message);
            await world.Get<EngagementRecorder>().RecordAsync(message, Ct);
            if (random.Next(3) == 0)
            {
                await MailAsync(world, random, step);
            }
            if (random.Next(12) == 0)
            {
                await world.Get<PersonalEvents>().MakeAnonymousAsync($"person{random.Next(8)}", Ct);
            }
            if (random.Next(2) == 0)
            {
                await RollUpAsync(world, crashes);
            }
        }
        await world.Get<InsightRollUp>().RunAsync(Ct);
        var running = await FiguresAsync(world);

        await ForgetAsync(world);
        (await FiguresAsync(world)).ShouldBeEmpty();
        await world.Get<InsightRollUp>().RebuildAsync(Ct);

        running.Length.ShouldBeGreaterThan(20);
        (await FiguresAsync(world)).ShouldBe(running);
        crashes.Count.ShouldBeGreaterThan(0);
    }

    private static async Task PrepareAsync(World world)
    {
        foreach (var post in new[] { "one", "two", "three" })
        {
            await world.AddPostAsync(post, with: one => one with { Id = post, Topics = [post[..2]] });
        }
        await world
            .Get<RateBook>()
            .SetAsync("DKK", new Dictionary<string, decimal> { ["linkedin"] = 12.35m }, 3.1m, Ct);
        await world.AddPersonAsync("ida", null, ConsentPurpose.DigestEmail, ConsentPurpose.ShareStatistics);
    }

    private static string Message(World world, Random random)
    {
        string[] posts = ["one", "two", "three"];
        EngagementKind[] kinds =
        [
            EngagementKind.Shared,
            EngagementKind.Shared,
            EngagementKind.AudienceClick,
            EngagementKind.NotForMe,
            EngagementKind.SharePageViewed,
            EngagementKind.Participated,
            EngagementKind.Conversion,
        ];
        var events = Enumerable
            .Range(0, random.Next(1, 12))
            .Select(_ =>
            {
                var post = posts[random.Next(3)];
                var kind = kinds[random.Next(kinds.Length)];
                var named = random.Next(2) == 0 && kind is EngagementKind.Shared or EngagementKind.NotForMe;
                return new EngagementEvent
                {
                    Id = $"e{random.Next(400)}",
                    Subject = named ? $"person{random.Next(8)}" : post,
                    PostId = post,
                    Kind = kind,
                    Channel = s_channels[random.Next(2)],
                    Unit = named ? $"unit{random.Next(2)}" : null,
                    Archetype = named ? Archetype.Specialist : null,
                    MinutesFromMail = kind == EngagementKind.Participated ? random.Next(3000) : null,
                    Rule = random.Next(5) == 0 ? "agent" : null,
                    Reason = kind == EngagementKind.NotForMe ? NotForMeReason.Topic : null,
                    Conversion =
                        kind == EngagementKind.Conversion
                            ? new Conversion(ConversionKind.Sale, random.Next(10_000) / 100m, "DKK")
                            : null,
                    // Up to three weeks late.
                    At = world.Time.GetUtcNow().AddHours(-random.Next(500)),
                };
            });
        return JsonSerializer.Serialize(events, DocumentJson.Options);
    }

    private static Task MailAsync(World world, Random random, int step)
    {
        var edition = Edition.IdOf(DateOnly.FromDateTime(world.Time.GetUtcNow().UtcDateTime));
        return world
            .Get<DeliveryTallies>()
            .SaveAsync(
                $"batch{step}",
                edition,
                [
                    .. Enumerable
                        .Range(0, random.Next(1, 30))
                        .Select(i => new Delivery
                        {
                            Id = $"d{step}-{i}",
                            EmployeeId = $"p{i}",
                            EditionId = edition,
                            Unit = $"unit{i % 3}",
                            Archetype = Archetype.Colleague,
                            Language = "da",
                            Picks = [new Pick("one", $"t{1 + (i % 3)}"), new Pick("two", "t1")],
                            PlannedAt = world.Time.GetUtcNow(),
                        }),
                ],
                Ct
            );
    }

    private static async Task RollUpAsync(World world, RandomCrashes crashes)
    {
        crashes.Armed = true;
        try
        {
            await world.Get<InsightRollUp>().RunAsync(Ct);
        }
        catch (CrashException)
        {
            // The next run does it again.
        }
        crashes.Armed = false;
    }

    private static async Task ForgetAsync(World world)
    {
        await ForgetAsync<DaySummary>(world, Containers.Editions);
        await ForgetAsync<WeekSummary>(world, Containers.Editions);
        await ForgetAsync<WeekFacts>(world, Containers.Editions);
        await ForgetAsync<PostLife>(world, Containers.Editions);
        await ForgetAsync<PostLabel>(world, Containers.Editions);
        await ForgetAsync<RollUpMark>(world, Containers.Editions);
        await ForgetAsync<Insight>(world, Containers.Insights);
        await ForgetAsync<WeekInsight>(world, Containers.Insights);
        await ForgetAsync<GroupInsight>(world, Containers.Insights);
    }

    private static async Task ForgetAsync<T>(World world, Container container)
        where T : Document
    {
        foreach (var one in await world.AllAsync<T>(container))
        {
            await world.Store.DeleteAsync(container, one.PartitionKey, one.Id, Ct);
        }
    }

    /// <summary>Everything that dashboards read, as it is stored, but for when it was found.</summary>
    private static async Task<string[]> FiguresAsync(World world)
    {
        Document[] all =
        [
            .. await world.AllAsync<WeekInsight>(Containers.Insights),
            .. await world.AllAsync<GroupInsight>(Containers.Insights),
            .. (await world.AllAsync<Insight>(Containers.Insights)).Select(one => one with { RolledUpAt = default }),
        ];
        return
        [
            .. all.OrderBy(one => one.Id, StringComparer.Ordinal)
                .Select(one => JsonSerializer.Serialize(one, one.GetType(), DocumentJson.Options)),
        ];
    }

    /// <summary>While armed, one call in twenty ends in a crash, before or after its effect.</summary>
    private sealed class RandomCrashes(Random random) : PortCalls
    {
        private readonly Lock _lock = new();

        public bool Armed { get; set; }

        public int Count { get; private set; }

        protected override async Task<T> CallAsync<T>(Func<Task<T>> call, PortCall what)
        {
            bool before;
            bool after;
            lock (_lock)
            {
                before = Armed && random.Next(40) == 0;
                after = Armed && random.Next(40) == 0;
                Count += before || after ? 1 : 0;
            }
            if (before)
            {
                throw new CrashException();
            }
            var result = await call();
            return after ? throw new CrashException() : result;
        }
    }
}
