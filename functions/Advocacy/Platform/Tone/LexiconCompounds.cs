namespace Advocacy.Platform.Tone;

/// <summary>
/// Danish writes compounds in one word and invents new ones daily. The last part says what it is ("rekordresultat" is a result), so
/// a known last part decides; where only the first part is known, that colours the whole. Both cautiously: parts mislead.
/// </summary>
internal static class LexiconCompounds
{
    private const int ShortestWord = 7;
    private const int ShortestPart = 4;

    /// <summary>A form that is not listed itself must be longer: short endings are everywhere.</summary>
    private const int ShortestMadePart = 6;

    /// <summary>A known part must leave at least this much for the other.</summary>
    private const int ShortestRest = 3;

    /// <summary>How much of its weight a part brings into the compound.</summary>
    private const float OfPart = 0.6f;

    /// <summary>Free of something bad is good ("støjfri"), of something good is bad ("tillidsløs").</summary>
    private const float OfRemoved = -0.5f;

    private static readonly string[] Removing = ["fri", "frit", "frie", "løs", "løst", "løse"];

    /// <summary>The weight of a word that no list has; 0 where it is no compound of known parts.</summary>
    public static float WeightOf(ReadOnlySpan<char> word, LexiconTable table)
    {
        if (word.Length < ShortestWord)
        {
            return 0;
        }
        if (word[0] == 'u' && table.TryFind(word[1..], out var turned) && turned.Is(LexiconTraits.Adjective))
        {
            // "Usolidarisk" is bad; "uskadt" is little more than not bad.
            return turned.Weight * (turned.Weight > 0 ? -0.8f : -0.3f);
        }

        for (var start = ShortestRest; start <= word.Length - ShortestPart; start++)
        {
            if (table.TryFind(word[start..], out var last) && IsLastPart(last, word.Length - start))
            {
                return last.Weight * OfPart;
            }
        }
        for (var length = word.Length - ShortestRest; length >= ShortestPart; length--)
        {
            if (table.TryFind(word[..length], out var first) && IsFirstPart(first))
            {
                // The longest part is the part: where "sikkerhed" says little, the "sikker" in it says nothing.
                return Math.Abs((int)first.Weight) < 2
                    ? 0
                    : first.Weight * (IsRemoving(word[length..]) ? OfRemoved : OfPart);
            }
        }
        return 0;
    }

    private static bool IsLastPart(LexiconEntry entry, int length) =>
        entry.Is(LexiconTraits.Noun)
            ? length >= ShortestMadePart || entry.Is(LexiconTraits.Listed)
            : entry.Is(LexiconTraits.Adjective) && length > ShortestMadePart;

    private static bool IsFirstPart(LexiconEntry entry) =>
        entry.Is(LexiconTraits.Listed) && entry.Is(LexiconTraits.Noun | LexiconTraits.Adjective);

    /// <summary>One of the endings that take away, perhaps after a joining s or e.</summary>
    private static bool IsRemoving(ReadOnlySpan<char> rest)
    {
        foreach (var ending in Removing)
        {
            if (
                rest.EndsWith(ending)
                && (rest.Length == ending.Length || rest is ['s' or 'e', ..] && rest.Length == ending.Length + 1)
            )
            {
                return true;
            }
        }
        return false;
    }
}
