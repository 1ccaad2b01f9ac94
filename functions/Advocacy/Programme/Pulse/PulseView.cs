namespace Advocacy.Programme.Pulse;

public enum PulseState
{
    Open,

    /// <summary>The answer stands; nobody knows any more which it was.</summary>
    Answered,

    Closed,
}

/// <summary>One question, to one person.</summary>
public sealed record PulseView
{
    public required CompanyProfile Company { get; init; }

    /// <summary>ISO 639-1.</summary>
    public required string Language { get; init; }

    public required PulseQuestion Question { get; init; }
    public required PulseState State { get; init; }

    /// <summary>Ticked beforehand, as chosen in the mail; index into the answers.</summary>
    public int? Chosen { get; init; }

    /// <summary>The form was sent without an answer.</summary>
    public bool NothingChosen { get; init; }
}
