using System.Net;
using Advocacy.Dashboard;
using Advocacy.Digests;
using Advocacy.Insights;
using Advocacy.Platform.Store;
using Advocacy.Tests.Functions;

namespace Advocacy.Tests.Dashboard;

/// <summary>It is Monday of 2026-W48.</summary>
public sealed class DashboardPagesTests : IAsyncLifetime
{
    private HttpFixture _http = null!;

    public async ValueTask InitializeAsync() =>
        _http = await HttpFixture.StartAsync(new World(("Advocacy:Access:ThisMachine", "true")));

    public ValueTask DisposeAsync() => _http.DisposeAsync();

    [Fact]
    public async Task On_Monday_it_shows_the_week_that_is_over()
    {
        await AddAsync("2026-W47", 31);
        await AddAsync("2026-W48", 4);

        var page = await _http.Server.GetAsync("/dashboard");

        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Body.ShouldContain("<h1>Dashboard: Week 47</h1>");
        page.Body.ShouldContain("clicked 31 times");
    }

    [Fact]
    public async Task In_a_companys_first_week_it_shows_that_one()
    {
        await AddAsync("2026-W48", 4);

        (await _http.Server.GetAsync("/dashboard")).Body.ShouldContain("<h1>Dashboard: Week 48</h1>");
    }

    [Fact]
    public async Task Any_week_can_be_chosen()
    {
        await AddAsync("2026-W30", 77);

        var page = await _http.Server.GetAsync("/dashboard?week=2026-W30");

        page.Body.ShouldContain("clicked 77 times");
        page.Body.ShouldContain("<option value=\"2026-W30\" selected");
        page.Body.ShouldContain("/dashboard/weeks.csv?week=2026-W30");
    }

    [Theory]
    [InlineData("2026-W47", true)]
    [InlineData("2020-W53", true)]
    [InlineData("2021-W53", false)]
    [InlineData("2026-W00", false)]
    [InlineData("2026-W49", false)]
    [InlineData("2026W47", false)]
    [InlineData("2026-W-1", false)]
    [InlineData("9999-W01", false)]
    [InlineData("'; drop", false)]
    public async Task A_week_that_is_none_or_has_not_begun_is_not_found(string week, bool found)
    {
        DashboardWeek.Find(week, new DateOnly(2026, 11, 23)).ShouldBe(found ? week : null);
        (await _http.Server.GetAsync($"/dashboard?week={Uri.EscapeDataString(week)}")).Status.ShouldBe(
            found ? HttpStatusCode.OK : HttpStatusCode.NotFound
        );
    }

    [Fact]
    public async Task A_table_is_a_file_with_as_many_weeks_as_there_are()
    {
        await AddAsync("2025-W10", 3);
        await AddAsync("2026-W47", 31);

        var file = await _http.Server.GetAsync("/dashboard/weeks.csv?week=2026-W47");

        file.Status.ShouldBe(HttpStatusCode.OK);
        var lines = file.Body.Split("\r\n");
        lines[0].ShouldEndWith("iso_week,week,digests,offered,opened,sharers,participation,shared,not_for_me,clicks");
        lines[1].ShouldBe("2026-W47,2026-11-16,,,,,,,,31");
        lines[2].ShouldBe("2025-W10,2025-03-03,,,,,,,,3");
    }

    [Theory]
    [InlineData("/dashboard/nonsense.csv")]
    [InlineData("/dashboard/weeks")]
    [InlineData("/dashboard/.csv")]
    [InlineData("/dashboard/weeks.csv?week=nonsense")]
    public async Task What_is_no_table_is_not_found(string url) =>
        (await _http.Server.GetAsync(url)).Status.ShouldBe(HttpStatusCode.NotFound);

    [Theory]
    [InlineData("/dashboard")]
    [InlineData("/dashboard/weeks.csv")]
    public async Task Nobody_sees_it_who_is_not_signed_in(string url)
    {
        await using var http = await HttpFixture.StartAsync();

        (await http.Server.GetAsync(url)).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    private Task<string> AddAsync(string week, int clicks) =>
        _http.World.Store.UpsertAsync(
            Containers.Insights,
            new WeekInsight
            {
                Id = WeekInsight.IdOf(week),
                Week = week,
                WeekStart = Edition.MondayOf(week),
                Clicks = clicks,
            },
            TestContext.Current.CancellationToken
        );
}
