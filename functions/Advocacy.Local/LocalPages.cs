using Advocacy.Local.Pages;
using Advocacy.Local.Weeks;
using Advocacy.Platform.Pages;

namespace Advocacy.Local;

/// <summary>The operator's pages of the local host. They show people by name, so they exist on loopback only.</summary>
internal sealed class LocalPages(LocalFrames frames, LocalFigures figures, PageRenderer pages, WeekRunner runner)
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/", (LocalPages pages, CancellationToken ct) => pages.StartAsync(null, ct));
        endpoints.MapPost("/run-week", (LocalPages pages, CancellationToken ct) => pages.RunWeekAsync(ct));
        endpoints.MapGet(
            "/mailbox",
            (MailboxPages pages, int? page, CancellationToken ct) => pages.MailboxAsync(page ?? 1, ct)
        );
        endpoints.MapGet(
            "/mailbox/{id}",
            (MailboxPages pages, HttpRequest request, string id, CancellationToken ct) =>
                pages.MailAsync(id, request, ct)
        );
        endpoints.MapGet(
            "/mailbox/{id}/html",
            (MailboxPages pages, HttpRequest request, string id, CancellationToken ct) =>
                pages.MailHtmlAsync(id, request, ct)
        );
        endpoints.MapGet(
            "/employees",
            (PeoplePages pages, int? page, CancellationToken ct) => pages.EmployeesAsync(page ?? 1, ct)
        );
        endpoints.MapGet(
            "/employees/{id}",
            (PeoplePages pages, HttpRequest request, string id, CancellationToken ct) =>
                pages.EmployeeAsync(id, request, ct)
        );
        endpoints.MapGet("/failures", () => Results.Redirect("/desk/failures"));
        endpoints.MapFallback(
            (LocalFrames frames, HttpRequest request, CancellationToken ct) => frames.NotFoundAsync(request, ct)
        );
    }

    private async Task<IResult> StartAsync(Notice? notice, CancellationToken cancellationToken) =>
        await pages.PageAsync<StartPage, StartView>(
            await figures.StartAsync(await frames.NowAsync(cancellationToken), notice, cancellationToken)
        );

    private async Task<IResult> RunWeekAsync(CancellationToken cancellationToken)
    {
        // The run goes on when the browser does not wait for it.
        var report = await runner.RunAsync(new WeekInputs { AtOnce = true }, new NoDisplay(), CancellationToken.None);
        var notice = report switch
        {
            null => new Notice(
                "A run is under way already. Its result will stand here when it is done.",
                NoticeKind.Plain
            ),
            { Failures.Count: > 0 } => new Notice(
                $"{LocalFrame.Count(report.Employees.Mailed, "digest")} sent. Something failed: {string.Join(' ', report.Failures)}",
                NoticeKind.Bad
            ),
            { Employees.Mailed: 0 } => new Notice(
                "Nothing new to send: everyone who may be mailed has had this week's digest, or there is nothing new for them.",
                NoticeKind.Plain
            ),
            _ => new Notice($"{LocalFrame.Count(report.Employees.Mailed, "digest")} sent."),
        };
        return await StartAsync(notice, cancellationToken);
    }
}
