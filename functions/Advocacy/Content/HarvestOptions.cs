using System.ComponentModel.DataAnnotations;

namespace Advocacy.Content;

/// <summary>How feeds are harvested; configuration section <c>Advocacy:Harvest</c>.</summary>
public sealed class HarvestOptions
{
    public const string Section = "Advocacy:Harvest";

    /// <summary>Feeds visited at the same time. Default 8, 1 to 64.</summary>
    [Range(1, 64)]
    public int Parallelism { get; set; } = 8;
}
