using System.Runtime.InteropServices;

namespace Advocacy.Platform.Tone;

/// <summary>A word of the sentence at hand.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct LexiconWord
{
    public LexiconTokenKind Kind;
    public int Start;
    public int Length;
    public LexiconEntry Entry;
    public float Weight;
    public bool IsShouted;

    /// <summary>Begins with a capital letter inside a sentence: in Danish a name.</summary>
    public bool IsName;

    public readonly bool EndsClause => Kind == LexiconTokenKind.Break || Entry.Is(LexiconTraits.Contrast);

    public void Set(LexiconEntry entry)
    {
        Entry = entry;
        Weight = entry.Weight;
    }
}

/// <summary>What words do to one another: strengthen, soften, turn, outweigh.</summary>
internal static class LexiconModifiers
{
    /// <summary>How many words after a negator it may still mean.</summary>
    private const int NegatorReach = 5;

    /// <summary>"Not good" is bad, but less than "bad"; "not bad" is barely good.</summary>
    private const float NotGood = -0.7f;
    private const float NotBad = -0.3f;

    public static void Apply(Span<LexiconWord> words, bool danish)
    {
        for (var i = 0; i < words.Length; i++)
        {
            var entry = words[i].Entry;
            if (entry.Percent != 100)
            {
                Strengthen(words, i, entry.Percent / 100f);
            }
        }
        for (var i = 0; i < words.Length; i++)
        {
            var entry = words[i].Entry;
            if (entry.Is(LexiconTraits.Negator))
            {
                Negate(words, i, danish);
            }
            else if (entry.Is(LexiconTraits.Concessive))
            {
                Scale(words, i + 1, ClauseEnd(words, i + 1), 0.5f);
            }
        }
        for (var i = 1; i < words.Length; i++)
        {
            if (words[i].Entry.Is(LexiconTraits.Contrast))
            {
                Scale(words, 0, i, 0.6f);
                Scale(words, i + 1, words.Length, 1.2f);
            }
        }
    }

    /// <summary>The next word, or the one after another modifier ("so very good").</summary>
    private static void Strengthen(Span<LexiconWord> words, int modifier, float factor)
    {
        for (var i = modifier + 1; i < words.Length && i <= modifier + 2 && !words[i].EndsClause; i++)
        {
            if (words[i].Weight != 0)
            {
                words[i].Weight *= factor;
                return;
            }
        }
    }

    private static void Negate(Span<LexiconWord> words, int negator, bool danish)
    {
        if (danish && Behind(words, negator) is >= 0 and var verb)
        {
            Turn(ref words[verb]);
            return;
        }

        var end = Math.Min(ClauseEnd(words, negator + 1), negator + 1 + NegatorReach);
        for (var i = negator + 1; i < end; i++)
        {
            if (words[i].Entry.Is(LexiconTraits.Negator))
            {
                return;
            }
            if (words[i].Weight != 0)
            {
                Turn(ref words[i]);
                return;
            }
        }
        if (danish && Nearest(words, negator) is >= 0 and var fronted)
        {
            // "Bedre ser det ikke ud": what is stressed stands first.
            Turn(ref words[fronted]);
        }
    }

    /// <summary>The nearest weighted word before the negator, in its clause and reach; -1 where there is none.</summary>
    private static int Nearest(Span<LexiconWord> words, int negator)
    {
        for (var i = negator - 1; i >= 0 && i >= negator - NegatorReach && !words[i].EndsClause; i--)
        {
            if (words[i].Weight != 0)
            {
                return i;
            }
        }
        return -1;
    }

    /// <summary>The Danish verb that a negator after it means ("hjælper ikke", "lykkedes det ikke"); -1 where there is none.</summary>
    private static int Behind(Span<LexiconWord> words, int negator)
    {
        for (var i = negator - 1; i >= 0 && i >= negator - 2 && !words[i].EndsClause; i--)
        {
            if (words[i].Weight != 0)
            {
                return words[i].Entry.Is(LexiconTraits.Verb) ? i : -1;
            }
        }
        return -1;
    }

    private static void Turn(ref LexiconWord word) => word.Weight *= word.Weight > 0 ? NotGood : NotBad;

    private static int ClauseEnd(Span<LexiconWord> words, int from)
    {
        while (from < words.Length && !words[from].EndsClause)
        {
            from++;
        }
        return from;
    }

    private static void Scale(Span<LexiconWord> words, int from, int to, float factor)
    {
        for (var i = from; i < to; i++)
        {
            words[i].Weight *= factor;
        }
    }
}
