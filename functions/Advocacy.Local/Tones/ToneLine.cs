using Advocacy.Tone;

namespace Advocacy.Local.Tones;

/// <summary>One line of the input: a text, perhaps with a label and a tab before it.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Label">As it stands there; empty where there is none.</param>
/// <param name="Text">The rest.</param>
internal readonly record struct ToneLine(int Number, string Label, string Text)
{
    public static ToneLine Of(int number, string line) =>
        line.IndexOf('\t', StringComparison.Ordinal) is >= 0 and var tab
            ? new(number, line[..tab], line[(tab + 1)..])
            : new(number, "", line);

    /// <summary>The label as a sign.</summary>
    /// <exception cref="InvalidDataException">It is none; names the line.</exception>
    public int Sign() =>
        Label.Trim() switch
        {
            "-1" => -1,
            "0" => 0,
            "1" or "+1" => 1,
            var other => throw new InvalidDataException(
                $"Line {Number}: its label is '{other}'; --evaluate takes -1, 0 or 1, a tab and the text."
            ),
        };
}

/// <summary>A line with what became of its text.</summary>
internal readonly record struct JudgedLine(ToneLine Line, TriedTone Tone);
