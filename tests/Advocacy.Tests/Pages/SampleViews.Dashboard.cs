using Advocacy.Dashboard;
using Advocacy.Platform.Pages;
using Advocacy.Tests.Dashboard;
using Microsoft.AspNetCore.Http;

namespace Advocacy.Tests.Pages;

/// <summary>The dashboard: half a year in, in the first week, and before anything happened.</summary>
internal static partial class SampleViews
{
    public static readonly IReadOnlyDictionary<string, Func<PageRenderer, Task<IResult>>> OfDashboard = new Dictionary<
        string,
        Func<PageRenderer, Task<IResult>>
    >(StringComparer.Ordinal)
    {
        ["dashboard-da"] = p => p.PageAsync<DashboardPage, DashboardView>(Dashboard("da")),
        ["dashboard-en"] = p => p.PageAsync<DashboardPage, DashboardView>(Dashboard("en")),
        ["dashboard-first-da"] = p =>
            p.PageAsync<DashboardPage, DashboardView>(Dashboard("da") with { Figures = SampleFigures.FirstWeek() }),
        ["dashboard-new-da"] = p =>
            p.PageAsync<DashboardPage, DashboardView>(Dashboard("da") with { Figures = SampleFigures.Nothing() }),
        ["dashboard-new-en"] = p =>
            p.PageAsync<DashboardPage, DashboardView>(Dashboard("en") with { Figures = SampleFigures.Nothing() }),
        ["dashboard-long-en"] = p =>
            p.PageAsync<DashboardPage, DashboardView>(Dashboard("en") with { Figures = SampleFigures.Longest() }),
    };

    public static DashboardView Dashboard(string language) =>
        new()
        {
            Company = Company,
            Language = language,
            Now = Now,
            Figures = SampleFigures.HalfAYear(),
        };
}
