namespace Advocacy.Content;

/// <summary>What became of a drop.</summary>
public abstract record IntakeResult
{
    private IntakeResult() { }

    /// <summary>A new Post, on its way to the tone analysis.</summary>
    public sealed record TakenIn(string PostId) : IntakeResult;

    /// <summary>The page, or its story, is a Post already, which got what this drop adds to it.</summary>
    public sealed record Duplicate(string PostId) : IntakeResult;

    /// <summary>The drop was taken back: its post is offered to nobody.</summary>
    public sealed record Withdrawn(string PostId) : IntakeResult;

    /// <summary>Kept among the failures, with these reasons.</summary>
    public sealed record Refused(IReadOnlyList<string> Reasons) : IntakeResult;
}
