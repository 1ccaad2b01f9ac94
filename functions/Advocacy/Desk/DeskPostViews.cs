using Advocacy.Content;
using Advocacy.Drops;
using Advocacy.Platform.Store;
using Advocacy.Sharing;

namespace Advocacy.Desk;

/// <summary>Gathers what the page of one post shows.</summary>
public sealed class DeskPostViews(DeskBook book, DeskList list, Suggesters suggesters, ShareForms forms)
{
    public async Task<DeskPostView> OfAsync(
        Stored<Post> stored,
        DeskFrame frame,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(stored);
        ArgumentNullException.ThrowIfNull(frame);
        var post = stored.Value;
        return new DeskPostView
        {
            Frame = frame,
            Post = post,
            ETag = stored.ETag,
            History = await book.HistoryAsync(post, cancellationToken),
            Suggester = await suggesters.OfAsync(post, cancellationToken),
            Texts = [.. post.ShareTexts.Select(text => TextOf(text, post, frame))],
            NextId = await list.NextAsync(post.Id, cancellationToken),
        };
    }

    private DeskText TextOf(ShareText text, Post post, DeskFrame frame)
    {
        var whole = Disclosure.Compose(text, post, frame.Company);
        var edition = Digests.Edition.IdOf(DateOnly.FromDateTime(frame.Local(frame.Now).DateTime));
        var shortened = forms.Of(text, post, frame.Company, edition).Where(form => form.Shortened);
        return new DeskText(
            text,
            whole,
            text.Channel is { } channel && ShareLength.MostOf(channel) is { } most
                ? (ShareLength.Count(channel, whole), most)
                : null,
            // A text for one channel is cut nowhere else on purpose.
            [
                .. shortened
                    .Where(form => text.Channel is null || form.Channel.Key == text.Channel)
                    .Select(form => form.Channel.Name),
            ]
        );
    }
}
