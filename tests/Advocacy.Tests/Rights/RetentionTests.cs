using System.Text.Json;
using Advocacy.Consent;
using Advocacy.Content;
using Advocacy.Desk;
using Advocacy.Digests;
using Advocacy.Digests.Spread;
using Advocacy.Drops;
using Advocacy.Engagement;
using Advocacy.Insights;
using Advocacy.Insights.Days;
using Advocacy.Insights.Weeks;
using Advocacy.Joining;
using Advocacy.MailEvents;
using Advocacy.People;
using Advocacy.Platform;
using Advocacy.Platform.Limits;
using Advocacy.Platform.Queue;
using Advocacy.Platform.Store;
using Advocacy.Preferences;
using Advocacy.Programme.Pulse;
using Advocacy.Rights;
using Advocacy.Tests.Functions;
using Advocacy.Tone;

namespace Advocacy.Tests.Rights;

/// <summary>Each kind of document is gone when its setting says so, and not before.</summary>
public sealed class RetentionTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    // In the order in which they go: all are made at the same moment.
    private static readonly (Type Kind, string Setting, int Value, TimeSpan Lifetime)[] Lifetimes =
    [
        (typeof(RateCounter), "", 0, TimeSpan.FromHours(24)),
        (typeof(JoinRequest), "Advocacy:Join:LinkHours", 48, TimeSpan.FromHours(48)),
        (typeof(FreshLink), "", 0, TimeSpan.FromDays(2)),
        (typeof(StoryMark), "", 0, TimeSpan.FromDays(14)),
        (typeof(UnitTally), "", 0, TimeSpan.FromDays(15)),
        (typeof(HourTally), "", 0, TimeSpan.FromDays(15)),
        (typeof(FailedMessage), "Advocacy:Failures:KeepDays", 20, TimeSpan.FromDays(20)),
        (typeof(AnswerLetter), "", 0, TimeSpan.FromDays(30)),
        (typeof(CompanyTally), "Advocacy:Digests:OldestPostDays", 10, TimeSpan.FromDays(31)),
        (typeof(Delivery), "Advocacy:Digests:KeepDeliveriesDays", 42, TimeSpan.FromDays(42)),
        (typeof(MailNotice), "Advocacy:Digests:KeepDeliveriesDays", 42, TimeSpan.FromDays(42)),
        (typeof(Edition), "Advocacy:Digests:KeepDeliveriesDays", 42, TimeSpan.FromDays(42)),
        (typeof(PulseMark), "", 0, TimeSpan.FromDays(43)),
        (typeof(EngagementEvent), "Advocacy:Engagement:KeepDays", 50, TimeSpan.FromDays(50)),
        (typeof(DeliveryTally), "Advocacy:Engagement:KeepDays", 50, TimeSpan.FromDays(50)),
        (typeof(TouchedDay), "Advocacy:Engagement:KeepDays", 50, TimeSpan.FromDays(50)),
        (typeof(ConsentEvent), "Advocacy:Consent:KeepProofDays", 400, TimeSpan.FromDays(400)),
        (typeof(CurrentConsent), "Advocacy:Consent:KeepProofDays", 400, TimeSpan.FromDays(400)),
        (typeof(ErasedEmployee), "Advocacy:Roster:KeepErasedDays", 500, TimeSpan.FromDays(500)),
        (typeof(Post), "Advocacy:Content:KeepPostDays", 600, TimeSpan.FromDays(600)),
        (typeof(RememberedTone), "Advocacy:Content:KeepPostDays", 600, TimeSpan.FromDays(600)),
        (typeof(DropRecord), "Advocacy:Content:KeepPostDays", 600, TimeSpan.FromDays(600)),
        (typeof(DeskEntry), "Advocacy:Desk:KeepEntriesDays", 650, TimeSpan.FromDays(650)),
        (typeof(DaySummary), "Advocacy:Insights:KeepDays", 700, TimeSpan.FromDays(700)),
        (typeof(WeekSummary), "Advocacy:Insights:KeepDays", 700, TimeSpan.FromDays(700)),
        (typeof(PostLife), "Advocacy:Insights:KeepDays", 700, TimeSpan.FromDays(700)),
        (typeof(PostLabel), "Advocacy:Insights:KeepDays", 700, TimeSpan.FromDays(700)),
        (typeof(WeekFacts), "Advocacy:Insights:KeepDays", 700, TimeSpan.FromDays(700)),
        (typeof(WeekInsight), "Advocacy:Insights:KeepDays", 700, TimeSpan.FromDays(700)),
        (typeof(GroupInsight), "Advocacy:Insights:KeepDays", 700, TimeSpan.FromDays(700)),
        (typeof(Insight), "Advocacy:Insights:KeepDays", 700, TimeSpan.FromDays(700)),
    ];

    /// <summary>Figures go later than anything else, and by the test above.</summary>
    public static TheoryData<int> OneOfEachSetting() =>
        [
            .. Lifetimes
                .Index()
                .Where(row => row.Item.Setting != Lifetimes[^1].Setting)
                .Where(row =>
                    row.Item.Setting == "" || Lifetimes.First(one => one.Setting == row.Item.Setting) == row.Item
                )
                .Select(row => row.Index),
        ];

    [Fact]
    public void Every_kind_is_in_this_table_or_says_why_it_is_kept()
    {
        var listed = Lifetimes.Select(row => row.Kind).ToHashSet();

        Records.All.Where(kind => !listed.Contains(kind.Type)).ShouldAllBe(kind => kind.Lifetime.StartsWith("kept: "));
        Records.All.Where(kind => listed.Contains(kind.Type)).ShouldAllBe(kind => !kind.Lifetime.StartsWith("kept: "));
        foreach (var (kind, setting, _, _) in Lifetimes)
        {
            Records.All.Single(one => one.Type == kind).Lifetime.ShouldStartWith(setting);
        }
    }

    [Fact]
    public async Task Each_kind_is_there_until_its_time_and_gone_after_it()
    {
        var settings = Lifetimes
            .Where(row => row.Setting != "")
            .Select(row => (row.Setting, $"{row.Value}"))
            .Distinct();
        await using var http = await SampleCompany.StartAsync([.. settings]);
        await ErasedAsync(http);
        var start = http.World.Time.GetUtcNow();

        foreach (var (kind, setting, _, lifetime) in Lifetimes)
        {
            http.World.Time.SetUtcNow(start + lifetime - TimeSpan.FromMinutes(1));
            Count(http, kind).ShouldBeGreaterThan(0, $"{kind.Name} went before {setting}");
        }
        foreach (var (kind, setting, _, _) in Lifetimes.Where(row => row.Lifetime < Lifetimes[^1].Lifetime))
        {
            Count(http, kind).ShouldBe(0, $"{kind.Name} outlived {setting}");
        }
        http.World.Time.SetUtcNow(start + Lifetimes[^1].Lifetime + TimeSpan.FromMinutes(1));
        Count(http, typeof(Insight)).ShouldBe(0);
    }

    [Theory]
    [MemberData(nameof(OneOfEachSetting))]
    public async Task It_goes_within_a_minute_of_its_time(int row)
    {
        var (kind, setting, value, lifetime) = Lifetimes[row];
        await using var http = await SampleCompany.StartAsync(setting == "" ? [] : [(setting, $"{value}")]);
        await ErasedAsync(http);

        http.World.Time.Advance(lifetime + TimeSpan.FromMinutes(1));

        Count(http, kind).ShouldBe(0, $"{kind.Name} outlived {setting}");
    }

    /// <summary>Traces of two people in every place; one of them has everything erased.</summary>
    private static async Task ErasedAsync(HttpFixture http)
    {
        var world = http.World;
        var first = await SampleCompany.SomebodyAsync(http);
        await http.Server.PostAsync($"{http.Links.Preferences(first.Id)}/erase", "sure=yes");
        world.Mailer.Sent.RemoveAll(sent => sent.Recipient.To.Address == first.Address);
        var person = await SampleCompany.SomebodyAsync(http);
        var mail = (await world.AllAsync<Delivery>(Containers.Deliveries)).First(one => one.EmployeeId == person.Id);
        await world
            .Get<MailEventRules>()
            .ApplyAsync(
                JsonSerializer.Serialize<MailEvent[]>(
                    [new("e1", MailEventKind.SoftBounce, mail.Id, world.Time.GetUtcNow())],
                    DocumentJson.Options
                ),
                Cancel
            );
        await world.Queue.EnqueueAsync(
            Queues.FreshLinks,
            [JsonSerializer.Serialize(new FreshLinkMessage(person.Id, "2026-11-23"), DocumentJson.Options)],
            cancellationToken: Cancel
        );
        await PulseRightsTests.AnswerAsync(world, person.Id);
        var drop = new ContentDrop
        {
            Url = "https://acme.example/wire",
            Title = "A headline that another feed may repeat",
            SourceId = "wire",
        };
        await world.Queue.EnqueueAsync(
            Queues.Content,
            [JsonSerializer.Serialize(drop, DocumentJson.Options)],
            cancellationToken: Cancel
        );
        await http.DrainAsync();
        await world.Get<ToneReadings>().ReadAsync([new("Vi er stolte af holdet", "da")], Cancel);
        await DecideAsync(world);
        await world.Get<InsightRollUp>().RunAsync(Cancel);
        // The proof goes by its own time only where no yes stands.
        foreach (var one in await world.AllAsync<CurrentConsent>(Containers.Consents))
        {
            foreach (var purpose in Enum.GetValues<ConsentPurpose>())
            {
                await world
                    .Get<ConsentLedger>()
                    .RecordAsync(
                        one.EmployeeId,
                        purpose,
                        ConsentAction.Withdrawn,
                        new ConsentEvidence(ConsentWordings.CurrentVersion, "da", "test"),
                        Cancel
                    );
            }
        }
    }

    private static async Task DecideAsync(World world)
    {
        var post = (await world.AllAsync<Post>(Containers.Posts))[0];
        var seen = (await world.Store.ReadAsync<Post>(Containers.Posts, post.Id, post.Id, Cancel))!;
        await world
            .Get<DeskWork>()
            .DoAsync(new DeskOrder(post.Id, seen.ETag, DeskAct.Judge, "mia", "", one => one), Cancel);
    }

    private static int Count(HttpFixture http, Type kind) =>
        http.World.Store.Snapshot().Values.Count(json => json.Contains($"\"type\":\"{kind.Name}\""));
}
