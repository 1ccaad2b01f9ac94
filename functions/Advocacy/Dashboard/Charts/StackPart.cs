namespace Advocacy.Dashboard.Charts;

/// <param name="Name">What the key says.</param>
/// <param name="Style">A class of the stylesheet: colour.</param>
/// <param name="Pattern">What is drawn over the colour, so that nobody needs to tell colours apart: a path in a square of 6; empty for none.</param>
public sealed record StackPart(string Name, int Count, string Style, string Pattern);
