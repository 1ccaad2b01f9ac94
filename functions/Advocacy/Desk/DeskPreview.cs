using System.Text;
using Advocacy.Content;
using Advocacy.Digests;
using Advocacy.Digests.Mail;
using Advocacy.Programme;
using Advocacy.Sharing;
using Microsoft.Extensions.Options;

namespace Advocacy.Desk;

/// <summary>Writes the digest with one post in it, by the same templates that employees' mails are written with. It goes to nobody.</summary>
public sealed class DeskPreview(DigestMail mail, IOptions<SiteOptions> site)
{
    /// <param name="textId">The ready text to show; the first where there is no such.</param>
    /// <param name="day">Of the week that it says.</param>
    public string Html(Post post, string? textId, CompanyProfile company, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(post);
        ArgumentNullException.ThrowIfNull(company);
        var text =
            post.ShareTexts.FirstOrDefault(one => one.Id == textId)
            ?? (post.ShareTexts is [var first, ..] ? first : null);
        var words = text is null ? "" : Disclosure.Compose(text, post, company);
        var home = site.Value.BaseUrl;
        var batch = mail.Compose(
            new DigestIssue(company, text?.Language ?? post.Language, Edition.IdOf(day), [new DigestStory(post)]),
            [new DigestReader("preview", "", company.SenderAddress, [words], [post.Url], home, home)]
        );
        var html = new StringBuilder(batch.Html);
        foreach (var (tag, value) in batch.Recipients[0].Substitutions)
        {
            html.Replace(tag, value);
        }
        return html.ToString();
    }
}
