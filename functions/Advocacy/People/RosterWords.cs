namespace Advocacy.People;

/// <summary>The words that stand for a value in a roster, English and Danish, whatever their case.</summary>
internal static class RosterWords
{
    public static readonly IReadOnlyDictionary<string, Archetype> Archetypes = Words(
        (Archetype.Enthusiast, "enthusiast ildsjæl ildsjael"),
        (Archetype.Specialist, "specialist fagspecialist"),
        (Archetype.Colleague, "colleague kollega")
    );

    /// <summary>ISO numbers of the days too: 1 is Monday.</summary>
    public static readonly IReadOnlyDictionary<string, DayOfWeek> Days = Words(
        (DayOfWeek.Monday, "monday mon mandag man 1"),
        (DayOfWeek.Tuesday, "tuesday tue tirsdag tir tirs 2"),
        (DayOfWeek.Wednesday, "wednesday wed onsdag ons 3"),
        (DayOfWeek.Thursday, "thursday thu torsdag tor tors 4"),
        (DayOfWeek.Friday, "friday fri fredag fre 5"),
        (DayOfWeek.Saturday, "saturday sat lørdag loerdag lør 6"),
        (DayOfWeek.Sunday, "sunday sun søndag soendag søn 7")
    );

    public static readonly IReadOnlyDictionary<string, bool> YesOrNo = Words(
        (true, "yes y ja j true 1 x"),
        (false, "no n nej false 0 -")
    );

    /// <summary>Names of languages beside their ISO 639-1 codes.</summary>
    public static readonly IReadOnlyDictionary<string, string> Languages = Words(
        ("da", "da dk dansk danish"),
        ("en", "en uk engelsk english"),
        ("sv", "sv svensk swedish"),
        ("nb", "nb no norsk norwegian"),
        ("de", "de tysk german")
    );

    private static Dictionary<string, T> Words<T>(params ReadOnlySpan<(T Value, string Words)> all)
    {
        var words = new Dictionary<string, T>(StringComparer.OrdinalIgnoreCase);
        foreach (var (value, list) in all)
        {
            foreach (var word in list.Split(' '))
            {
                words.Add(word, value);
            }
        }
        return words;
    }
}
