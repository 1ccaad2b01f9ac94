using System.Text.RegularExpressions;

namespace Advocacy.Tone;

/// <summary>Numbers that belong to a person: they have no place in what many people share.</summary>
internal static partial class PersonalNumbers
{
    /// <summary>
    /// Danish CPR numbers: a day that the calendar has and four digits. With the hyphen, or after a word that announces it, that is
    /// enough: numbers given out since 2007 need not meet the check digit. Ten digits alone must, because order numbers look alike.
    /// </summary>
    public static IEnumerable<FoundText> Cpr(string text) =>
        HasDigits(text)
            ? CprPattern().Matches(text).Where(IsCpr).Select(match => FoundText.Of(match.Groups["number"]))
            : [];

    private static bool IsCpr(Match match) =>
        CprNumber.HasDate(match.Groups["number"].Value)
        && (
            match.Groups["announced"].Success
            || match.Groups["hyphen"].Success
            || CprNumber.MeetsCheckDigit(match.Groups["number"].Value)
        );

    /// <summary>
    /// An international number, four pairs of digits, or eight digits after a word that announces a telephone. Eight digits alone are
    /// an amount or an order number, and two years side by side are no telephone.
    /// </summary>
    public static IEnumerable<FoundText> Phone(string text) =>
        HasDigits(text) ? PhonePattern().Matches(text).Select(match => FoundText.Of(match.Groups["number"])) : [];

    /// <summary>Most texts have none, and looking for one digit is much less work than for a number.</summary>
    internal static bool HasDigits(string text) => text.AsSpan().ContainsAnyInRange('0', '9');

    [GeneratedRegex(
        @"(?<announced>\b(?:cpr|personnummer)[^\d\n]{0,15})?(?<![\d-])(?<number>(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d{2}(?:(?<hyphen>-)| )?\d{4})(?![\d-])",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex CprPattern();

    [GeneratedRegex(
        """
            (?<![\d.,/-]|\d\ )
            (?:
                (?<number> (?:\+|00)\d{1,3} (?:[ -]?\d){6,12} )
              | (?<number> \d{2}\ \d{2}\ \d{2}\ \d{2} )
              | \b(?:tlf|telefon|tel|mobil|ring|phone|call|mobile|sms)\b \D{0,15}? (?<number> \d{4}\ ?\d{4} )
            )
            (?![\d,/-]|[.\ ]\d)
            """,
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex PhonePattern();
}
