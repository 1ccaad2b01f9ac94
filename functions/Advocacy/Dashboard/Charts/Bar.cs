namespace Advocacy.Dashboard.Charts;

/// <param name="Label">What the bar is of.</param>
/// <param name="Value"><c>null</c> where it is not shown.</param>
/// <param name="Says">The value in words, and what else belongs to it.</param>
/// <param name="Url">Where the label leads; <c>null</c> for nowhere.</param>
/// <param name="Detail">A quieter line under the label.</param>
public sealed record Bar(string Label, decimal? Value, string Says, string? Url = null, string? Detail = null);
