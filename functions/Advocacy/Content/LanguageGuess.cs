using System.Collections.Frozen;

namespace Advocacy.Content;

/// <summary>Danish or English, from the commonest words and the letters æ, ø and å.</summary>
internal static class LanguageGuess
{
    // Words that both languages write (at, for, i, men, her, the "den" of the Haag) say nothing and are left out.
    private static readonly FrozenSet<string> s_danish = Words(
        """
        af alle andre blev bliver da de dem deres det dig din disse du efter eller en er et flere fra får gør ham han har havde
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

    /// <summary><c>da</c>, <c>en</c>, or <c>null</c> where the words do not tell.</summary>
    public static string? Of(string text)
    {
        var danish = 0;
        var english = 0;
        var foreign = 0;
        foreach (var word in text.ToLowerInvariant().Split(s_gaps, StringSplitOptions.RemoveEmptyEntries))
        {
            danish += s_danish.Contains(word) ? 1 : 0;
            english += s_english.Contains(word) ? 1 : 0;
            danish += word.AsSpan().IndexOfAny('æ', 'ø', 'å') >= 0 ? 1 : 0;
            // Swedish and German share words with Danish, but not these letters.
            foreign += word.AsSpan().IndexOfAny("äöüß") >= 0 ? 1 : 0;
        }
        if (danish > english && danish > foreign)
        {
            return "da";
        }
        return english > danish && english > foreign ? "en" : null;
    }

    private static readonly char[] s_gaps = [.. " \t\r\n.,;:!?\"'()[]{}<>/\\|&%#*+=-–—…»«“”„‘’0123456789"];

    private static FrozenSet<string> Words(string list) =>
        list.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet();
}
