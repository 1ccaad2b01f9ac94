namespace Advocacy.Platform.Tone;

/// <summary>
/// One language's words, ready for look-up: every form of every listed word, and the phrases. Built once from the readable files in
/// <c>Lexicon/</c>; immutable, so that any number of threads may read it.
/// </summary>
internal sealed class LexiconTable
{
    /// <summary>Longer words are not looked up: nothing in a list comes near.</summary>
    public const int LongestWord = 48;

    /// <summary>The most words in a phrase.</summary>
    public const int LongestPhrase = 5;

    private readonly Dictionary<string, LexiconEntry>.AlternateLookup<ReadOnlySpan<char>> _entries;

    private LexiconTable(Dictionary<string, LexiconEntry> entries, bool danish)
    {
        _entries = entries.GetAlternateLookup<ReadOnlySpan<char>>();
        IsDanish = danish;
    }

    /// <summary>Danish writes compounds in one word and puts negators after the verb.</summary>
    public bool IsDanish { get; }

    /// <summary>The embedded list of the language, with the signs that all languages share.</summary>
    public static LexiconTable Load(string language) =>
        Of([.. LexiconList.Load(language), .. LexiconList.Load("emoji")], danish: language == "da");

    public static LexiconTable Of(IReadOnlyList<LexiconListLine> lines, bool danish)
    {
        var entries = new Dictionary<string, LexiconEntry>(StringComparer.Ordinal);

        // A word's own entry wins over a form made from another word, whatever the order of the sections.
        foreach (var line in lines)
        {
            var entry = line.AddTo(entries.GetValueOrDefault(line.Text, LexiconEntry.Nothing));
            entries[line.Text] = entry with { Traits = entry.Traits | LexiconTraits.Listed };
        }
        foreach (var line in lines)
        {
            foreach (var form in LexiconInflections.Of(line.Text, line.WordClass, danish))
            {
                entries.TryAdd(form, line.AddTo(LexiconEntry.Nothing));
            }
        }
        foreach (var line in lines)
        {
            if (line.Text.IndexOf(' ', StringComparison.Ordinal) is > 0 and var end)
            {
                var first = line.Text[..end];
                var entry = entries.GetValueOrDefault(first, LexiconEntry.Nothing);
                entries[first] = entry with { Traits = entry.Traits | LexiconTraits.StartsPhrase };
            }
        }
        return new LexiconTable(entries, danish);
    }

    /// <param name="form">A lower-case word, a phrase with single spaces, or a sign.</param>
    /// <param name="entry">What the list says about it.</param>
    public bool TryFind(ReadOnlySpan<char> form, out LexiconEntry entry) => _entries.TryGetValue(form, out entry);
}
