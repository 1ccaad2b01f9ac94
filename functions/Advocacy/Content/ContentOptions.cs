using System.ComponentModel.DataAnnotations;

namespace Advocacy.Content;

/// <summary>How content is taken in; configuration section <c>Advocacy:Content</c>.</summary>
public sealed class ContentOptions
{
    public const string Section = "Advocacy:Content";

    /// <summary>ISO 639-1 of posts that name no language and whose words do not tell. Default <c>da</c>.</summary>
    [Required]
    [RegularExpression("^[a-z]{2}$")]
    public string DefaultLanguage { get; set; } = "da";

    /// <summary>
    /// Days that a post is kept after its last change: longer than the deliveries that offered it and the events that count it. Default 450.
    /// </summary>
    [Range(60, 3650)]
    public int KeepPostDays { get; set; } = 450;
}
