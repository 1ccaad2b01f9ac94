using Microsoft.AspNetCore.Http;

namespace Advocacy.Platform.Pages;

/// <summary>A file for its reader alone: not cached, and saved rather than shown.</summary>
/// <param name="body">UTF-8.</param>
/// <param name="type">For example <c>application/json</c>.</param>
/// <param name="name">Of the file, plain ASCII.</param>
internal sealed class DownloadAnswer(byte[] body, string type, string name) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.ContentType = $"{type}; charset=utf-8";
        response.ContentLength = body.Length;
        response.Headers.ContentDisposition = $"attachment; filename=\"{name}\"";
        response.Headers.CacheControl = "no-store";
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.Headers.XContentTypeOptions = "nosniff";
        if (!HttpMethods.IsHead(httpContext.Request.Method))
        {
            await response.Body.WriteAsync(body, httpContext.RequestAborted);
        }
    }
}
