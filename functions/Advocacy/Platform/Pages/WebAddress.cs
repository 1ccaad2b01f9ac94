namespace Advocacy.Platform.Pages;

/// <summary>What may stand in a page as a link or a picture, whatever a document says.</summary>
public static class WebAddress
{
    /// <summary>The address where it is http(s), else <c>null</c>: a <c>javascript:</c> link never reaches a page.</summary>
    public static string? Link(string? address) => Parse(address) is null ? null : address;

    /// <summary>The address where the pages' policy shows it as a picture: https, or loopback; else <c>null</c>.</summary>
    public static string? Picture(string? address) =>
        Parse(address) is { } uri && (uri.Scheme == Uri.UriSchemeHttps || uri.Host == "127.0.0.1") ? address : null;

    /// <summary>The host as networks show it under a link: without <c>www.</c>; empty where it is no web address.</summary>
    public static string Host(string? address)
    {
        var host = Parse(address)?.IdnHost ?? "";
        return host.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? host[4..] : host;
    }

    private static Uri? Parse(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
            ? uri
            : null;
}
