namespace Advocacy.Dashboard.Charts;

/// <param name="Name">What the key beside the chart says.</param>
/// <param name="Values">One for each place of the chart, oldest first; <c>null</c> leaves a gap.</param>
public sealed record LineSeries(string Name, IReadOnlyList<decimal?> Values);
