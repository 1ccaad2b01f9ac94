using Advocacy.Platform.Pages;
using Microsoft.AspNetCore.Http;

namespace Advocacy.Programme.Branding;

/// <summary>The page on what personal branding is worth to the one whose name it is. It is about nobody, so it needs no key.</summary>
public sealed class BrandingPages(Company company, BrandingTexts texts, PageRenderer pages)
{
    public async Task<IResult> ShowAsync(HttpRequest request, CancellationToken cancellationToken = default) =>
        await company.FindAsync(cancellationToken) is { } profile
            ? await pages.PageAsync<BrandingPage, BrandingView>(
                new BrandingView(profile, ChosenLanguage.Of(request), await texts.FindAsync(cancellationToken))
            )
            : await pages.ProblemAsync(null, request, Problem.NotFound);
}
