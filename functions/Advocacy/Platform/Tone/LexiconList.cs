using System.Globalization;

namespace Advocacy.Platform.Tone;

/// <summary>One line of a word list.</summary>
/// <param name="Text">Lower case; several words with single spaces in the phrases.</param>
/// <param name="Section">The section it stands in.</param>
/// <param name="Value">-5 to 5; per cent among intensifiers and dampeners.</param>
internal sealed record LexiconListLine(string Text, string Section, int Value)
{
    private bool IsModifier => Section is "intensifiers" or "dampeners";

    private bool HasWeight =>
        Section
            is "adjectives"
                or "verbs"
                or "nouns"
                or "lone nouns"
                or "fixed"
                or "neutral"
                or "neutral nouns"
                or "phrases"
                or "emoji";

    public LexiconWordClass WordClass =>
        Section switch
        {
            "adjectives" => LexiconWordClass.Adjective,
            "verbs" => LexiconWordClass.Verb,
            "nouns" or "lone nouns" or "neutral nouns" => LexiconWordClass.Noun,
            _ => LexiconWordClass.Fixed,
        };

    /// <summary>What this line says, on top of what other sections said: a word may weigh and strengthen ("super").</summary>
    public LexiconEntry AddTo(LexiconEntry entry) =>
        new(HasWeight ? (sbyte)Value : entry.Weight, IsModifier ? (byte)Value : entry.Percent, entry.Traits | Traits);

    private LexiconTraits Traits =>
        Section switch
        {
            "negators" => LexiconTraits.Negator,
            "contrasts" => LexiconTraits.Contrast,
            "concessives" => LexiconTraits.Concessive,
            "verbs" => LexiconTraits.Verb,
            // Neutral forms stop a compound at its beginning; at its end they are too short to say anything.
            "adjectives" or "neutral" => LexiconTraits.Adjective,
            // Neutral nouns make compounds neutral: "kræftforskning" is research.
            "nouns" or "neutral nouns" => LexiconTraits.Noun,
            _ => LexiconTraits.None,
        };
}

/// <summary>Reads the word lists: <c>[section]</c>, <c># comment</c>, and word, tab, weight.</summary>
internal static class LexiconList
{
    private static readonly string[] Sections =
    [
        "adjectives",
        "verbs",
        "nouns",
        "lone nouns",
        "fixed",
        "neutral",
        "neutral nouns",
        "phrases",
        "emoji",
        "negators",
        "intensifiers",
        "dampeners",
        "contrasts",
        "concessives",
    ];

    /// <summary>The lines of an embedded list, for example <c>da</c>.</summary>
    public static IReadOnlyList<LexiconListLine> Load(string name)
    {
        using var stream =
            typeof(LexiconList).Assembly.GetManifestResourceStream($"tone-lexicon/{name}.txt")
            ?? throw new InvalidOperationException($"The word list '{name}' is not embedded.");
        using var reader = new StreamReader(stream);
        return Read(reader);
    }

    /// <exception cref="FormatException">A line is none of the three; names it.</exception>
    public static IReadOnlyList<LexiconListLine> Read(TextReader reader)
    {
        var lines = new List<LexiconListLine>();
        var section = "";
        for (var number = 1; reader.ReadLine() is { } line; number++)
        {
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }
            if (line[0] == '[' && line[^1] == ']')
            {
                section = line[1..^1];
                if (!Sections.Contains(section))
                {
                    throw new FormatException($"Word list, line {number}: no such section '{section}'.");
                }
                continue;
            }
            lines.Add(Entry(line, section, number));
        }
        return lines;
    }

    private static LexiconListLine Entry(string line, string section, int number)
    {
        var tab = line.IndexOf('\t', StringComparison.Ordinal);
        if (
            section.Length == 0
            || tab < 1
            || !int.TryParse(
                line.AsSpan(tab + 1),
                NumberStyles.AllowLeadingSign,
                CultureInfo.InvariantCulture,
                out var value
            )
        )
        {
            throw new FormatException(
                $"Word list, line {number}: expected word, tab, weight in a section, got '{line}'."
            );
        }

        var inRange = section is "intensifiers" or "dampeners" ? value is >= 10 and <= 250 : value is >= -5 and <= 5;
        return inRange
            ? new LexiconListLine(line[..tab], section, value)
            : throw new FormatException($"Word list, line {number}: {value} is no weight of '{section}'.");
    }
}
