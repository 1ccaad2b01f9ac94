using Advocacy.Content;
using Advocacy.Platform.Store;

namespace Advocacy.Desk;

/// <summary>What became of an act.</summary>
public abstract record DeskResult
{
    private DeskResult() { }

    /// <summary>Done; or there was nothing to change.</summary>
    public sealed record Done(Post Post) : DeskResult;

    /// <summary>Nothing was done: the post is no longer as the person saw it.</summary>
    public sealed record Changed(Stored<Post> Now) : DeskResult;

    /// <summary>There is no such post.</summary>
    public sealed record Gone : DeskResult;
}
