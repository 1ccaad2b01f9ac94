using System.Text.RegularExpressions;

namespace Advocacy.Tone;

/// <summary>Capitals and exclamation marks: what reads as shouting is shared by nobody.</summary>
internal sealed partial class ShoutingRule(TonePolicyOptions options)
{
    private const string Rule = "shouting";

    public IEnumerable<ToneReason> Judge(TonePart part)
    {
        var text = part.Text;
        var letters = text.Count(char.IsLetter);
        var capitals = text.Count(char.IsUpper);
        if (letters >= options.FewestLettersToShout && capitals > letters * options.MaximumCapitals)
        {
            yield return ToneStrings
                .Reason(Rule, "Capitals", WaysOut.CalmDown, ToneRules.Beginning(text), capitals, letters)
                .At(part, new FoundText(0, text));
        }
        else if (options.MaximumCapitals < 1)
        {
            foreach (var run in CapitalWords().Matches(text).Select(FoundText.Of))
            {
                yield return ToneRules.Reason(Rule, "CapitalWords", WaysOut.CalmDown, part, run);
            }
        }
        foreach (
            var marks in text.Contains('!', StringComparison.Ordinal)
                ? Exclamations().Matches(text).Select(FoundText.Of)
                : []
        )
        {
            if (marks.Text.Count(c => c == '!') > options.MostExclamationMarks)
            {
                yield return ToneStrings
                    .Reason(Rule, "Exclamations", WaysOut.CalmDown, marks.Text, options.MostExclamationMarks)
                    .At(part, marks);
            }
        }
    }

    /// <summary>Four words in a row: three may be a name ("DSB S-TOG", "NOVO NORDISK FONDEN").</summary>
    [GeneratedRegex(
        @"(?<!\p{L})(?:\p{Lu}{2,}[^\p{L}\n.]{1,3}){3,}\p{Lu}{2,}(?!\p{L})",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex CapitalWords();

    [GeneratedRegex("[!?]*![!?]*", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Exclamations();
}
