using Advocacy.Content;
using Advocacy.Programme;

namespace Advocacy.Sharing;

/// <summary>The address that a share carries: the post's own with the company's parameters, or a short one that leads there.</summary>
public sealed class PostLinks(SiteLinks site)
{
    /// <param name="channel">A key of <see cref="ShareChannels"/>, or <see cref="ShareChannels.Other"/>.</param>
    /// <param name="editionId">For example <c>2026-W48</c>.</param>
    public string Of(Post post, string channel, string editionId, CompanyProfile company) =>
        company.LinkStyle == LinkStyle.FinalUrl
            ? UtmTemplate.Of(company).Mark(post.Url, new LinkMark(channel, editionId, post.Id))
            : site.ShortLink(post.Id, channel, editionId);
}
