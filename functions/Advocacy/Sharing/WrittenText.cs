using System.Text;

namespace Advocacy.Sharing;

/// <summary>A share text that a person wrote.</summary>
internal static class WrittenText
{
    /// <summary>What LinkedIn takes, which takes the most of all networks.</summary>
    public const int Longest = 3_000;

    /// <summary>Its lines and words, at most <see cref="Longest"/> characters: every other control character is taken out.</summary>
    public static string Of(string text)
    {
        var clean = string.Concat(
                text.ReplaceLineEndings("\n")
                    .EnumerateRunes()
                    .Where(rune => rune.Value == '\n' || !Rune.IsControl(rune))
            )
            .Trim();
        return clean.Length <= Longest ? clean
            : char.IsHighSurrogate(clean[Longest - 1]) ? clean[..(Longest - 1)]
            : clean[..Longest];
    }
}
