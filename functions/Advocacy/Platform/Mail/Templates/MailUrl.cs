namespace Advocacy.Platform.Mail.Templates;

/// <summary>Addresses of the web, made fit for a mail.</summary>
internal static class MailUrl
{
    // Nobody's picture has such an address for a good reason.
    private const int LongestPicture = 600;

    /// <summary>Percent-encoded as far as needed, so that it can end neither an attribute nor a header's angle brackets.</summary>
    /// <exception cref="ArgumentException">Not an absolute http(s) URL.</exception>
    public static string Of(string url) =>
        Parse(url)?.AbsoluteUri
        ?? throw new ArgumentException("A link in a mail must be an absolute http(s) URL.", nameof(url));

    /// <summary>
    /// The same for a link that a mail provider posts to: https, or http on this machine (RFC 8058).
    /// </summary>
    /// <exception cref="ArgumentException">Neither.</exception>
    public static string OneClick(string url)
    {
        var of = new Uri(Of(url));
        return of.Scheme == Uri.UriSchemeHttps || of.IsLoopback
            ? of.AbsoluteUri
            : throw new ArgumentException("One-click unsubscribe needs an https URL (RFC 8058).", nameof(url));
    }

    /// <summary><c>null</c> where it is no picture's address, or one that Gmail does not show: a drawing (SVG).</summary>
    public static string? Picture(string? url) =>
        Parse(url) is { AbsoluteUri: { Length: <= LongestPicture } picture } uri && !Ends(uri, ".svg", ".svgz")
            ? picture
            : null;

    /// <summary>Whether all mail programs know the format, as far as the address tells: Outlook for Windows knows none of the newer ones.</summary>
    public static bool IsOldPicture(string url) =>
        Parse(url) is { } uri && !Ends(uri, ".webp", ".avif", ".heic", ".heif", ".tif", ".tiff");

    private static bool Ends(Uri uri, params ReadOnlySpan<string> extensions)
    {
        foreach (var extension in extensions)
        {
            if (uri.AbsolutePath.EndsWith(extension, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }
        return false;
    }

    private static Uri? Parse(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? uri : null;
}
