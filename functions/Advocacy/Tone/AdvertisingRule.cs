using System.Text.RegularExpressions;

namespace Advocacy.Tone;

/// <summary>
/// Advertising that does not say so, or that says so where the law does not take it. The disclosure that the share page adds covers
/// the rest: it is right only where the post is marked for what it is. Source: Forbrugerombudsmanden 18/05035.
/// </summary>
internal sealed partial class AdvertisingRule(TonePolicyOptions options)
{
    private const string Rule = "disclosure";

    private readonly TopicMatcher _words = new(Rule, BlockedTopic.OfWords(options.AdvertisingWords));

    public IEnumerable<ToneReason> Judge(TonePart part, bool commercial)
    {
        if (!options.HoldMissingDisclosure)
        {
            yield break;
        }
        foreach (var denial in Denials().Matches(part.Text).Select(FoundText.Of))
        {
            yield return ToneRules.Reason(Rule, "DeniesTie", WaysOut.ShowEmployment, part, denial);
        }
        if (commercial)
        {
            yield break;
        }
        foreach (var marking in Markings().Matches(part.Text).Select(FoundText.Of))
        {
            yield return ToneRules.Reason(Rule, "SaysAdvertising", WaysOut.MarkAdvertising, part, marking);
        }
        foreach (var word in _words.Find(part.Text))
        {
            yield return ToneRules.Reason(Rule, "ReadsAsAdvertising", WaysOut.MarkAdvertising, part, word);
        }
    }

    /// <summary>A marking at the beginning, in brackets or among the hashtags: whoever wrote it meant advertising.</summary>
    [GeneratedRegex(
        """
                \A \s* [\[(]? (?:reklame|annonce|advertisement|advert|ad|sponsored|sponsoreret|betalt\ (?:partnerskab|samarbejde)) (?=\s*[:|\])]) [\])]?
              | \#(?:reklame|annonce|ad|advert|advertisement|sponsored|sponsoreret|spon|betaltsamarbejde|betaltpartnerskab|paidpartnership)\b
              | [\[(](?:reklame|annonce|ad|sponsored|sponsoreret)[\])]
            """,
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Markings();

    /// <summary>Whoever shares works here, whatever the text says.</summary>
    [GeneratedRegex(
        """
                \b(?:ikke|ingen)\ (?:reklame|annonce|sponsoreret|sponsorerede|betalt\ for)\b
              | \bjeg\ (?:er\ ikke\ ansat|arbejder\ ikke)\ (?:hos|i|for|der)\b
              | \bjeg\ har\ (?:intet|ikke\ noget)\ med\ (?:virksomheden|firmaet|dem)\ at\ gøre\b
              | \bhelt\ uafhængig(?:t|e)?\ af\ (?:virksomheden|firmaet)\b
              | \bsom\ (?:helt\ almindelig\ )?(?:kunde|forbruger)\ (?:kan\ jeg|må\ jeg|vil\ jeg|er\ jeg)\b
              | \bnot\ (?:an\ ad|an\ advertisement|sponsored|paid\ (?:for|to))\b | \#(?:notsponsored|notanad|ikkereklame|ikkesponsoreret)\b
              | \bi\ (?:do\ not|don['’]t)\ work\ (?:for|at|there)\b | \bi\ am\ not\ (?:employed|affiliated)\b | \bi['’]m\ not\ (?:employed|affiliated)\b
              | \b(?:no|not)\ affiliat(?:ion|ed)\ with\b | \bas\ an?\ (?:ordinary\ |normal\ )?(?:customer|consumer),?\ i\b
            """,
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Denials();
}
