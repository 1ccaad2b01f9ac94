using Microsoft.AspNetCore.Http;

namespace Advocacy.Platform.Pages;

/// <summary>The answer to a POST that was taken: 303 to a page, so that reloading that page posts nothing again.</summary>
/// <param name="location">Relative to the address that was posted to, for example <c>?saved=pause#pause</c>.</param>
public sealed class SeeOther(string location) : IResult
{
    public string Location { get; } = location;

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = StatusCodes.Status303SeeOther;
        response.Headers.Location = Location;
        response.Headers.CacheControl = "no-store";
        response.Headers["Referrer-Policy"] = "no-referrer";
        return Task.CompletedTask;
    }
}
