using Advocacy.Content;

namespace Advocacy.Local.Pages;

/// <summary>The posts, newest first. The filter is <c>/posts?status=ready</c> or <c>held</c>.</summary>
public sealed record PostsView
{
    public required LocalFrame Frame { get; init; }

    /// <summary><c>null</c> for all.</summary>
    public PostStatus? Status { get; init; }

    /// <summary>All posts by status, whatever the filter.</summary>
    public required PostCounts Counts { get; init; }

    public required IReadOnlyList<PostRow> Posts { get; init; }
    public required Paging Paging { get; init; }
}

/// <param name="Post">As it is stored.</param>
/// <param name="Source">The feed's name, or that it was dropped.</param>
/// <param name="Texts">Its texts as they are offered, with the disclosure.</param>
public sealed record PostRow(Post Post, string Source, IReadOnlyList<OfferedText> Texts);

/// <param name="Text">With the disclosure.</param>
/// <param name="Language">ISO 639-1.</param>
/// <param name="Channel"><c>null</c> for any.</param>
public sealed record OfferedText(string Text, string Language, string? Channel = null);
