using Advocacy.Letters.Mail;
using Advocacy.Programme;

namespace Advocacy.Preferences.Mail;

/// <summary>What <c>FreshLinkMail.html.hbs</c> and <c>FreshLinkMail.text.hbs</c> take.</summary>
internal sealed record FreshLinkMailView(CompanyProfile Sender, string PageLanguage) : LetterView(Sender, PageLanguage)
{
    public required string Heading { get; init; }
    public required string Intro { get; init; }
    public required string ButtonLabel { get; init; }

    /// <summary>A substitution tag, as <see cref="LinkText"/>.</summary>
    public required string LinkHtml { get; init; }

    public required string LinkText { get; init; }

    /// <summary>How long the link works, and that it is the person's own.</summary>
    public required string Until { get; init; }
}
