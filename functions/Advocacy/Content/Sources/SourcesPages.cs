using System.Globalization;
using System.Text;
using Advocacy.Access;
using Advocacy.Platform.Pages;
using Advocacy.Programme;
using Microsoft.AspNetCore.Http;

namespace Advocacy.Content.Sources;

/// <summary>
/// The comms team's pages of its feeds: the list, the search for a feed, what it would bring in, its settings. Reading them changes nothing
/// here, although looking for a feed and into it fetches from where it is.
/// </summary>
public sealed class SourcesPages(
    CommsAccess access,
    SourceList sources,
    FeedDiscovery discovery,
    SourcePreviewer previewer,
    OpmlImport import,
    Company company,
    PageRenderer pages,
    TimeProvider time
)
{
    private const int RowsOnAPage = 50;
    private const int LargestFile = 1_024 * 1_024;

    public Task<IResult> ListAsync(HttpRequest request, CancellationToken cancellationToken = default) =>
        access.ShowAsync(
            request,
            async person =>
                await ListAsync(await FrameAsync(person, request, cancellationToken), request, cancellationToken),
            cancellationToken
        );

    /// <summary><c>?address=</c> looks for feeds there; <c>?feed=</c> shows what one would bring in.</summary>
    public Task<IResult> NewAsync(HttpRequest request, CancellationToken cancellationToken = default) =>
        access.ShowAsync(
            request,
            async person =>
            {
                var frame = await FrameAsync(person, request, cancellationToken);
                var typed = request.Query["address"].ToString();
                if (request.Query["feed"].ToString() is { Length: > 0 } feed)
                {
                    return await PreviewAsync(frame, feed, null, [], cancellationToken);
                }
                var found = typed.Length > 0 ? await discovery.FindAsync(typed, cancellationToken) : null;
                return found is { Feeds: [var only] }
                    ? await PreviewAsync(frame, only.Url, null, [], cancellationToken)
                    : await pages.PageAsync<FoundPage, FoundView>(new FoundView(frame, typed, found));
            },
            cancellationToken
        );

    public Task<IResult> ShowAsync(string id, HttpRequest request, CancellationToken cancellationToken = default) =>
        access.ShowAsync(
            request,
            async person =>
                await sources.FindAsync(id, cancellationToken) is { } source
                    ? await OneAsync(
                        await FrameAsync(person, request, cancellationToken),
                        source,
                        SourceEntry.Of(SourceSettings.Of(source)),
                        [],
                        NoticeOf(request)
                    )
                    : await access.ProblemAsync(request, Problem.NotFound, cancellationToken),
            cancellationToken
        );

    /// <summary>Looks for a feed, saves a new one, or imports a list, as the field <c>action</c> says.</summary>
    public Task<IResult> AddAsync(HttpRequest request, CancellationToken cancellationToken = default) =>
        access.PostAsync(
            request,
            async (person, form) =>
            {
                var frame = await FrameAsync(person, request, cancellationToken);
                return form["action"].ToString() switch
                {
                    "find" => new SeeOther($"/sources/new?address={Uri.EscapeDataString(form["address"].ToString())}"),
                    "add" => await SaveNewAsync(frame, form, cancellationToken),
                    "import" => await ImportAsync(frame, form, request, cancellationToken),
                    _ => await access.ProblemAsync(request, Problem.BadRequest, cancellationToken),
                };
            },
            cancellationToken,
            LargestFile,
            takesFiles: true
        );

    /// <summary>Changes one source, as the field <c>action</c> says.</summary>
    public Task<IResult> ChangeAsync(string id, HttpRequest request, CancellationToken cancellationToken = default) =>
        access.PostAsync(
            request,
            async (person, form) =>
            {
                if (await sources.FindAsync(id, cancellationToken) is not { } source)
                {
                    return await access.ProblemAsync(request, Problem.NotFound, cancellationToken);
                }
                switch (form["action"].ToString())
                {
                    case "save":
                        var entry = SourceEntry.Of(form);
                        if (entry.Read(out var wrong) is not { } settings)
                        {
                            var frame = await FrameAsync(person, request, cancellationToken);
                            return await OneAsync(frame, source, entry, wrong, null);
                        }
                        await sources.ChangeAsync(id, settings, cancellationToken);
                        return Done(id, SourceNotice.Saved);
                    case "pause":
                        await sources.PauseAsync(id, paused: true, cancellationToken);
                        return Done(id, SourceNotice.Paused);
                    case "resume":
                        await sources.PauseAsync(id, paused: false, cancellationToken);
                        return Done(id, SourceNotice.Resumed);
                    case "visit":
                        await sources.VisitSoonAsync(id, cancellationToken);
                        return Done(id, SourceNotice.Soon);
                    case "remove":
                        await sources.RemoveAsync(id, cancellationToken);
                        return Done(null, SourceNotice.Removed);
                    default:
                        return await access.ProblemAsync(request, Problem.BadRequest, cancellationToken);
                }
            },
            cancellationToken
        );

    private async Task<IResult> SaveNewAsync(
        SourceFrame frame,
        IFormCollection form,
        CancellationToken cancellationToken
    )
    {
        var entry = SourceEntry.Of(form);
        var feed = form["feed"].ToString();
        if (entry.Read(out var wrong) is not { } settings || UrlCanonicalizer.Canonical(feed) is null)
        {
            return await PreviewAsync(frame, feed, entry, wrong, cancellationToken);
        }
        var (source, isNew) = await sources.AddAsync(feed, settings, cancellationToken);
        return Done(source.Id, isNew ? SourceNotice.Added : SourceNotice.Known);
    }

    private async Task<IResult> ImportAsync(
        SourceFrame frame,
        IFormCollection form,
        HttpRequest request,
        CancellationToken cancellationToken
    )
    {
        var file = form.Files.GetFile("file");
        var pasted = form["opml"].ToString();
        if (file is null or { Length: 0 } && string.IsNullOrWhiteSpace(pasted))
        {
            return await ListAsync(frame, request, cancellationToken, noFile: true);
        }
        await using var content = file is { Length: > 0 }
            ? file.OpenReadStream()
            : new MemoryStream(Encoding.UTF8.GetBytes(pasted));
        var report = await import.ImportAsync(content, form["trust"] == "review", cancellationToken);
        return await ListAsync(frame, request, cancellationToken, report);
    }

    private async Task<IResult> ListAsync(
        SourceFrame frame,
        HttpRequest request,
        CancellationToken cancellationToken,
        OpmlReport? imported = null,
        bool noFile = false
    )
    {
        var all = await sources.AllAsync(cancellationToken);
        var ailing = all.Where(source => source.Gone || source.Paused || source.Health.FailuresInARow > 0).ToList();
        var onlyAiling = request.Query["show"] == "ailing";
        var shown = onlyAiling ? ailing : all;
        var count = Math.Max(1, (shown.Count + RowsOnAPage - 1) / RowsOnAPage);
        _ = int.TryParse(request.Query["page"], CultureInfo.InvariantCulture, out var asked);
        var page = Math.Clamp(asked, 1, count);
        return await pages.PageAsync<SourcesPage, SourcesView>(
            new SourcesView
            {
                Frame = frame,
                Sources = [.. shown.Skip((page - 1) * RowsOnAPage).Take(RowsOnAPage)],
                Total = all.Count,
                Ailing = ailing.Count,
                OnlyAiling = onlyAiling,
                PageNumber = page,
                Pages = count,
                Notice = NoticeOf(request),
                Imported = imported,
                NoFile = noFile,
            },
            noFile ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK
        );
    }

    /// <param name="entry">As it came back; <c>null</c> to begin with what the feed says.</param>
    private async Task<IResult> PreviewAsync(
        SourceFrame frame,
        string feed,
        SourceEntry? entry,
        IReadOnlyList<SourceField> wrong,
        CancellationToken cancellationToken
    )
    {
        var preview = await previewer.PreviewAsync(feed, cancellationToken);
        var name = SourceEntry.CutName(preview.Title ?? WebAddress.Host(preview.Url));
        return await pages.PageAsync<NewSourcePage, SourceView>(
            new SourceView
            {
                Frame = frame,
                Preview = preview,
                Entry = entry ?? new SourceEntry(name, "", "", ReviewFirst: false, ""),
                Wrong = wrong,
            },
            wrong.Count > 0 ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK
        );
    }

    private Task<IResult> OneAsync(
        SourceFrame frame,
        FeedSource source,
        SourceEntry entry,
        IReadOnlyList<SourceField> wrong,
        SourceNotice? notice
    ) =>
        pages.PageAsync<SourcePage, SourceView>(
            new SourceView
            {
                Frame = frame,
                Source = source,
                Entry = entry,
                Wrong = wrong,
                Notice = notice,
            },
            wrong.Count > 0 ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK
        );

    private async Task<SourceFrame> FrameAsync(
        CommsPerson person,
        HttpRequest request,
        CancellationToken cancellationToken
    ) =>
        new(
            await company.FindAsync(cancellationToken) ?? Nobody,
            PageLanguage.Of(request.Headers.AcceptLanguage),
            person,
            time.GetUtcNow()
        );

    private static SeeOther Done(string? id, SourceNotice notice) =>
        new($"/sources{(id is null ? "" : "/" + id)}?done={notice}");

    private static SourceNotice? NoticeOf(HttpRequest request) => EnumName.Of<SourceNotice>(request.Query["done"]);

    /// <summary>Before the company's profile is there, its feeds may be.</summary>
    private static CompanyProfile Nobody =>
        new()
        {
            Id = CompanyProfile.CompanyId,
            Name = "",
            SenderAddress = "",
            SenderName = "",
            ReplyAddress = "",
        };
}
