using System.Text;
using Advocacy.Platform.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Advocacy.Tests.Pages;

public sealed class PageRendererTests
{
    private readonly PageRenderer _pages = new(
        new ServiceCollection().BuildServiceProvider(),
        NullLoggerFactory.Instance
    );

    /// <summary>Beginnings of the names of views whose page has a script.</summary>
    private static readonly string[] Scripted = ["share-", "drop-", "suggest-", "desk-"];

    [Fact]
    public async Task An_answer_is_private_and_typed()
    {
        var response = await AnswerAsync("problem-link-da");

        response.StatusCode.ShouldBe(404);
        response.ContentType.ShouldBe("text/html; charset=utf-8");
        response.Headers.CacheControl.ToString().ShouldBe("no-store");
        response.Headers["Referrer-Policy"].ToString().ShouldBe("no-referrer");
        response.Headers.XContentTypeOptions.ToString().ShouldBe("nosniff");
        response.ContentLength.ShouldBe(response.Body.Length);
    }

    [Fact]
    public async Task The_policy_lets_nothing_run_or_frame_the_page()
    {
        var policy = (await AnswerAsync("confirm-en")).Headers.ContentSecurityPolicy.ToString();

        policy.ShouldStartWith("default-src 'none'; ");
        policy.ShouldContain("; form-action 'self'; frame-ancestors 'none'; base-uri 'none'; style-src 'sha256-");
        policy.ShouldNotContain("script-src");
        policy.ShouldNotContain("frame-src");
        policy.ShouldNotContain("unsafe");
    }

    [Fact]
    public async Task Only_pages_on_which_somebody_writes_may_run_a_script()
    {
        foreach (var (name, _) in SampleViews.All)
        {
            var policy = (await AnswerAsync(name)).Headers.ContentSecurityPolicy.ToString();

            if (policy.Contains("script-src 'sha256-", StringComparison.Ordinal))
            {
                Scripted.ShouldContain(page => name.StartsWith(page, StringComparison.Ordinal), name);
            }
            else
            {
                name.ShouldNotStartWith("share-");
            }
            policy
                .Contains("frame-src 'self'", StringComparison.Ordinal)
                .ShouldBe(name == "mail" || name.StartsWith("desk-post", StringComparison.Ordinal), name);
        }
    }

    [Fact]
    public async Task The_same_view_gives_the_same_bytes_so_that_a_bad_link_tells_nothing() =>
        (await BodyAsync("problem-link-da")).ShouldBe(await BodyAsync("problem-link-da"));

    [Fact]
    public async Task A_head_request_gets_the_headers_alone()
    {
        var response = await AnswerAsync("confirm-en", HttpMethods.Head);

        response.Body.Length.ShouldBe(0);
        response.ContentLength.ShouldNotBeNull().ShouldBeGreaterThan(1000);
    }

    [Fact]
    public async Task Pages_rendered_at_once_do_not_mix()
    {
        var pages = await Task.WhenAll(
            Enumerable.Range(0, 40).Select(i => BodyAsync(i % 2 == 0 ? "confirm-da" : "confirm-en"))
        );

        pages.Where((_, i) => i % 2 == 0).Distinct().Count().ShouldBe(1);
        pages.Where((_, i) => i % 2 == 1).Distinct().Count().ShouldBe(1);
        pages[0].ShouldContain("<html lang=\"da\">");
        pages[1].ShouldContain("<html lang=\"en\">");
    }

    [Fact]
    public async Task An_employee_page_stays_small()
    {
        foreach (var name in SampleViews.Employee.Keys.Concat(SampleViews.Sharing.Keys))
        {
            Encoding.UTF8.GetByteCount(await BodyAsync(name)).ShouldBeLessThan(50_000, name);
        }
    }

    private async Task<string> BodyAsync(string name) =>
        await new StreamReader((await AnswerAsync(name)).Body).ReadToEndAsync();

    private async Task<HttpResponse> AnswerAsync(string name, string method = "GET")
    {
        var result = await SampleViews.All.Single(page => page.Key == name).Value(_pages);
        var context = new DefaultHttpContext
        {
            Request = { Method = method },
            Response = { Body = new MemoryStream() },
        };
        await result.ExecuteAsync(context);
        context.Response.Body.Position = 0;
        return context.Response;
    }
}
