using System.Runtime.InteropServices;

namespace Advocacy.Platform.Tone;

[Flags]
internal enum LexiconTraits : byte
{
    None = 0,

    /// <summary>Turns what follows: "ikke", "not".</summary>
    Negator = 1,

    /// <summary>What follows counts more than what went before: "men", "but".</summary>
    Contrast = 2,

    /// <summary>What follows, to the end of the clause, counts less: "selvom", "although".</summary>
    Concessive = 4,

    /// <summary>A verb: in Danish a negator after it turns it ("det virker ikke").</summary>
    Verb = 8,

    Noun = 16,
    Adjective = 32,

    /// <summary>Stands in a list as it is; the other forms are made from it.</summary>
    Listed = 64,

    /// <summary>Some phrase of the list begins with this word.</summary>
    StartsPhrase = 128,
}

/// <summary>What the lists know about one word form or phrase.</summary>
/// <param name="Weight">-5 to 5; 0 where the word has no sentiment of its own.</param>
/// <param name="Percent">What it does to the next word's weight: 100 nothing, 150 half as much again.</param>
/// <param name="Traits">What else it does.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct LexiconEntry(sbyte Weight, byte Percent, LexiconTraits Traits)
{
    public static readonly LexiconEntry Nothing = new(0, 100, LexiconTraits.None);

    public bool Is(LexiconTraits trait) => (Traits & trait) != LexiconTraits.None;
}
