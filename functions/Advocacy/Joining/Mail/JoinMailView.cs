using Advocacy.Letters.Mail;
using Advocacy.Programme;

namespace Advocacy.Joining.Mail;

/// <summary>What <c>JoinMail.html.hbs</c> and <c>JoinMail.text.hbs</c> take. Nothing in it was typed by whoever filled in the page.</summary>
internal sealed record JoinMailView(CompanyProfile Sender, string PageLanguage) : LetterView(Sender, PageLanguage)
{
    public required string Heading { get; init; }
    public required string Intro { get; init; }
    public required string ChosenLabel { get; init; }

    /// <summary>The purposes that were ticked, by their names.</summary>
    public required IReadOnlyList<string> Chosen { get; init; }

    public required string ButtonLabel { get; init; }
    public required string LinkHtml { get; init; }
    public required string LinkText { get; init; }

    /// <summary>How long the link works, and that nothing happens before.</summary>
    public required string Until { get; init; }

    public required string NotYouLabel { get; init; }
    public required string NotYou { get; init; }
}
