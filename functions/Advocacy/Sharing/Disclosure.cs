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

    /// <summary>
    /// The full text that a person shares: the marking first where the post is commercial, then the text, then who the writer
    /// works for, each only where the text does not say it itself.
    /// </summary>
    public static string Compose(ShareText text, Post post, CompanyProfile company)
    {
        var wording = DisclosureWords.OfLanguage(text.Language);
        var full = text.Text.Trim();
        if (post.Commercial)
        {
            full = WithMarking(full, DisclosureWords.OfCountry(company.Country), wording);
        }
        return NamesEmployment(full, wording, company.Name)
            ? full
            : $"{full}\n\n{Sentence(Employment(wording, company))}".TrimStart();
    }

    /// <summary>True where the text is complete as it stands: a person may edit it as they like, but for this.</summary>
    public static bool IsIn(ShareText text, Post post, CompanyProfile company) =>
        Compose(text, post, company) == text.Text.Trim();

    /// <summary>A title that is read without its text: marked where the post is commercial, and saying who the writer works for.</summary>
    /// <param name="title">One line.</param>
    /// <param name="language">ISO 639-1 of the title.</param>
    /// <param name="names">False where the text follows at once and says who the writer works for.</param>
    public static string Title(string title, string language, Post post, CompanyProfile company, bool names)
    {
        var wording = DisclosureWords.OfLanguage(language);
        var marked = post.Commercial ? WithMarking(title, DisclosureWords.OfCountry(company.Country), wording) : title;
        return names && !NamesEmployment(marked, wording, company.Name)
            ? $"{marked} [{Employment(wording, company)}]".TrimStart()
            : marked;
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

    /// <summary>What <see cref="IsIn"/> looks for, as regular expressions that a browser reads as well.</summary>
    public static DisclosurePatterns Patterns(ShareText text, Post post, CompanyProfile company) =>
        new(
            post.Commercial ? MarkingPattern(DisclosureWords.OfCountry(company.Country)) : null,
            EmploymentPattern(DisclosureWords.OfLanguage(text.Language), company.Name)
        );

    private static string WithMarking(string text, DisclosureWords.Country country, DisclosureWords.Wording wording)
    {
        if (Matches(text, MarkingPattern(country)))
        {
            return text;
        }
        var spokenHere = ReferenceEquals(DisclosureWords.OfLanguage(country.Language), wording);
        var marking =
            spokenHere || wording.Advertising == country.Markings[0]
                ? country.Markings[0]
                : $"{country.Markings[0]} / {wording.Advertising}";
        return $"{marking}: {text}";
    }

    // "Reklame: ..." is a marking, "Reklame virker" is a sentence and "#reklame" is a hashtag.
    private static string MarkingPattern(DisclosureWords.Country country) =>
        $@"^[\[(]?({string.Join('|', country.Markings)})\s*([:|/.\])]|[-–—]\s|\r?\n|$)";

    // Only a first person that works there counts: a text that merely names the company discloses nothing, and neither
    // does one that quotes a colleague.
    private static bool NamesEmployment(string text, DisclosureWords.Wording wording, string company)
    {
        var own = Regex.Replace(text, DisclosurePatterns.Quotation, " ", RegexOptions.Singleline, Patience);
        return Matches(own, EmploymentPattern(wording, company));
    }

    private static string EmploymentPattern(DisclosureWords.Wording wording, string company) =>
        $@"(?<!\w)({string.Join('|', wording.Phrases.Select(Regex.Escape))})\s+{Regex.Escape(company)}(?!\w)";

    private static string Employment(DisclosureWords.Wording wording, CompanyProfile company) =>
        wording.Employment.Replace("{0}", company.Name, StringComparison.Ordinal);

    private static bool Matches(string text, string pattern) =>
        Regex.IsMatch(text, pattern, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Patience);

    // "Acme Inc." ends its own sentence.
    private static string Sentence(string words) => words.EndsWith('.') ? words : words + ".";
}

/// <summary>What makes a text complete.</summary>
/// <param name="Marking">The trimmed text begins with this; <c>null</c> where it need not be marked.</param>
/// <param name="Employment">What is left of the text without its quotations holds this.</param>
public sealed record DisclosurePatterns(string? Marking, string Employment)
{
    /// <summary>A quotation; the dot stands for line ends too.</summary>
    internal const string Quotation = "[\"„“”»«].*?[\"“”»«]";
}
