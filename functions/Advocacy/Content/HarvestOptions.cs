using System.ComponentModel.DataAnnotations;

namespace Advocacy.Content;

/// <summary>How feeds are harvested; configuration section <c>Advocacy:Harvest</c>.</summary>
public sealed class HarvestOptions
{
    public const string Section = "Advocacy:Harvest";

    /// <summary>Feeds visited at the same time. Default 16, 1 to 64.</summary>
    [Range(1, 64)]
    public int Parallelism { get; set; } = 16;

    /// <summary>Of those, the most of one host. Default 2, 1 to 8.</summary>
    [Range(1, 8)]
    public int PerHost { get; set; } = 2;
}
