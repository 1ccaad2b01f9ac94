using System.ComponentModel.DataAnnotations;

namespace Advocacy.Functions;

/// <summary>Section <c>Advocacy:Telemetry</c>: how much of what happens is kept.</summary>
public sealed class TelemetryOptions
{
    public const string Section = "Advocacy:Telemetry";

    /// <summary>The share of traces that is kept, 0 to 1. Logs and metrics are always whole. Default 1.</summary>
    [Range(0.0, 1.0)]
    public double TraceRatio { get; set; } = 1;
}
