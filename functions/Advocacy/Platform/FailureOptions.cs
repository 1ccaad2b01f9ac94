using System.ComponentModel.DataAnnotations;

namespace Advocacy.Platform;

/// <summary>Section <c>Advocacy:Failures</c>.</summary>
public sealed class FailureOptions
{
    public const string Section = "Advocacy:Failures";

    /// <summary>Days that a failed message waits for a person, counted from its last try. It may name people. Default 90.</summary>
    [Range(7, 365)]
    public int KeepDays { get; set; } = 90;
}
