namespace Advocacy.Sharing;

/// <summary>The words of each country and language; see <see cref="Disclosure"/> for where they come from.</summary>
internal static class DisclosureWords
{
    private static readonly Country Elsewhere = new("en", ["Advertisement", "Advertising", "Sponsored"]);

    // The first marking is the one we write; the others count where the text has one of them already.
    private static readonly Dictionary<string, Country> Countries = new(StringComparer.OrdinalIgnoreCase)
    {
        ["DK"] = new("da", ["Reklame", "Annonce"]),
        ["SE"] = new("sv", ["Reklam", "Annons"]),
        ["NO"] = new("nb", ["Reklame", "Annonse"]),
        ["DE"] = new("de", ["Werbung", "Anzeige"]),
        ["GB"] = new("en", ["Ad", "Advert", "Advertisement"]),
        ["US"] = new("en", ["Ad", "Advertisement", "Sponsored"]),
    };

    private static readonly Wording English = new(
        "Advertisement",
        "I work at {0}",
        ["I work at", "I work for", "I am employed at", "I'm employed at", "I am employed by", "as an employee of"]
    );

    private static readonly Wording Norwegian = new(
        "Reklame",
        "Jeg jobber i {0}",
        ["jeg jobber i", "jeg jobber hos", "jeg arbeider i", "jeg er ansatt i", "jeg er ansatt hos", "som ansatt i"]
    );

    private static readonly Dictionary<string, Wording> Wordings = new(StringComparer.OrdinalIgnoreCase)
    {
        ["da"] = new(
            "Reklame",
            "Jeg arbejder hos {0}",
            [
                "jeg arbejder hos",
                "jeg arbejder i",
                "jeg arbejder for",
                "jeg er ansat hos",
                "jeg er ansat i",
                "som ansat hos",
            ]
        ),
        ["en"] = English,
        ["sv"] = new(
            "Reklam",
            "Jag arbetar på {0}",
            [
                "jag arbetar på",
                "jag arbetar hos",
                "jag jobbar på",
                "jag jobbar hos",
                "jag är anställd på",
                "som anställd på",
            ]
        ),
        ["nb"] = Norwegian,
        ["nn"] = Norwegian,
        ["no"] = Norwegian,
        ["de"] = new(
            "Werbung",
            "Ich arbeite bei {0}",
            ["ich arbeite bei", "ich arbeite für", "ich bin angestellt bei", "ich bin bei"]
        ),
    };

    /// <summary>An unknown country is treated as Denmark, in English words.</summary>
    public static Country OfCountry(string country) => Countries.GetValueOrDefault(country, Elsewhere);

    /// <summary>English where the language is not known.</summary>
    public static Wording OfLanguage(string language) => Wordings.GetValueOrDefault(language, English);

    /// <param name="Language">ISO 639-1 of most of its readers.</param>
    /// <param name="Markings">The words its law takes, the preferred one first.</param>
    internal sealed record Country(string Language, IReadOnlyList<string> Markings);

    /// <param name="Advertising">The language's word for it.</param>
    /// <param name="Employment">The sentence, without its full stop; {0} is the company.</param>
    /// <param name="Phrases">How else a text says it, directly before the company's name.</param>
    internal sealed record Wording(string Advertising, string Employment, IReadOnlyList<string> Phrases);
}
