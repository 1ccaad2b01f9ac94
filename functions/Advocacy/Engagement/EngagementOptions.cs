using System.ComponentModel.DataAnnotations;

namespace Advocacy.Engagement;

/// <summary>Section <c>Advocacy:Engagement</c>.</summary>
public sealed class EngagementOptions
{
    public const string Section = "Advocacy:Engagement";

    /// <summary>Days that an event is kept. The consent wording promises 13 months. Default 390.</summary>
    [Range(7, 395)]
    public int KeepDays { get; set; } = 390;
}
