using System.Collections.Frozen;

namespace Advocacy.Content.Feeds.Dates;

/// <summary>Month names of Europe's languages, whole or cut; three letters tell nearly all of them apart.</summary>
internal static class MonthNames
{
    // Danish, English, German, Dutch, French, Spanish, Italian, Portuguese, Romanian, Polish, Czech, Turkish, Finnish, Greek, Russian.
    private static readonly FrozenDictionary<string, int> s_starts = Months(
        "jan ene gen ian sty led oca tam ιαν янв",
        "feb fev lut uno sub hel φεβ фев",
        "mar mrz maa bre μαρ мар",
        "apr avr abr kwi dub nis huh απρ апр",
        "may maj mai mei mag kve tou μαι май мая",
        "jun giu iun cze cer haz kes июн",
        "jul lug iul lip tem hei июл",
        "aug aou ago sie srp agu elo αυγ авг",
        "sep set sze wrz zar eyl syy σεπ сен",
        "oct okt ott out paz rij eki lok οκτ окт",
        "nov noi lis kas νοε ноя",
        "dec dez dic des gru pro ara jou δεκ дек"
    );

    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> s_lookup =
        s_starts.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <returns>1 to 12; 0 for a word that is no month.</returns>
    public static int Find(ReadOnlySpan<char> word)
    {
        if (word.Length is < 3 or > 12)
        {
            return 0;
        }

        Span<char> start = stackalloc char[3];
        for (var i = 0; i < 3; i++)
        {
            start[i] = Fold(word[i]);
        }

        var fourth = word.Length > 3 ? Fold(word[3]) : ' ';
        return start switch
        {
            "jui" => fourth == 'n' ? 6 : 7, // juin, juillet
            "ιου" => fourth == 'ν' ? 6 : 7, // Ιούνιος, Ιούλιος
            "cer" => word.Length > 6 ? 7 : 6, // červen, červenec
            "mar" when fourth == 'r' => 11, // marraskuu
            _ => s_lookup.TryGetValue(start, out var month) ? month : 0,
        };
    }

    private static FrozenDictionary<string, int> Months(params string[] months) =>
        months
            .SelectMany((starts, month) => starts.Split(' ').Select(start => (start, month)))
            .ToFrozenDictionary(one => one.start, one => one.month + 1);

    /// <summary>In lower case, without accents.</summary>
    private static char Fold(char letter) =>
        char.IsAscii(letter)
            ? char.ToLowerInvariant(letter)
            : char.ToLowerInvariant(letter) switch
            {
                'á' or 'ä' or 'ă' => 'a',
                'é' or 'è' or 'ê' or 'ě' => 'e',
                'í' or 'î' => 'i',
                'ú' or 'û' or 'ü' => 'u',
                'č' or 'ç' => 'c',
                'ğ' => 'g',
                'ř' => 'r',
                'ş' or 'š' => 's',
                'ź' or 'ž' => 'z',
                'ά' => 'α',
                'έ' => 'ε',
                'ί' or 'ϊ' or 'ΐ' => 'ι',
                'ό' => 'ο',
                'ύ' => 'υ',
                var other => other,
            };
}
