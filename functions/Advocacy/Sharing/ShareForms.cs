using Advocacy.Content;
using Advocacy.Programme;

namespace Advocacy.Sharing;

/// <summary>Writes a post for each channel that its company offers.</summary>
public sealed class ShareForms(PostLinks links)
{
    /// <summary>The channel that the text was written for comes first.</summary>
    /// <param name="text">Without or with its disclosure.</param>
    /// <param name="editionId">For the link's parameters.</param>
    public IReadOnlyList<ShareForm> Of(ShareText text, Post post, CompanyProfile company, string editionId) =>
        [
            .. ShareChannels
                .OfferedBy(company)
                .OrderBy(channel => channel.Key == text.Channel ? 0 : 1)
                .Select(channel => Of(channel, text, post, company, editionId)),
        ];

    private ShareForm Of(ShareChannel channel, ShareText text, Post post, CompanyProfile company, string editionId)
    {
        var url = links.Of(post, channel.Key, editionId, company);
        var title = TitleOf(channel, text.Language, post, company);
        var written =
            channel.Text == ShareTextHandling.TitleOnly
                ? Disclosure.Compose(text, post, company)
                : ShareFit.Of(
                    text.Text,
                    words => Disclosure.Compose(text with { Text = words }, post, company),
                    whole => IsShortEnough(channel.Key, ShareAddress.Whole(channel, whole, url))
                );
        return new ShareForm(
            channel,
            title,
            written,
            url,
            ShareAddress.Of(channel, written, url, title),
            channel.Text == ShareTextHandling.Prefilled
                ? ShareAddress.Of(channel, ShareAddress.LaterText, url, title)
                : null,
            written != Disclosure.Compose(text, post, company)
        );
    }

    /// <summary>A forum shows the title alone in its lists, so the title discloses by itself; a mail's subject is followed by its text.</summary>
    private static string? TitleOf(ShareChannel channel, string language, Post post, CompanyProfile company) =>
        channel.Kind switch
        {
            ShareKind.Forum => ShareFit.Of(
                post.Title,
                words => Disclosure.Title(words, language, post, company, names: true),
                title => IsShortEnough(channel.Key, title)
            ),
            ShareKind.Mail => Disclosure.Title(post.Title, language, post, company, names: false),
            _ => null,
        };

    private static bool IsShortEnough(string channel, string text) =>
        !(ShareLength.Count(channel, text) > ShareLength.MostOf(channel));
}
