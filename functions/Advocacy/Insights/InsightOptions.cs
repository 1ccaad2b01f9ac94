using System.ComponentModel.DataAnnotations;

namespace Advocacy.Insights;

/// <summary>Section <c>Advocacy:Insights</c>.</summary>
public sealed class InsightOptions
{
    public const string Section = "Advocacy:Insights";

    /// <summary>The smallest group of people that any figure shows. Default 5, and never less.</summary>
    [Range(5, 1000)]
    public int SmallestGroup { get; set; } = 5;
}
