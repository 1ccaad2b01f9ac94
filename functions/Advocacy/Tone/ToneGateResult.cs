using Advocacy.Content;

namespace Advocacy.Tone;

/// <summary>What became of a message on the <c>tone</c> queue.</summary>
public abstract record ToneGateResult
{
    private ToneGateResult() { }

    /// <summary>The post was New and is now Ready or Held.</summary>
    public sealed record Judged(string PostId, ToneVerdict Verdict) : ToneGateResult;

    /// <summary>The post was not New: an earlier delivery of the message, or a person, has decided.</summary>
    public sealed record AlreadyJudged(string PostId, PostStatus Status) : ToneGateResult;

    /// <summary>Nothing can be done with the message, now or later; the caller keeps it.</summary>
    public sealed record Refused(string Reason) : ToneGateResult;
}
