namespace Advocacy.Tone;

/// <summary>What the tone policy made of a reading.</summary>
/// <param name="Outcome">Ready or Held.</param>
/// <param name="Reasons">Why it was held, one sentence each that a person understands; empty where it is ready.</param>
/// <param name="PolicyVersion">The policy that judged.</param>
public sealed record ToneVerdict(ToneOutcome Outcome, IReadOnlyList<ToneReason> Reasons, string PolicyVersion);

public enum ToneOutcome
{
    Ready,
    Held,
}

/// <param name="Rule">The policy's rule, for example <c>negative-sentence</c>.</param>
/// <param name="Message">For the review desk, in English; quotes the words that caused it.</param>
/// <param name="Quote">The words of the post that caused it; <c>null</c> where it is the whole.</param>
public sealed record ToneReason(string Rule, string Message, string? Quote = null);
