using System.ComponentModel.DataAnnotations;

namespace Advocacy.Desk;

/// <summary>The review desk; configuration section <c>Advocacy:Desk</c>.</summary>
public sealed class DeskOptions
{
    public const string Section = "Advocacy:Desk";

    /// <summary>Days that it is kept who decided what about a post. Default 730.</summary>
    [Range(30, 3650)]
    public int KeepEntriesDays { get; set; } = 730;
}
