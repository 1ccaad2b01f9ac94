using System.ComponentModel.DataAnnotations;

namespace Advocacy.Tone;

/// <summary>Which posts are Ready and which are Held for the review desk. Section <c>Advocacy:Tone</c>.</summary>
public sealed class TonePolicyOptions
{
    public const string Section = "Advocacy:Tone";

    /// <summary>The lowest positive score less negative score of the whole post, -1 to 1. Default -0.2: plain news passes.</summary>
    [Range(-1.0, 1.0)]
    public double MinimumScore { get; set; } = -0.2;

    /// <summary>The highest negative score of the whole post, 0 to 1. Default 0.4.</summary>
    [Range(0.0, 1.0)]
    public double MaximumNegative { get; set; } = 0.4;

    /// <summary>How many negative sentences a post may have. Default 0: a person looks at each.</summary>
    [Range(0, 100)]
    public int MaxNegativeSentences { get; set; }

    /// <summary>The confidence from which a negative sentence counts, 0 to 1. Default 0.6.</summary>
    [Range(0.0, 1.0)]
    public double NegativeSentenceConfidence { get; set; } = 0.6;

    /// <summary>The highest share of capitals among a text's letters, 0 to 1. Default 0.5; 1 allows shouting.</summary>
    [Range(0.0, 1.0)]
    public double MaximumCapitals { get; set; } = 0.5;

    /// <summary>Letters a text must have before its capitals are counted. Default 12: "NATO" and "EU" are no shouting.</summary>
    [Range(1, 1000)]
    public int FewestLettersToShout { get; set; } = 12;

    /// <summary>The most exclamation marks side by side, 0 to 100. Default 2: "Tillykke!!" passes, "!!!" does not.</summary>
    [Range(0, 100)]
    public int MostExclamationMarks { get; set; } = 2;

    /// <summary>Whether what looks like a Danish CPR number is held. Default true.</summary>
    public bool HoldCprNumbers { get; set; } = true;

    /// <summary>Whether what looks like a telephone number is held. Default true.</summary>
    public bool HoldPhoneNumbers { get; set; } = true;

    /// <summary>Whether a person's e-mail address is held; those of a role (info@, presse@) pass. Default true.</summary>
    public bool HoldEmailAddresses { get; set; } = true;

    /// <summary>Whether what looks like somebody's home address is held. Default true.</summary>
    public bool HoldPrivateAddresses { get; set; } = true;

    /// <summary>
    /// Whether texts are held that say they are advertising, or read as that, in a post that is not marked so, and texts that deny the tie to
    /// the company. Default true.
    /// </summary>
    public bool HoldMissingDisclosure { get; set; } = true;

    /// <summary>
    /// Words and phrases of advertising, written as <see cref="BlockedTopic.Words"/>. Default: discount codes and calls to buy, in Danish and
    /// English; configuration adds to them.
    /// </summary>
    public IList<string> AdvertisingWords { get; } = [.. TopicLists.Default[TopicLists.Advertising].Words];

    /// <summary>
    /// Topics whose words hold a post, by name: layoffs, politics, health-claims and the empty competitors by default. Configuration
    /// adds topics and words to them; <see cref="BlockedTopic.Enabled"/> switches one off.
    /// </summary>
    public IDictionary<string, BlockedTopic> Topics { get; } = BlockedTopic.Defaults();
}
