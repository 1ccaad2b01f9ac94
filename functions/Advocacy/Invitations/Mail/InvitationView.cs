using Advocacy.Letters.Mail;
using Advocacy.Programme;

namespace Advocacy.Invitations.Mail;

/// <summary>
/// What <c>Invitation.html.hbs</c> and <c>Invitation.text.hbs</c> take. Where something differs per person it holds a substitution tag, one
/// for HTML (...Html) and one for the text part (...Text).
/// </summary>
internal sealed record InvitationView(CompanyProfile Sender, string PageLanguage) : LetterView(Sender, PageLanguage)
{
    public required string GreetingHtml { get; init; }
    public required string GreetingText { get; init; }

    /// <summary>Who asks, and what.</summary>
    public required string Intro { get; init; }

    public required IReadOnlyList<InvitationPoint> Points { get; init; }
    public required string YesLabel { get; init; }
    public required string YesHtml { get; init; }
    public required string YesText { get; init; }
    public required string NoLabel { get; init; }
    public required string NoHtml { get; init; }
    public required string NoText { get; init; }

    /// <summary>The page that shows what is known of the reader, whatever they answer.</summary>
    public required string PreferencesLabel { get; init; }

    public required string PreferencesHtml { get; init; }
    public required string PreferencesText { get; init; }
}

/// <summary>One thing that a reader should know before deciding.</summary>
internal sealed record InvitationPoint(string Title, string Text);
