using Advocacy.Platform;
using Advocacy.Platform.Mail;

namespace Advocacy.Digests.Mail;

/// <summary>One story, rendered once for all the digests that it stands in.</summary>
internal sealed record StoryBlock(MailBlock Html, MailBlock Text, IReadOnlyList<string> Tags)
{
    /// <param name="issue">Any that it stands in: its look and whom it speaks to.</param>
    /// <param name="isCover">See <see cref="StoryView.IsCover"/>.</param>
    public static StoryBlock Of(DigestIssue issue, DigestStory story, bool isCover, DigestStrings words)
    {
        var tags = new ReaderTags(Ids.New()[..16]);
        var view = DigestViews.Of(issue with { Stories = [story] }, words, tags);
        view = view with { Stories = [DigestViews.Story(story, isCover, words, tags)] };
        return new StoryBlock(
            new MailBlock(DigestTemplate.Html.Loop(view), tags.OfStory),
            new MailBlock(DigestTemplate.Text.Loop(view), tags.OfStory),
            tags.OfStory
        );
    }
}
