using Advocacy.Programme;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Advocacy.Platform.Pages;

/// <summary>
/// Renders a page to an HTTP answer. It needs no request and no AddRazorComponents, so it works inside Azure Functions as well.
/// </summary>
/// <param name="services">What components may inject; none of ours does.</param>
public sealed class PageRenderer(IServiceProvider services, ILoggerFactory loggers)
{
    /// <summary>The page that says what is wrong and what to do, in the language that the browser asks for.</summary>
    public Task<IResult> ProblemAsync(CompanyProfile? company, HttpRequest request, Problem problem) =>
        PageAsync<ProblemPage, ProblemView>(
            new ProblemView(company, PageLanguage.Of(request.Headers.AcceptLanguage), problem),
            problem switch
            {
                Problem.BadRequest or Problem.OldForm => StatusCodes.Status400BadRequest,
                Problem.SignIn => StatusCodes.Status401Unauthorized,
                Problem.NotAllowed => StatusCodes.Status403Forbidden,
                Problem.Failed => StatusCodes.Status500InternalServerError,
                Problem.TooMany => StatusCodes.Status429TooManyRequests,
                _ => StatusCodes.Status404NotFound,
            }
        );

    /// <summary>The page as HTML with the headers that keep it private: not cached, no referrer, nothing from elsewhere but pictures.</summary>
    public async Task<IResult> PageAsync<TPage, TView>(TView model, int statusCode = StatusCodes.Status200OK)
        where TPage : Page<TView>
        where TView : notnull
    {
        var policy = new PagePolicy();
        var parameters = ParameterView.FromDictionary(
            new Dictionary<string, object?>
            {
                [nameof(PageHost.Component)] = typeof(TPage),
                [nameof(PageHost.Parameters)] = new Dictionary<string, object> { ["Model"] = model },
                [nameof(PageHost.Policy)] = policy,
            }
        );
        await using var renderer = new HtmlRenderer(services, loggers);
        var html = await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var page = await renderer.RenderComponentAsync<PageHost>(parameters);
            return page.ToHtmlString();
        });
        return new HtmlAnswer(html, policy.Header(), statusCode);
    }
}
