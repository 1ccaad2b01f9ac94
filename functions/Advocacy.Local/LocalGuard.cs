namespace Advocacy.Local;

/// <summary>
/// Keeps web pages from elsewhere off the local host: its pages show people by name. A foreign name that resolves to loopback is
/// refused by its Host header, a form on a foreign page by its Origin.
/// </summary>
internal static class LocalGuard
{
    public static Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        var request = context.Request;
        var refused =
            request.Host.Host is not ("127.0.0.1" or "localhost") ? "This host answers to 127.0.0.1 and localhost only."
            : IsForeign(request) ? "A page from elsewhere may not send forms here."
            : null;
        if (refused is null)
        {
            return next(context);
        }
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return context.Response.WriteAsync(refused);
    }

    private static bool IsForeign(HttpRequest request) =>
        !HttpMethods.IsGet(request.Method)
        && !HttpMethods.IsHead(request.Method)
        && request.Headers.Origin.ToString() is { Length: > 0 } origin
        // Our own pages send no referrer, and browsers then say "null" for the origin; Sec-Fetch-Site tells those apart.
        && origin != $"{request.Scheme}://{request.Host}"
        && request.Headers["Sec-Fetch-Site"] != "same-origin";
}
