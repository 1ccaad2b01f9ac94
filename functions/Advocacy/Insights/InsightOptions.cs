using System.ComponentModel.DataAnnotations;

namespace Advocacy.Insights;

/// <summary>Section <c>Advocacy:Insights</c>.</summary>
public sealed class InsightOptions
{
    public const string Section = "Advocacy:Insights";

    /// <summary>The smallest group of people that any figure shows. Default 5, and never less.</summary>
    [Range(5, 1000)]
    public int SmallestGroup { get; set; } = 5;

    /// <summary>Days that an aggregate is kept after the last of its events is gone. Nobody is found in it. Default 1,095.</summary>
    [Range(30, 3650)]
    public int KeepDays { get; set; } = 1095;
}
