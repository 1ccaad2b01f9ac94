using System.Buffers;
using System.Collections.Frozen;

namespace Advocacy.Content;

/// <summary>Danish or English, from the commonest words and the letters æ, ø and å.</summary>
internal static class LanguageGuess
{
    // Words that both languages write (at, for, i, men, her, den) say nothing and are left out.
    private static readonly FrozenSet<string> s_danish = Words(
        """
        af alle andre blev bliver dem deres det dig din disse efter eller er et flere fra får gør ham han har havde
        hos hun hvad hvem hver hvis hvor hvordan ikke ind jeg kan kun kunne læs med meget mellem mere mest mig min mod måtte ned
        noget nogle nu ny nye nyt når og også om op os over på sammen selv sig siden sin skal skulle som så sådan tak til ud uden
        under var ved vi vil ville virksomhed vores være været år
        """
    );

    private static readonly FrozenSet<string> s_english = Words(
        """
        a about after all also an and any are as be because been but by can could did do does each from get had has have how if
        in into is it its just more most my new no not now of on only or other our out she should so some than that the their
        them then there these they this those through to us was we were what when where which who why will with work would you
        your
        """
    );

    // Neighbours that share words with both: German, Dutch, Swedish, Norwegian, French, Spanish, Italian. None of these words is
    // common in Danish or English too ("de", "den", "en", "del" are).
    private static readonly FrozenSet<string> s_foreign = Words(
        """
        auch auf aus bei das dem die ein eine einen für haben ich ist nach nicht oder sich sie und uns unser unsere
        von werden wie wir zu zum zur aan dat een het ik maar niet ook van voor wij zijn att av där efter från för hur
        här inte jag också och är ett vad våra hva noe av au aux avec ce cette dans des elle est il je la le les leur
        mais nos notre nous pour que qui ses un une vous como con el es esta las lo los más
        nuestra nuestro o para por su una y che di gli non più sono
        """
    );

    private static readonly SearchValues<char> s_foreignLetters = SearchValues.Create("äöüßèêçñãà");

    /// <summary><c>da</c>, <c>en</c>, or <c>null</c> where the words do not tell.</summary>
    public static string? Of(string text)
    {
        var (danish, english, foreign) = Count(text);
        if (danish > english && danish > foreign)
        {
            return "da";
        }
        return english > danish && english > foreign ? "en" : null;
    }

    /// <summary>True where the words or letters plainly are neither Danish nor English.</summary>
    public static bool IsOther(string text)
    {
        var (danish, english, foreign) = Count(text);
        if (foreign >= FewestForeign && foreign > danish && foreign > english)
        {
            return true;
        }
        var letters = text.Count(char.IsLetter);
        return letters > 0 && text.Count(c => char.IsLetter(c) && c > LastLatin) > letters / 2;
    }

    private static (int Danish, int English, int Foreign) Count(string text)
    {
        var danish = 0;
        var english = 0;
        var foreign = 0;
        foreach (var word in text.ToLowerInvariant().Split(s_gaps, StringSplitOptions.RemoveEmptyEntries))
        {
            danish += s_danish.Contains(word) ? 1 : 0;
            english += s_english.Contains(word) ? 1 : 0;
            danish += word.AsSpan().IndexOfAny('æ', 'ø', 'å') >= 0 ? 1 : 0;
            foreign += s_foreign.Contains(word) ? 1 : 0;
            // Letters that neither language writes.
            foreign += word.AsSpan().IndexOfAny(s_foreignLetters) >= 0 ? 1 : 0;
        }
        return (danish, english, foreign);
    }

    /// <summary>One foreign word may be a name.</summary>
    private const int FewestForeign = 2;

    /// <summary>The end of Latin Extended-B: Greek, Cyrillic and all others come after.</summary>
    private const char LastLatin = '\u024f';

    private static readonly char[] s_gaps = [.. " \t\r\n.,;:!?\"'()[]{}<>/\\|&%#*+=-–—…»«“”„‘’0123456789"];

    private static FrozenSet<string> Words(string list) =>
        list.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet();
}
