namespace Advocacy.Dashboard.Charts;

/// <param name="Name">What was reached.</param>
/// <param name="Value"><c>null</c> where it is not shown.</param>
/// <param name="Says">The value as it is written.</param>
/// <param name="Rate">What came of the step before, in words; <c>null</c> for nothing to say.</param>
public sealed record FunnelStep(string Name, decimal? Value, string Says, string? Rate);
