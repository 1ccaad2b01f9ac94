using Advocacy.Content;
using Advocacy.Drops;

namespace Advocacy.Desk;

/// <summary>A form of the desk as it was sent.</summary>
public sealed record DeskEntered
{
    public required DeskAct Act { get; init; }

    /// <summary>Note or reason.</summary>
    public required string Note { get; init; }

    /// <summary>The fields of an <see cref="DeskAct.Edit"/>, the rows of <see cref="DeskAct.Texts"/>, the end of <see cref="DeskAct.Expire"/>.</summary>
    public required DropEntry Entry { get; init; }

    /// <summary>The text that each row had; empty for a new one.</summary>
    public IReadOnlyList<string> TextIds { get; init; } = [];

    /// <summary>What to do; <c>null</c> where something is wrong.</summary>
    public Func<Post, Post>? Change { get; init; }

    /// <summary>Ids of the wrong fields.</summary>
    public IReadOnlyList<string> Faults { get; init; } = [];
}
