namespace Advocacy.Platform.Pages;

/// <summary>The one stylesheet, site.css, with a company's colour in it. It stands in the page, so that a page is one request.</summary>
internal static class SiteStyle
{
    private static readonly string Sheet = Read();

    public static string For(string? accent) => Accent.Of(accent).Css() + Sheet;

    /// <summary>A rounded square in the company's colour, so that no browser asks for /favicon.ico.</summary>
    public static string Icon(string? accent) =>
        "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Crect width='16' height='16' rx='4' fill='%23"
        + Accent.Of(accent).Light.Ink.ToString()[1..]
        + "'/%3E%3Cpath d='M4 8h5M9 5l3 3-3 3' stroke='white' stroke-width='2' fill='none'/%3E%3C/svg%3E";

    private static string Read()
    {
        using var stream =
            typeof(SiteStyle).Assembly.GetManifestResourceStream("Advocacy.Platform.Pages.site.css")
            ?? throw new InvalidOperationException("site.css is not embedded.");
        using var reader = new StreamReader(stream);
        var lines = reader
            .ReadToEnd()
            .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        // One line: it stands in every page, and a checkout's line ends would change its hash.
        return string.Concat(lines.Where(line => !line.StartsWith("/*", StringComparison.Ordinal)));
    }
}
