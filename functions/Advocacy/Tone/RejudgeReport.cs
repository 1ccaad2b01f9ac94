namespace Advocacy.Tone;

internal enum Rejudged
{
    /// <summary>Not judged yet, or by this policy already.</summary>
    Untouched,
    Same,
    NowHeld,
    NowReady,

    /// <summary>Approved, rejected or withdrawn: a policy does not overrule a person.</summary>
    DecidedByPerson,

    /// <summary>Its texts changed after they were read: given to the gate.</summary>
    ReadAnew,
}

/// <summary>How many posts a changed policy judged anew, and what came of it.</summary>
public sealed record RejudgeReport
{
    public int Same { get; init; }
    public int NowHeld { get; init; }
    public int NowReady { get; init; }
    public int DecidedByPerson { get; init; }
    public int ReadAnew { get; init; }

    public int Judged => Same + NowHeld + NowReady;

    internal RejudgeReport With(Rejudged one) =>
        one switch
        {
            Rejudged.Same => this with { Same = Same + 1 },
            Rejudged.NowHeld => this with { NowHeld = NowHeld + 1 },
            Rejudged.NowReady => this with { NowReady = NowReady + 1 },
            Rejudged.DecidedByPerson => this with { DecidedByPerson = DecidedByPerson + 1 },
            Rejudged.ReadAnew => this with { ReadAnew = ReadAnew + 1 },
            _ => this,
        };
}
