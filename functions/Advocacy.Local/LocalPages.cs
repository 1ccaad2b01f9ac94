using Advocacy.Consent;
using Advocacy.Content;
using Advocacy.Digests;
using Advocacy.Local.Pages;
using Advocacy.Local.Weeks;
using Advocacy.People;
using Advocacy.Platform;
using Advocacy.Platform.Mail;
using Advocacy.Platform.Pages;
using Advocacy.Platform.Queue;
using Advocacy.Platform.Store;
using Advocacy.Programme;
using Advocacy.Sharing;

namespace Advocacy.Local;

/// <summary>The operator's pages of the local host. They show people by name, so they exist on loopback only.</summary>
internal sealed class LocalPages(
    IDocumentStore store,
    IWorkQueue queue,
    Company company,
    ConsentLedger ledger,
    Roster roster,
    SiteLinks links,
    FailureLog failures,
    DataFolder data,
    LocalFigures figures,
    PageRenderer pages,
    WeekRunner runner,
    TimeProvider time
)
{
    private const int RowsOnAPage = 50;

    private readonly Outbox _outbox = new(data.Outbox);

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/", (LocalPages pages, CancellationToken ct) => pages.StartAsync(null, ct));
        endpoints.MapPost("/run-week", (LocalPages pages, CancellationToken ct) => pages.RunWeekAsync(ct));
        endpoints.MapGet(
            "/mailbox",
            (LocalPages pages, int? page, CancellationToken ct) => pages.MailboxAsync(page ?? 1, ct)
        );
        endpoints.MapGet(
            "/mailbox/{id}",
            (LocalPages pages, HttpRequest request, string id, CancellationToken ct) => pages.MailAsync(id, request, ct)
        );
        endpoints.MapGet(
            "/mailbox/{id}/html",
            (LocalPages pages, HttpRequest request, string id, CancellationToken ct) =>
                pages.MailHtmlAsync(id, request, ct)
        );
        endpoints.MapGet(
            "/posts",
            (LocalPages pages, string? status, int? page, CancellationToken ct) =>
                pages.PostsAsync(status, page ?? 1, ct)
        );
        endpoints.MapGet(
            "/employees",
            (LocalPages pages, int? page, CancellationToken ct) => pages.EmployeesAsync(page ?? 1, ct)
        );
        endpoints.MapGet(
            "/employees/{id}",
            (LocalPages pages, HttpRequest request, string id, CancellationToken ct) =>
                pages.EmployeeAsync(id, request, ct)
        );
        endpoints.MapGet("/sources", (LocalPages pages, CancellationToken ct) => pages.SourcesAsync(ct));
        endpoints.MapGet(
            "/failures",
            (LocalPages pages, int? page, CancellationToken ct) => pages.FailuresAsync(null, page ?? 1, ct)
        );
        endpoints.MapPost(
            "/failures/{id}/retry",
            (LocalPages pages, string id, CancellationToken ct) => pages.RetryAsync(id, ct)
        );
    }

    private async Task<IResult> StartAsync(Notice? notice, CancellationToken cancellationToken) =>
        await pages.PageAsync<StartPage, StartView>(
            await figures.StartAsync(await FrameAsync(cancellationToken), notice, cancellationToken)
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

    private async Task<IResult> MailboxAsync(int page, CancellationToken cancellationToken)
    {
        var listed = _outbox.List((Math.Max(page, 1) - 1) * RowsOnAPage, RowsOnAPage);
        return await pages.PageAsync<MailboxPage, MailboxView>(
            new MailboxView
            {
                Frame = await FrameAsync(cancellationToken),
                Mails = [.. listed.Entries.Select(RowOf)],
                Paging = new Paging(Math.Max(page, 1), RowsOnAPage, listed.Total),
            }
        );
    }

    private static MailRow RowOf(OutboxEntry entry)
    {
        var to = MimeKit.MailboxAddress.TryParse(entry.To, out var address) ? address : null;
        return new MailRow(entry.Id, to?.Name ?? "", to?.Address ?? entry.To, entry.Subject, entry.At);
    }

    private async Task<IResult> MailAsync(string id, HttpRequest request, CancellationToken cancellationToken)
    {
        if (_outbox.Load(id) is not { } mail)
        {
            return await NotFoundAsync(request, cancellationToken);
        }
        return await pages.PageAsync<MailPage, MailView>(
            new MailView
            {
                Frame = await FrameAsync(cancellationToken),
                Id = id,
                Subject = mail.Subject,
                Headers = mail.Headers,
                Text = mail.Text,
                HasHtml = mail.Html.Length > 0,
                HtmlBytes = System.Text.Encoding.UTF8.GetByteCount(mail.Html),
            }
        );
    }

    private async Task<IResult> MailHtmlAsync(string id, HttpRequest request, CancellationToken cancellationToken) =>
        _outbox.Load(id) is { } mail ? MailFrame.Of(mail.Html) : await NotFoundAsync(request, cancellationToken);

    private async Task<IResult> PostsAsync(string? status, int page, CancellationToken cancellationToken)
    {
        var wanted = Enum.TryParse<PostStatus>(status, ignoreCase: true, out var parsed) ? parsed : (PostStatus?)null;
        var profile = await company.ProfileAsync(cancellationToken);
        var all = await figures.AllAsync<Post>(Containers.Posts, cancellationToken);
        var sources = (await figures.AllAsync<FeedSource>(Containers.Sources, cancellationToken)).ToDictionary(
            source => source.Id,
            source => source.Name
        );
        var shown = all.Where(post => wanted is null || post.Status == wanted)
            .OrderByDescending(post => post.PublishedAt)
            .ToList();
        return await pages.PageAsync<PostsPage, PostsView>(
            new PostsView
            {
                Frame = await FrameAsync(cancellationToken),
                Status = wanted,
                Counts = LocalFigures.Count(all),
                Posts =
                [
                    .. Part(shown, page)
                        .Select(post => new PostRow(
                            post,
                            post.SourceId is { } id ? sources.GetValueOrDefault(id, "a feed") : "dropped",
                            [
                                .. post.ShareTexts.Select(text => new OfferedText(
                                    Disclosure.Compose(text, post, profile),
                                    text.Language,
                                    text.Channel
                                )),
                            ]
                        )),
                ],
                Paging = new Paging(Math.Max(page, 1), RowsOnAPage, shown.Count),
            }
        );
    }

    private async Task<IResult> EmployeesAsync(int page, CancellationToken cancellationToken)
    {
        var all = await figures.AllAsync<Employee>(Containers.Employees, cancellationToken);
        var shown = Part(
            [
                .. all.OrderBy(person => person.Unit, StringComparer.Ordinal)
                    .ThenBy(person => person.Name, StringComparer.Ordinal),
            ],
            page
        );
        var rows = await Task.WhenAll(
            shown.Select(async person => new EmployeeRow(person, await DecidedAsync(person.Id, cancellationToken)))
        );
        return await pages.PageAsync<EmployeesPage, EmployeesView>(
            new EmployeesView
            {
                Frame = await FrameAsync(cancellationToken),
                Employees = rows,
                Paging = new Paging(Math.Max(page, 1), RowsOnAPage, all.Count),
            }
        );
    }

    private async Task<CurrentConsent?> DecidedAsync(string employeeId, CancellationToken cancellationToken) =>
        await ledger.CurrentAsync(employeeId, cancellationToken) is { Purposes.Count: > 0 } decided ? decided : null;

    private async Task<IResult> EmployeeAsync(string id, HttpRequest request, CancellationToken cancellationToken)
    {
        if (await roster.FindAsync(id, cancellationToken) is not { } employee)
        {
            return await NotFoundAsync(request, cancellationToken);
        }
        var query = new Query(Containers.Deliveries) { PartitionKey = id };
        var deliveries = await store
            .QueryAllAsync<Delivery>(query, cancellationToken)
            .Select(item => item.Value)
            .ToListAsync(cancellationToken);
        return await pages.PageAsync<EmployeePage, EmployeeView>(
            new EmployeeView
            {
                Frame = await FrameAsync(cancellationToken),
                Employee = employee,
                Consent = await DecidedAsync(id, cancellationToken),
                History =
                [
                    .. (
                        await ledger.HistoryAsync(id, cancellationToken).ToListAsync(cancellationToken)
                    ).OrderByDescending(one => one.Sequence),
                ],
                Deliveries = [.. deliveries.OrderByDescending(delivery => delivery.EditionId, StringComparer.Ordinal)],
                ConfirmUrls = Enum.GetValues<ConsentPurpose>()
                    .ToDictionary(purpose => purpose, purpose => links.Confirm(id, purpose)),
                UnsubscribeUrl = links.Unsubscribe(id),
            }
        );
    }

    private async Task<IResult> SourcesAsync(CancellationToken cancellationToken)
    {
        var sources = await figures.AllAsync<FeedSource>(Containers.Sources, cancellationToken);
        return await pages.PageAsync<SourcesPage, SourcesView>(
            new SourcesView(
                await FrameAsync(cancellationToken),
                [
                    .. sources
                        .OrderByDescending(source => source.Health.FailuresInARow)
                        .ThenBy(source => source.Name, StringComparer.Ordinal),
                ]
            )
        );
    }

    private async Task<IResult> FailuresAsync(Notice? notice, int page, CancellationToken cancellationToken)
    {
        var all = (await figures.AllAsync<FailedMessage>(Containers.Failures, cancellationToken))
            .Where(message => message.State == FailedMessageState.Kept)
            .OrderByDescending(message => message.LastAt)
            .ToList();
        return await pages.PageAsync<FailuresPage, FailuresView>(
            new FailuresView
            {
                Frame = await FrameAsync(cancellationToken),
                Notice = notice,
                Failures =
                [
                    .. Part(all, page)
                        .Select(message => new FailureRow(
                            message.Id,
                            message.Queue,
                            message.Reason,
                            message.Body,
                            message.LastAt,
                            message.Attempts
                        )),
                ],
                Paging = new Paging(Math.Max(page, 1), RowsOnAPage, all.Count),
            }
        );
    }

    private async Task<IResult> RetryAsync(string id, CancellationToken cancellationToken)
    {
        var found = await failures.RetryAsync(id, queue, cancellationToken);
        return await FailuresAsync(
            found
                ? new Notice("The message is on its queue again. If it fails again, it comes back here.")
                : new Notice("There is no such message any more: it may have been retried already.", NoticeKind.Plain),
            1,
            cancellationToken
        );
    }

    private async Task<IResult> NotFoundAsync(HttpRequest request, CancellationToken cancellationToken) =>
        await pages.ProblemAsync(await company.FindAsync(cancellationToken), request, Problem.NotFound);

    private async Task<LocalFrame> FrameAsync(CancellationToken cancellationToken) =>
        new(
            await company.FindAsync(cancellationToken) ?? NoCompany,
            time.GetUtcNow(),
            TimeZoneInfo.FindSystemTimeZoneById("Europe/Copenhagen"),
            await figures.OpenFailuresAsync(cancellationToken)
        );

    /// <summary>While the first run is loading one.</summary>
    private static CompanyProfile NoCompany =>
        new()
        {
            Id = CompanyProfile.CompanyId,
            Name = "Your company",
            SenderAddress = "advocacy@company.example",
            SenderName = "Your company",
            ReplyAddress = "advocacy@company.example",
        };

    private static IEnumerable<T> Part<T>(IReadOnlyList<T> all, int page) =>
        all.Skip((Math.Max(page, 1) - 1) * RowsOnAPage).Take(RowsOnAPage);
}
