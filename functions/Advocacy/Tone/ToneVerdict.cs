namespace Advocacy.Tone;

/// <summary>What the tone policy made of a reading.</summary>
/// <param name="Outcome">Ready or Held.</param>
/// <param name="Reasons">Why it was held, one sentence each that a person understands; empty where it is ready.</param>
/// <param name="PolicyVersion">The policy that judged.</param>
public sealed record ToneVerdict(ToneOutcome Outcome, IReadOnlyList<ToneReason> Reasons, string PolicyVersion)
{
    /// <summary>The reasons' sentences, each once: the same words often stand in the title and in several share texts.</summary>
    /// <param name="language">ISO 639-1; any but Danish is given English.</param>
    public IEnumerable<string> Messages(string language) => Reasons.Select(reason => reason.In(language)).Distinct();
}

public enum ToneOutcome
{
    Ready,
    Held,
}

/// <summary>Why a post is held: what, where, and what can be done about it.</summary>
/// <param name="Rule">The policy's rule, for example <c>negative-sentence</c>.</param>
/// <param name="Message">In English; quotes the words that caused it.</param>
/// <param name="Quote">The words of the post that caused it; <c>null</c> where it is the whole.</param>
public sealed record ToneReason(string Rule, string Message, string? Quote = null)
{
    /// <summary>In Danish; <c>null</c> in verdicts from before there was one.</summary>
    public string? MessageDa { get; init; }

    /// <summary>The text that it is about, as <see cref="TonePart.Field"/>; <c>null</c> where it is the whole.</summary>
    public string? Field { get; init; }

    /// <summary>Where the quote begins in that text, in UTF-16 units; <c>null</c> where it is about no place.</summary>
    public int? Offset { get; init; }

    /// <summary>UTF-16 units from <see cref="Offset"/> on.</summary>
    public int? Length { get; init; }

    /// <summary>What can be done, as a key of <see cref="WaysOut"/>.</summary>
    public string? WayOut { get; init; }

    /// <param name="language">ISO 639-1; any but Danish is given English.</param>
    public string In(string language) => language == "da" ? MessageDa ?? Message : Message;
}
