using System.Text.RegularExpressions;

namespace Advocacy.Tone;

/// <summary>Where a person lives or gets mail. A company's own street and shared mailbox are no secrets.</summary>
internal static partial class PersonalAddresses
{
    /// <summary>E-mail addresses, but those of a role ("info@", "presse@", "job@").</summary>
    public static IEnumerable<FoundText> Email(string text) =>
        text.Contains('@', StringComparison.Ordinal)
            ? EmailPattern().Matches(text).Where(match => !match.Groups["role"].Success).Select(FoundText.Of)
            : [];

    /// <summary>
    /// A street with number that says it is a home: by floor and side ("3. tv.", "flat 4"), or by words before it ("bor på", "lives at").
    /// </summary>
    public static IEnumerable<FoundText> Home(string text) =>
        PersonalNumbers.HasDigits(text)
            ? HomePattern().Matches(text).Select(match => FoundText.Of(match.Groups["address"]))
            : [];

    [GeneratedRegex(
        """
            (?<![\w.+-])
            (?: (?<role> (?:
                    info|kontakt|contact|hello|hej|mail|post|kontor|office|reception|salg|sales|ordre|orders?|support|service|kundeservice
                  | hjaelp|help|helpdesk|presse|press|media|kommunikation|communications?|marketing|job|jobs|hr|karriere|careers?|rekruttering
                  | event|events|tilmelding|webinar|nyhedsbrev|newsletter|no-?reply|faktura|invoice|bogholderi|accounting|privacy|gdpr|dpo
                  | sikkerhed|security|admin|webmaster|team|booking|butik|shop|investor|ir
                )(?=@) ) | [\w.+-]{1,64} )
            @ [a-z0-9](?:[a-z0-9-]{0,62}) (?:\.[a-z0-9-]{1,63}){1,8}
            """,
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex EmailPattern();

    [GeneratedRegex(
        """
            (?<address>
                \p{Lu}[\p{L}.'-]{1,40} (?:\ \p{L}[\p{L}.'-]{0,40}){0,2}? \ \d{1,3}[A-Za-z]?,?\ (?:\d{1,2}|st|kl)\.?,?\ (?:sal\b,?\ )?(?:tv|th|mf)\b
            )
            | \b (?i:bor|boede|privatadresse|hjemmeadresse|min\ adresse) \b [^\d\n.!?]{0,25}? \b
            (?<address>
                \p{Lu}[\p{L}.'-]{0,40} (?:\ \p{L}[\p{L}.'-]{0,40}){0,2}?
                (?:vej|gade|allé|alle|stræde|plads|vænge|vænget|toft|toften|parken|have|haven|bakken|engen|krog|krogen|torv|Vej|Gade|Allé|Plads)
                (?:en|et)? \ \d{1,3}[A-Za-z]?\b
            )
            | \b (?i:lives?|lived|living|home\ address|my\ address|resides?) \b [^\d\n.!?]{0,25}? \b
            (?<address>
                \d{1,4}[A-Za-z]?\ \p{Lu}[\p{L}'-]{1,40} (?:\ \p{Lu}[\p{L}'-]{0,40}){0,2}?
                \ (?i:street|road|lane|avenue|drive|close|way|court|terrace|gardens|st|rd|ave)\b
            )
            | \b (?<address> (?i:flat|apartment|apt\.?) \ \d{1,4}[A-Za-z]?,\ \d{1,4}\ \p{Lu}[\p{L}'-]{1,40} (?:\ \p{Lu}[\p{L}'-]{0,40}){0,2} )
            """,
        RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex HomePattern();
}
