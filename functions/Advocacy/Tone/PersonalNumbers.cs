using System.Text.RegularExpressions;

namespace Advocacy.Tone;

/// <summary>Numbers that belong to a person: they have no place in what many people share.</summary>
internal static partial class PersonalNumbers
{
    /// <summary>Ten digits that begin with a date (day, month, year), with or without the hyphen: a Danish CPR number.</summary>
    public static IEnumerable<string> Cpr(string text) => CprPattern().Matches(text).Select(match => match.Value);

    /// <summary>
    /// An international number, four pairs of digits, or eight digits after a word that announces a telephone. Eight digits alone are
    /// an amount or an order number, and two years side by side are no telephone.
    /// </summary>
    public static IEnumerable<string> Phone(string text) =>
        PhonePattern().Matches(text).Select(match => match.Groups["number"].Value);

    [GeneratedRegex(
        @"(?<![\d-])(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d{2}[- ]?\d{4}(?![\d-])",
        RegexOptions.CultureInvariant,
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
