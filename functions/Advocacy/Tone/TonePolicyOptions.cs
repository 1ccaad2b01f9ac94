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

    /// <summary>Whether what looks like a Danish CPR number is held. Default true.</summary>
    public bool HoldCprNumbers { get; set; } = true;

    /// <summary>Whether what looks like a telephone number is held. Default true.</summary>
    public bool HoldPhoneNumbers { get; set; } = true;

    /// <summary>
    /// Topics whose words hold a post, by name: layoffs, politics, health-claims and the empty competitors by default. Configuration
    /// adds topics and words to them; <see cref="BlockedTopic.Enabled"/> switches one off.
    /// </summary>
    public IDictionary<string, BlockedTopic> Topics { get; } = BlockedTopic.Defaults();
}
