using System.Diagnostics;
using System.Globalization;
using Advocacy.Content;
using Advocacy.Dashboard;
using Advocacy.Digests;
using Advocacy.Insights;
using Advocacy.Insights.Dashboard;
using Advocacy.Local;
using Advocacy.Platform.Pages;
using Advocacy.Platform.Store;
using Advocacy.Programme;
using Advocacy.Programme.Goals;
using Advocacy.Sharing;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Advocacy.Benchmarks;

/// <summary>
/// The dashboard of a company with two years behind it, on SQLite: how long until the page is there.
/// Run: <c>dotnet run -c Release --project tests/Advocacy.Benchmarks -- dashboard 100000</c>
/// </summary>
internal static class DashboardScale
{
    private const int Weeks = 104;
    private const int Budget = 300;
    private const int Runs = 40;

    private static readonly (InsightGroup Group, int Rows)[] s_rows =
    [
        (InsightGroup.Unit, 60),
        (InsightGroup.Archetype, 3),
        (InsightGroup.MailLanguage, 2),
        (InsightGroup.Channel, 8),
        (InsightGroup.Post, 40),
        (InsightGroup.Text, 160),
        (InsightGroup.Topic, 30),
        (InsightGroup.Language, 3),
        (InsightGroup.Reason, 5),
        (InsightGroup.Hour, 24),
    ];

    public static async Task<int> RunAsync(string[] sizes)
    {
        Console.WriteLine(
            "| employees | weeks | documents of insights | read, ms | whole page, ms | slowest of 40, ms | first, ms | of 300 ms |"
        );
        Console.WriteLine("| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        var within = true;
        foreach (var size in sizes.Length == 0 ? ["100000"] : sizes)
        {
            within &= await MeasureAsync(int.Parse(size, CultureInfo.InvariantCulture));
        }
        return within ? 0 : 1;
    }

    private static async Task<bool> MeasureAsync(int people)
    {
        var folder = Directory.CreateTempSubdirectory("advocacy-dashboard-").FullName;
        try
        {
            await using var host = LocalHost.Build(folder, clock: null, port: null, LogLevel.Error);
            var week = Edition.IdOf(DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(-7));
            var documents = await FillAsync(host.Services, people, week);
            var reader = host.Services.GetRequiredService<InsightReader>();
            var pages = host.Services.GetRequiredService<DashboardPages>();

            var first = await TimeAsync(() => PageAsync(pages));
            var (read, page) = (new List<double>(), new List<double>());
            for (var run = 0; run < Runs; run++)
            {
                read.Add(await TimeAsync(() => reader.DashboardAsync(week)));
                page.Add(await TimeAsync(() => PageAsync(pages)));
            }
            read.Sort();
            page.Sort();
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {people:N0} | {Weeks} | {documents:N0} | {read[Runs / 2]:F0} | {page[Runs / 2]:F0} | {page[^1]:F0} | {first:F0} | {page[Runs / 2] / Budget:P0} |"
                )
            );
            return page[Runs / 2] < Budget;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task PageAsync(DashboardPages pages)
    {
        if (await pages.ShowAsync(new DefaultHttpContext().Request) is not HtmlAnswer { StatusCode: 200 })
        {
            throw new InvalidOperationException("The dashboard was not shown.");
        }
    }

    private static async Task<double> TimeAsync(Func<Task> work)
    {
        var start = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    /// <returns>How many documents <c>insights</c> holds.</returns>
    private static async Task<int> FillAsync(IServiceProvider services, int people, string week)
    {
        var store = services.GetRequiredService<IDocumentStore>();
        await new Company(store).SaveAsync(
            new CompanyProfile
            {
                Id = CompanyProfile.CompanyId,
                Name = "Acme",
                SenderAddress = "advocacy@acme.example",
                SenderName = "Acme",
                ReplyAddress = "people@acme.example",
            }
        );
        var goals = services.GetRequiredService<GoalTargets>();
        foreach (var metric in Enum.GetValues<GoalMetric>())
        {
            await goals.SetAsync(metric, 50, GoalPeriod.Year);
        }
        var monday = Edition.MondayOf(week);
        var mondays = Enumerable.Range(0, Weeks).Select(i => monday.AddDays(-7 * i)).ToList();
        var weeks = mondays.ConvertAll(one => WeekOf(one, people));
        var rows = mondays.SelectMany(RowsOf).ToList();
        var lives = Enumerable.Range(0, Weeks * 40).Select(LifeOf).ToList();
        await AddAsync(weeks, one => store.UpsertAsync(Containers.Insights, one));
        await AddAsync(rows, one => store.UpsertAsync(Containers.Insights, one));
        await AddAsync(lives, one => store.UpsertAsync(Containers.Insights, one));
        await AddAsync(Enumerable.Range(0, 2_000).Select(PostOf), one => store.UpsertAsync(Containers.Posts, one));
        // Of one week: what the page asks of them is asked of one week.
        await AddAsync(
            Enumerable.Range(0, people).Select(i => DeliveryOf(i, week)),
            one => store.UpsertAsync(Containers.Deliveries, one)
        );
        return weeks.Count + rows.Count + lives.Count;
    }

    private static Task AddAsync<T>(IEnumerable<T> documents, Func<T, Task> add) =>
        Parallel.ForEachAsync(
            documents,
            new ParallelOptions { MaxDegreeOfParallelism = 32 },
            async (one, _) => await add(one)
        );

    private static WeekInsight WeekOf(DateOnly monday, int people) =>
        new()
        {
            Id = WeekInsight.IdOf(Edition.IdOf(monday)),
            Week = Edition.IdOf(monday),
            WeekStart = monday,
            Digests = people,
            Offered = people * 4,
            Opened = people / 2,
            Shared = people / 5,
            Sharers = people / 8,
            Participation = 12.5m,
            Clicks = people,
            ClicksRaw = people * 2,
            Emv = people * 12m,
            Currency = "DKK",
            RateSet = "1",
            MinutesToShare = 900,
            Posts = 40,
            PostsPositive = 25,
            PostsNeutral = 15,
            SameText = 0.17m,
            SameTextBound = 0.17m,
            DigestEmailYes = people,
        };

    private static IEnumerable<GroupInsight> RowsOf(DateOnly monday)
    {
        var week = Edition.IdOf(monday);
        foreach (var (group, rows) in s_rows)
        {
            for (var i = 0; i < rows; i++)
            {
                var key = group switch
                {
                    InsightGroup.Post => PostId((monday.DayNumber / 7 % Weeks * 40) + i),
                    InsightGroup.Archetype => ((People.Archetype)i).ToString(),
                    InsightGroup.Reason => ((Engagement.NotForMeReason)i).ToString(),
                    InsightGroup.Hour => i.ToString("00", CultureInfo.InvariantCulture),
                    _ => string.Create(CultureInfo.InvariantCulture, $"{group} {i}"),
                };
                yield return new GroupInsight
                {
                    Id = GroupInsight.IdOf(week, group, key),
                    Week = week,
                    WeekStart = monday,
                    Group = group,
                    Key = key,
                    Label = $"What is told of {key}",
                    Digests = 1000 + i,
                    Offered = 4000 + i,
                    Shared = 100 + i,
                    Sharers = 80 + i,
                    Participation = 8.1m,
                    Clicks = 500 + i,
                };
            }
        }
    }

    private static Insight LifeOf(int i) =>
        new()
        {
            Id = Insight.IdOf(PostId(i)),
            PostId = PostId(i),
            Title = $"Title of {PostId(i)}",
            Url = $"https://acme.example/{PostId(i)}",
            Language = "en",
            Delivered = 4000,
            Shared = 100,
            AudienceClicks = 500 + (i % 40),
            RolledUpAt = TimeProvider.System.GetUtcNow(),
        };

    private static Post PostOf(int i) =>
        new()
        {
            Id = PostId(i),
            Url = $"https://acme.example/{PostId(i)}",
            Title = $"Title of {PostId(i)}",
            Language = "en",
            Topics = [string.Create(CultureInfo.InvariantCulture, $"topic {i % 30}")],
            PublishedAt = TimeProvider.System.GetUtcNow().AddDays(-i / 3.0),
            TakenInAt = TimeProvider.System.GetUtcNow().AddDays(-i / 3.0),
            // Old ones are gone from supply.
            Status = i < 120 ? PostStatus.Ready : PostStatus.Withdrawn,
            ShareTexts = [new ShareText("t1", "en", "A text of the post")],
        };

    private static Delivery DeliveryOf(int i, string week)
    {
        var person = string.Create(CultureInfo.InvariantCulture, $"e{i}");
        return new Delivery
        {
            Id = Delivery.IdOf(person, week),
            EmployeeId = person,
            EditionId = week,
            Picks = [new Pick(PostId(i % 40), "t1")],
            State = DeliveryState.Sent,
            PlannedAt = TimeProvider.System.GetUtcNow(),
        };
    }

    private static string PostId(int i) => string.Create(CultureInfo.InvariantCulture, $"post{i}");
}
