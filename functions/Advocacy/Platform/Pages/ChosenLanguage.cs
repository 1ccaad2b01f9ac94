using Microsoft.AspNetCore.Http;

namespace Advocacy.Platform.Pages;

/// <summary>The language of a page whose reader is not known.</summary>
internal static class ChosenLanguage
{
    /// <summary>What the address says (<c>?lang=da</c>), else what the browser asks for.</summary>
    public static string Of(HttpRequest request) =>
        request.Query["lang"].ToString() is "da" or "en"
            ? request.Query["lang"].ToString()
            : PageLanguage.Of(request.Headers.AcceptLanguage);
}
