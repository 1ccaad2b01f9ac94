using Advocacy.Content;
using Advocacy.Content.Pages;
using Advocacy.Platform.Tone;
using Advocacy.Tone;

namespace Advocacy.Drops;

/// <summary>What a drop would be, and what the tone gate would make of it.</summary>
/// <param name="Post">As it would be; it is not stored.</param>
/// <param name="Verdict"><c>null</c> where the analyser cannot be reached just now: the gate judges when it is dropped.</param>
public sealed record DropPreview(Post Post, ToneVerdict? Verdict);

/// <summary>Looks at a page before it is dropped. Stores nothing.</summary>
public sealed class DropLook(PageMetadataReader pages, PostDraft draft, IToneAnalyzer analyzer, TonePolicy policy)
{
    /// <param name="url">As it was entered.</param>
    public Task<PageAnswer> DescribeAsync(string url, CancellationToken cancellationToken = default) =>
        pages.DescribeAsync(url, cancellationToken);

    /// <param name="drop">With a title.</param>
    public async Task<DropPreview> PreviewAsync(ContentDrop drop, CancellationToken cancellationToken = default)
    {
        var post = draft.Of(drop);
        try
        {
            var readings = await analyzer.AnalyzeAsync(PostTone.TextsOf(post), cancellationToken);
            return new DropPreview(post, policy.Judge(post, PostTone.Merge(readings)));
        }
        catch (LanguageUnavailableException)
        {
            return new DropPreview(post, null);
        }
    }
}
