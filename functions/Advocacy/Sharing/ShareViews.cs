using Advocacy.Consent;
using Advocacy.Programme;

namespace Advocacy.Sharing;

/// <summary>Makes what the share page shows.</summary>
public sealed class ShareViews(
    Company company,
    ShareForms forms,
    PostLinks addresses,
    SiteLinks site,
    ShareEvents events
)
{
    public Task<ShareView> OfAsync(SharedPost shared, CancellationToken cancellationToken) =>
        OfAsync(shared, shared.Text, written: null, cancellationToken);

    /// <param name="written">What the person made of the suggestion; nothing brings the suggestion back.</param>
    public Task<ShareView> OfAsync(SharedPost shared, string written, CancellationToken cancellationToken)
    {
        var text = WrittenText.Of(written);
        return text.Length == 0
            ? OfAsync(shared, cancellationToken)
            : OfAsync(shared, shared.Text with { Text = text }, text, cancellationToken);
    }

    private async Task<ShareView> OfAsync(
        SharedPost shared,
        ShareText text,
        string? written,
        CancellationToken cancellationToken
    )
    {
        var profile = await company.ProfileAsync(cancellationToken);
        var post = shared.Post;
        var consent = await events.ConsentAsync(shared, cancellationToken);
        return new ShareView
        {
            Company = profile,
            Language = shared.Employee.Language,
            Title = post.Title,
            Summary = post.Summary,
            ImageUrl = post.ImageUrl,
            PostLanguage = post.Language,
            PostUrl = post.Url,
            TextLanguage = text.Language,
            Text = Disclosure.Compose(text, post, profile),
            Check =
                written is null ? null
                : Disclosure.IsIn(text, post, profile) ? TextCheck.Whole
                : TextCheck.Completed,
            Disclosure = Disclosure.WordsIn(shared.Text, post, profile),
            Patterns = Disclosure.Patterns(text, post, profile),
            Commercial = post.Commercial,
            Forms = forms.Of(text, post, profile, shared.EditionId),
            ShareUrl = addresses.Of(post, ShareChannels.Other, shared.EditionId, profile),
            Qr = QrDrawing.Of(site.SamePage(shared.Token)),
            Named = consent.Allows(ConsentPurpose.ShareStatistics),
            TellsOpening = consent.Allows(ConsentPurpose.ClickMeasurement),
        };
    }
}
