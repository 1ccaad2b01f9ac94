using Advocacy.Local.Pages;
using Advocacy.People;
using Advocacy.Platform;
using Advocacy.Platform.Mail;
using Advocacy.Platform.Pages;

namespace Advocacy.Local;

/// <summary>The outbox as its readers see it.</summary>
internal sealed class MailboxPages(
    LocalFrames frames,
    DataFolder data,
    Roster roster,
    Pseudonyms pseudonyms,
    PageRenderer pages
)
{
    private readonly Outbox _outbox = new(data.Outbox);

    public async Task<IResult> MailboxAsync(int page, CancellationToken cancellationToken)
    {
        var listed = _outbox.List((Math.Max(page, 1) - 1) * LocalFrames.RowsOnAPage, LocalFrames.RowsOnAPage);
        return await pages.PageAsync<MailboxPage, MailboxView>(
            new MailboxView
            {
                Frame = await frames.NowAsync(cancellationToken),
                Mails = [.. listed.Entries.Select(RowOf)],
                Paging = new Paging(Math.Max(page, 1), LocalFrames.RowsOnAPage, listed.Total),
            }
        );
    }

    private static MailRow RowOf(OutboxEntry entry)
    {
        var to = MimeKit.MailboxAddress.TryParse(entry.To, out var address) ? address : null;
        return new MailRow(entry.Id, to?.Name ?? "", to?.Address ?? entry.To, entry.Subject, entry.At);
    }

    public async Task<IResult> MailAsync(string id, HttpRequest request, CancellationToken cancellationToken)
    {
        if (_outbox.Load(id) is not { } mail)
        {
            return await frames.NotFoundAsync(request, cancellationToken);
        }
        return await pages.PageAsync<MailPage, MailView>(
            new MailView
            {
                Frame = await frames.NowAsync(cancellationToken),
                Id = id,
                Subject = mail.Subject,
                Headers = mail.Headers,
                Text = mail.Text,
                HasHtml = mail.Html.Length > 0,
                HtmlBytes = System.Text.Encoding.UTF8.GetByteCount(mail.Html),
                EmployeeId = await ReaderOfAsync(mail, cancellationToken),
            }
        );
    }

    /// <summary>Whom on the roster it went to; <c>null</c> for an address that is nobody's there, as of a join request.</summary>
    private async Task<string?> ReaderOfAsync(OutboxMail mail, CancellationToken cancellationToken) =>
        MimeKit.MailboxAddress.TryParse(mail.To, out var address)
        && await roster.FindAsync(pseudonyms.OfAddress(address.Address), cancellationToken) is { } employee
            ? employee.Id
            : null;

    public async Task<IResult> MailHtmlAsync(string id, HttpRequest request, CancellationToken cancellationToken) =>
        _outbox.Load(id) is { } mail ? MailFrame.Of(mail.Html) : await frames.NotFoundAsync(request, cancellationToken);
}
