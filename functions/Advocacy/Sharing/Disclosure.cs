using System.Text.RegularExpressions;
using Advocacy.Content;
using Advocacy.Programme;

namespace Advocacy.Sharing;

/// <summary>
/// The words that say the writer works for the company, and the country's word for advertising where it is that.
/// <para>
/// Source for Denmark: Forbrugerombudsmanden 18/05035 (what an employer asks for must show in the post itself: the employment, or
/// "Reklame" or "Annonce" first, never among hashtags, never "ad"). The other countries' words are the customary ones, not checked
/// against their authorities' texts: a company there has them confirmed first.
/// </para>
/// <para>
/// The advertising word stands in the country's language, because its law is about the country's readers; where the text is in
/// another language the word follows in that one too ("Reklame / Advertisement: ..."), so that readers of neither are misled.
/// An unknown country is treated as Denmark, in English words.
/// </para>
/// </summary>
public static class Disclosure
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

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

    /// <summary>
    /// The full text that a person shares: the marking first where the post is commercial, then the text, then who the writer
    /// works for, each only where the text does not say it itself.
    /// </summary>
    public static string Compose(ShareText text, Post post, CompanyProfile company)
    {
        var wording = Wordings.GetValueOrDefault(text.Language, English);
        var full = text.Text.Trim();
        if (post.Commercial)
        {
            full = WithMarking(full, Countries.GetValueOrDefault(company.Country, Elsewhere), wording);
        }
        return NamesEmployment(full, wording, company.Name)
            ? full
            : $"{full}\n\n{Sentence(wording.Employment.Replace("{0}", company.Name, StringComparison.Ordinal))}".TrimStart();
    }

    /// <summary>The words in <see cref="Compose"/>'s answer that must stay when the writer edits it.</summary>
    public static string WordsIn(ShareText text, Post post, CompanyProfile company)
    {
        var full = Compose(text, post, company);
        if (post.Commercial)
        {
            var end = full.IndexOfAny([':', '|', '/', '.', ']', ')', '-', '–', '—', '\r', '\n']);
            return (end < 0 ? full : full[..end]).TrimStart('[', '(').Trim();
        }
        // Our own sentence is the last paragraph; where the text says it itself, the company's name is what proves it.
        return full.Length > text.Text.Trim().Length ? full[(full.LastIndexOf('\n') + 1)..] : company.Name;
    }

    private static string WithMarking(string text, Country country, Wording wording)
    {
        var words = string.Join('|', country.Markings);
        // "Reklame: ..." is a marking, "Reklame virker" is a sentence and "#reklame" is a hashtag.
        if (Matches(text, $@"^[\[(]?({words})\s*([:|/.\])]|[-–—]\s|\r?\n|$)"))
        {
            return text;
        }
        var spokenHere = ReferenceEquals(Wordings.GetValueOrDefault(country.Language, English), wording);
        var marking =
            spokenHere || wording.Advertising == country.Markings[0]
                ? country.Markings[0]
                : $"{country.Markings[0]} / {wording.Advertising}";
        return $"{marking}: {text}";
    }

    // Only a first person that works there counts: a text that merely names the company discloses nothing, and neither
    // does one that quotes a colleague.
    private static bool NamesEmployment(string text, Wording wording, string company)
    {
        var own = Regex.Replace(text, "[\"„“”»«].*?[\"“”»«]", " ", RegexOptions.Singleline, Patience);
        var phrases = string.Join('|', wording.Phrases.Select(Regex.Escape));
        return Matches(own, $@"(?<!\w)({phrases})\s+{Regex.Escape(company)}(?!\w)");
    }

    private static bool Matches(string text, string pattern) =>
        Regex.IsMatch(text, pattern, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Patience);

    // "Acme Inc." ends its own sentence.
    private static string Sentence(string words) => words.EndsWith('.') ? words : words + ".";

    /// <param name="Language">ISO 639-1 of most of its readers.</param>
    /// <param name="Markings">The words its law takes, the preferred one first.</param>
    private sealed record Country(string Language, IReadOnlyList<string> Markings);

    /// <param name="Advertising">The language's word for it.</param>
    /// <param name="Employment">The sentence, without its full stop; {0} is the company.</param>
    /// <param name="Phrases">How else a text says it, directly before the company's name.</param>
    private sealed record Wording(string Advertising, string Employment, IReadOnlyList<string> Phrases);
}
