namespace Advocacy.Tone;

/// <summary>A topic that a person must look at before employees are asked to share it.</summary>
public sealed class BlockedTopic
{
    public bool Enabled { get; set; } = true;

    /// <summary>Why, in the words the review desk shows after "Mentions “…”:".</summary>
    public string Reason { get; set; } = "The guidelines ask for a review.";

    /// <summary>
    /// Words and phrases in any language, upper and lower case alike. A <c>*</c> at the beginning or the end stands for any letters:
    /// <c>*fyring*</c> finds "fyringer" and "massefyring".
    /// </summary>
    public IList<string> Words { get; } = [];

    internal static IDictionary<string, BlockedTopic> Defaults() =>
        new Dictionary<string, BlockedTopic>(StringComparer.OrdinalIgnoreCase)
        {
            ["layoffs"] = Of(
                "People losing their jobs is announced by the company, not by colleagues.",
                [
                    "*fyringer",
                    "*fyringerne",
                    "*fyringsrunde*",
                    "*massefyring*",
                    "*afskedigelse*",
                    "afskediger",
                    "afskediges",
                    "*nedskæring*",
                    "personalereduktion*",
                    "layoff*",
                    "lay-off*",
                    "laid off",
                    "redundancies",
                    "made redundant",
                    "job cuts",
                    "downsizing",
                ]
            ),
            ["politics"] = Of(
                "Employees are not asked to share politics.",
                [
                    "folketingsvalg*",
                    "kommunalvalg*",
                    "valgkamp*",
                    "stem på",
                    "partileder*",
                    "socialdemokrat*",
                    "dansk folkeparti",
                    "liberal alliance",
                    "enhedslisten",
                    "election campaign*",
                    "general election*",
                    "vote for",
                    "republicans",
                    "democrats",
                ]
            ),
            ["health-claims"] = Of(
                "Health claims need proof and a check by those who know the rules.",
                [
                    "helbreder",
                    "kurerer",
                    "forebygger kræft",
                    "klinisk bevist",
                    "klinisk dokumenteret",
                    "bivirkningsfri*",
                    "uden bivirkninger",
                    "tab dig",
                    "slankende",
                    "mirakelkur*",
                    "cures",
                    "clinically proven",
                    "prevents cancer",
                    "no side effects",
                    "lose weight",
                    "miracle cure*",
                ]
            ),
            ["competitors"] = Of("Competitors are not named in what we share.", []),
        };

    private static BlockedTopic Of(string reason, IReadOnlyList<string> words)
    {
        var topic = new BlockedTopic { Reason = reason };
        foreach (var word in words)
        {
            topic.Words.Add(word);
        }
        return topic;
    }
}
