using Advocacy.Content;

namespace Advocacy.Desk;

/// <summary>What somebody wants done with a post.</summary>
/// <param name="PostId">Which.</param>
/// <param name="ETag">Of the post as they saw it.</param>
/// <param name="Act">What.</param>
/// <param name="By">Who, as the sign-in names them.</param>
/// <param name="Note">Why, in their words; empty for none.</param>
/// <param name="Change">The post as it is to be.</param>
public sealed record DeskOrder(string PostId, string ETag, DeskAct Act, string By, string Note, Func<Post, Post> Change)
{
    /// <summary>Whether the act makes sense while the post has the status.</summary>
    public static bool IsPossible(DeskAct act, PostStatus status) =>
        act switch
        {
            DeskAct.Approve => status is PostStatus.New or PostStatus.Held,
            DeskAct.Reject => status is PostStatus.New or PostStatus.Held or PostStatus.Ready,
            DeskAct.PutBack => status is PostStatus.Ready or PostStatus.Rejected or PostStatus.Withdrawn,
            _ => true,
        };
}
