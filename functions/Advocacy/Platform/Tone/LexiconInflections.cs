namespace Advocacy.Platform.Tone;

/// <summary>How a listed word bends; decides which forms stand in the table.</summary>
internal enum LexiconWordClass
{
    Fixed,
    Adjective,
    Verb,
    Noun,
}

/// <summary>
/// Makes the forms of a listed word. Generous on purpose: a form that does not exist is never looked up, and one that is another
/// word is put right in the list's [neutral] section.
/// </summary>
internal static class LexiconInflections
{
    private static readonly string[] DanishAdjectiveEndings = ["t", "e", "ere", "est", "este", "hed", "heden"];
    private static readonly string[] DanishVerbEndings =
    [
        "e",
        "er",
        "es",
        "ede",
        "edes",
        "et",
        "ets",
        "ende",
        "te",
        "tes",
        "t",
        "",
        "te",
        "ing",
        "ingen",
        "inger",
        "ingerne",
        "ings",
        "else",
        "elsen",
        "elser",
        "elserne",
        "elses",
    ];
    private static readonly string[] DanishNounEndings =
    [
        "s",
        "en",
        "ens",
        "et",
        "ets",
        "er",
        "ers",
        "erne",
        "ernes",
        "e",
        "es",
        "ene",
        "enes",
        "n",
        "ns",
        "r",
        "rs",
        "rne",
        "rnes",
        "t",
        "ts",
    ];
    private static readonly string[] EnglishAdjectiveEndings = ["ly", "er", "est", "ness"];

    /// <summary>The word itself first, then its forms; a form may come more than once.</summary>
    public static IEnumerable<string> Of(string word, LexiconWordClass wordClass, bool danish) =>
        (wordClass, danish) switch
        {
            (LexiconWordClass.Adjective, true) => DanishAdjective(word),
            (LexiconWordClass.Verb, true) => DanishVerb(word),
            (LexiconWordClass.Noun, true) => DanishNoun(word),
            (LexiconWordClass.Adjective, false) => EnglishAdjective(word),
            (LexiconWordClass.Verb, false) => EnglishVerb(word),
            (LexiconWordClass.Noun, false) => EnglishNoun(word),
            _ => [word],
        };

    private static IEnumerable<string> DanishAdjective(string word)
    {
        yield return word;
        foreach (var stem in Stems(word))
        {
            foreach (var ending in DanishAdjectiveEndings)
            {
                yield return stem + ending;
            }
        }
        if (word.Length > 5 && word.EndsWith("et", StringComparison.Ordinal))
        {
            // Participles: begejstret, begejstrede.
            yield return word[..^1] + "de";
        }
    }

    private static IEnumerable<string> DanishVerb(string word)
    {
        yield return word;
        if (!word.EndsWith('e'))
        {
            foreach (var ending in (string[])["r", "s", "ede", "et", "ende"])
            {
                yield return word + ending;
            }
            yield break;
        }

        var stem = word[..^1];
        foreach (var ending in DanishVerbEndings)
        {
            yield return stem + ending;
        }
        if (EndsDoubled(stem))
        {
            // glemme: glemt, glemte, glem.
            foreach (var ending in (string[])["t", "te", ""])
            {
                yield return stem[..^1] + ending;
            }
        }
    }

    private static IEnumerable<string> DanishNoun(string word)
    {
        yield return word;
        foreach (var stem in Stems(word))
        {
            foreach (var ending in DanishNounEndings)
            {
                yield return stem + ending;
            }
        }
    }

    /// <summary>The stem, with its last consonant doubled (flot, flotte), and without its weak e (sikker, sikre; mangel, mangler).</summary>
    private static IEnumerable<string> Stems(string word)
    {
        yield return word;
        if (EndsInSingleConsonant(word))
        {
            yield return word + word[^1];
        }
        if (word.Length > 4 && word[^2] == 'e' && word[^1] is 'l' or 'r' or 'n' && !IsVowel(word[^3]))
        {
            var weak = word[..^2];
            yield return (EndsDoubled(weak) ? weak[..^1] : weak) + word[^1];
        }
    }

    private static IEnumerable<string> EnglishAdjective(string word)
    {
        yield return word;
        foreach (var ending in EnglishAdjectiveEndings)
        {
            yield return word + ending;
        }
        if (word.EndsWith('e'))
        {
            // nice: nicer, nicest; reliable: reliably.
            yield return word + "r";
            yield return word + "st";
            yield return word[..^1] + "y";
        }
        else if (word.EndsWith('y'))
        {
            foreach (var ending in EnglishAdjectiveEndings)
            {
                yield return word[..^1] + "i" + ending;
            }
        }
        else if (EndsInSingleConsonant(word))
        {
            yield return word + word[^1] + "er";
            yield return word + word[^1] + "est";
        }
        if (word.EndsWith("ic", StringComparison.Ordinal))
        {
            yield return word + "ally";
        }
    }

    private static IEnumerable<string> EnglishVerb(string word)
    {
        foreach (var form in EnglishNoun(word))
        {
            yield return form;
        }
        var stem = word.EndsWith('e') ? word[..^1] : word;
        yield return stem + "ing";
        yield return stem + "ed";
        if (word.EndsWith('y'))
        {
            yield return word[..^1] + "ied";
        }
        else if (EndsInSingleConsonant(word))
        {
            yield return word + word[^1] + "ing";
            yield return word + word[^1] + "ed";
        }
        foreach (var ending in (string[])["ment", "ments"])
        {
            yield return word + ending;
        }
    }

    private static IEnumerable<string> EnglishNoun(string word)
    {
        yield return word;
        yield return word + "s";
        yield return word + "es";
        if (word.EndsWith('y'))
        {
            yield return word[..^1] + "ies";
        }
    }

    private static bool EndsInSingleConsonant(string word) =>
        word.Length > 2 && !IsVowel(word[^1]) && IsVowel(word[^2]) && !IsVowel(word[^3]);

    private static bool EndsDoubled(string word) => word.Length > 2 && word[^1] == word[^2] && !IsVowel(word[^1]);

    private static bool IsVowel(char letter) => "aeiouyæøå".Contains(letter, StringComparison.Ordinal);
}
