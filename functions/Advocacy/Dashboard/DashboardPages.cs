using Advocacy.Access;
using Advocacy.Dashboard.Tables;
using Advocacy.Digests;
using Advocacy.Insights.Dashboard;
using Advocacy.Platform.Pages;
using Advocacy.Programme;
using Microsoft.AspNetCore.Http;

namespace Advocacy.Dashboard;

/// <summary>The page that the comms team opens on Monday, and its tables as files. <c>?week=2026-W48</c> names the week.</summary>
public sealed class DashboardPages(
    CommsAccess access,
    InsightReader reader,
    Company company,
    PageRenderer pages,
    TimeProvider time
)
{
    private const int TrendWeeks = 26;

    /// <summary>A file has all that there is.</summary>
    private const int FileWeeks = DashboardWeek.MostWeeks;

    private const string FileEnd = ".csv";

    public Task<IResult> ShowAsync(HttpRequest request, CancellationToken cancellationToken = default) =>
        access.ShowAsync(
            request,
            async _ =>
                await ViewAsync(request, TrendWeeks, cancellationToken) is { } view
                    ? await pages.PageAsync<DashboardPage, DashboardView>(view)
                    : await access.ProblemAsync(request, Problem.NotFound, cancellationToken),
            cancellationToken
        );

    /// <param name="file">A table's name with <c>.csv</c>.</param>
    public Task<IResult> FileAsync(string file, HttpRequest request, CancellationToken cancellationToken = default) =>
        access.ShowAsync(
            request,
            async _ =>
                file.EndsWith(FileEnd, StringComparison.Ordinal)
                && DashboardTables.Names.Contains(file[..^FileEnd.Length])
                && await ViewAsync(request, FileWeeks, cancellationToken) is { } view
                && DashboardTables.Find(file[..^FileEnd.Length], view) is { } table
                    ? new DownloadAnswer(TableCsv.Write(table), "text/csv", $"{view.Figures.Week}-{file}")
                    : await access.ProblemAsync(request, Problem.NotFound, cancellationToken),
            cancellationToken
        );

    /// <returns><c>null</c> where there is no company, or no such week.</returns>
    private async Task<DashboardView?> ViewAsync(HttpRequest request, int weeks, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var asked = request.Query["week"].ToString();
        var week = asked.Length == 0 ? DashboardWeek.LastFull(today) : DashboardWeek.Find(asked, today);
        if (week is null || await company.FindAsync(cancellationToken) is not { } profile)
        {
            return null;
        }
        var figures = await reader.DashboardAsync(week, weeks, cancellationToken);
        if (asked.Length == 0 && figures.This is null)
        {
            // A company's first week: there is no full one yet.
            figures = await reader.DashboardAsync(Edition.IdOf(today), weeks, cancellationToken);
        }
        return new DashboardView
        {
            Company = profile,
            Language = PageLanguage.Of(request.Headers.AcceptLanguage),
            Now = now,
            Figures = figures,
        };
    }
}
