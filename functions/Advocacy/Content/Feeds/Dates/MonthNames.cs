namespace Advocacy.Content.Feeds.Dates;

/// <summary>Month names of the languages of western Europe, whole or cut; three letters tell nearly all of them apart.</summary>
internal static class MonthNames
{
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

        return start switch
        {
            "jan" or "ene" or "gen" => 1,
            "feb" or "fev" => 2,
            "mar" or "mrz" or "maa" => 3,
            "apr" or "avr" or "abr" => 4,
            "may" or "maj" or "mai" or "mei" or "mag" => 5,
            "jun" or "giu" => 6,
            "jul" or "lug" => 7,
            "jui" => word.Length > 3 && Fold(word[3]) == 'n' ? 6 : 7,
            "aug" or "aou" or "ago" => 8,
            "sep" or "set" => 9,
            "oct" or "okt" or "ott" => 10,
            "nov" => 11,
            "dec" or "dez" or "dic" or "des" => 12,
            _ => 0,
        };
    }

    private static char Fold(char letter) =>
        char.ToLowerInvariant(letter) switch
        {
            'é' or 'è' or 'ê' => 'e',
            'û' or 'ü' => 'u',
            'ä' or 'á' => 'a',
            var other => other,
        };
}
