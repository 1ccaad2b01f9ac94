using System.Text.RegularExpressions;

namespace Advocacy.Tone;

/// <summary>What a rule found, and where.</summary>
/// <param name="Offset">In UTF-16 units from the beginning of the text.</param>
/// <param name="Text">As it stands there.</param>
internal readonly record struct FoundText(int Offset, string Text)
{
    public static FoundText Of(Capture capture) => new(capture.Index, capture.Value);
}
