using System.ComponentModel.DataAnnotations;

namespace Advocacy.Content;

/// <summary>Limits of <see cref="WebFetcher"/>; configuration section <c>Advocacy:Fetch</c>.</summary>
public sealed class FetchOptions
{
    public const string Section = "Advocacy:Fetch";

    /// <summary>Bytes of one answer after decompression. Default 10 MB, 1 KB to 1 GB.</summary>
    [Range(1_024, 1_073_741_824)]
    public int MaxBytes { get; set; } = 10 * 1_024 * 1_024;

    /// <summary>
    /// Bytes of a web page, after decompression, that are looked at for what it says of itself; the rest is not read. Default 2 MB, 1 KB to 100 MB.
    /// </summary>
    [Range(1_024, 104_857_600)]
    public int MaxPageBytes { get; set; } = 2 * 1_024 * 1_024;

    /// <summary>Seconds for one fetch as a whole: names, redirects and body. Default 20, 1 to 300.</summary>
    [Range(1, 300)]
    public int TimeoutSeconds { get; set; } = 20;

    /// <summary>Redirects followed in one fetch. Default 5, 0 to 20.</summary>
    [Range(0, 20)]
    public int MaxRedirects { get; set; } = 5;

    /// <summary>Whether this machine itself (127.0.0.0/8, ::1) may be fetched from. Default no; the local host says yes.</summary>
    public bool AllowLoopback { get; set; }

    /// <summary>
    /// A page about this system, for those whose server it visits: part of the User-Agent. Default the address of this installation
    /// (<c>Advocacy:Site:BaseUrl</c>).
    /// </summary>
    [Url]
    public string? AboutUrl { get; set; }
}
