using System.Text;
using Microsoft.AspNetCore.Http;

namespace Advocacy.Platform.Pages;

/// <summary>HTML with the headers of every page that people see.</summary>
/// <param name="html">The whole document.</param>
/// <param name="policy">The value of Content-Security-Policy.</param>
public sealed class HtmlAnswer(string html, string policy, int statusCode = StatusCodes.Status200OK) : IResult
{
    public string Html { get; } = html;
    public string Policy { get; } = policy;
    public int StatusCode { get; } = statusCode;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        var body = Encoding.UTF8.GetBytes(Html);
        response.StatusCode = StatusCode;
        response.ContentType = "text/html; charset=utf-8";
        response.ContentLength = body.Length;
        response.Headers.CacheControl = "no-store";
        response.Headers.ContentSecurityPolicy = Policy;
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.Headers.XContentTypeOptions = "nosniff";
        if (!HttpMethods.IsHead(httpContext.Request.Method))
        {
            await response.Body.WriteAsync(body, httpContext.RequestAborted);
        }
    }
}
