using Advocacy.Content;
using Advocacy.Platform;
using Advocacy.Platform.Pages;
using Advocacy.Sharing;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Advocacy.Tests.Pages;

/// <summary>The share page as a Danish company shows it, as one elsewhere does, and after each of its forms.</summary>
internal static partial class SampleViews
{
    public static readonly IReadOnlyDictionary<string, Func<PageRenderer, Task<IResult>>> Sharing = new Dictionary<
        string,
        Func<PageRenderer, Task<IResult>>
    >(StringComparer.Ordinal)
    {
        ["share-da"] = p => p.PageAsync<SharePage, ShareView>(Share("da")),
        ["share-en"] = p => p.PageAsync<SharePage, ShareView>(Share("en") with { Named = true }),
        ["share-commercial-da"] = p => p.PageAsync<SharePage, ShareView>(Share("da", commercial: true)),
        ["share-abroad-en"] = p => p.PageAsync<SharePage, ShareView>(Share("en", country: "SE")),
        ["share-checked-da"] = p => p.PageAsync<SharePage, ShareView>(Share("da") with { Check = TextCheck.Whole }),
        ["share-completed-en"] = p =>
            p.PageAsync<SharePage, ShareView>(Share("en", country: "SE") with { Check = TextCheck.Completed }),
        ["share-thanks"] = p => p.PageAsync<SharePage, ShareView>(Share("da") with { Told = Told.Shared }),
        ["share-not-for-me-en"] = p => p.PageAsync<SharePage, ShareView>(Share("en") with { Told = Told.NotForMe }),
    };

    private static readonly SiteLinks s_links = new(
        new LinkSigner(new Secrets([new byte[32]], new byte[32]), TimeProvider.System),
        Options.Create(new SiteOptions { BaseUrl = "https://nordlys.example" })
    );

    public static ShareView Share(string language, bool commercial = false, string country = "DK", string? words = null)
    {
        var company = Company with { Country = country };
        var post = new Post
        {
            Id = Ids.Of("post", "thyboroen"),
            Url = "https://www.nordlys.example/nyheder/thyboroen",
            Title = "Havvind ved Thyborøn: første vindmølle er rejst",
            Summary =
                "Efter to år på tegnebrættet står den første af tolv vindmøller. Læs, hvordan holdet klarede den sidste storm.",
            Language = "da",
            Commercial = commercial,
            PublishedAt = Now,
            TakenInAt = Now,
        };
        var text = new ShareText(
            "t1",
            "da",
            words
                ?? "I går rejste vi den første vindmølle ved Thyborøn. Jeg har fulgt holdet tæt, og jeg er stolt af, hvordan de klarede stormen i sidste uge. 💪"
        );
        return new ShareView
        {
            Company = company,
            Language = language,
            Title = post.Title,
            Summary = post.Summary,
            ImageUrl = Picture,
            PostLanguage = "da",
            PostUrl = post.Url,
            TextLanguage = "da",
            Text = Disclosure.Compose(text, post, company),
            Disclosure = Disclosure.WordsIn(text, post, company),
            Patterns = Disclosure.Patterns(text, post, company),
            Commercial = commercial,
            Forms = new ShareForms(new PostLinks(s_links)).Of(text, post, company, "2026-W48"),
            ShareUrl = s_links.ShortLink(post.Id, ShareChannels.Other, "2026-W48"),
            Qr = QrDrawing.Of("https://nordlys.example/share/" + new string('a', 110)),
        };
    }
}
