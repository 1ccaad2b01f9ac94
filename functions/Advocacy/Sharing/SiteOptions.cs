using System.ComponentModel.DataAnnotations;

namespace Advocacy.Sharing;

/// <summary>Section <c>Advocacy:Site</c>: where the pages are reached.</summary>
public sealed class SiteOptions
{
    public const string Section = "Advocacy:Site";

    /// <summary>Where employees reach this installation: absolute, no trailing slash. Default <c>http://127.0.0.1:7071</c>.</summary>
    [Required, Url]
    public string BaseUrl { get; set; } = "http://127.0.0.1:7071";

    /// <summary>Days that the links in a mail work. Unsubscribing works for ten years. Default 60.</summary>
    [Range(1, 365)]
    public int LinkDays { get; set; } = 60;
}
