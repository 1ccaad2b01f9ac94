using Advocacy.Letters.Mail;
using Advocacy.Programme;

namespace Advocacy.Digests.Mail;

/// <summary>
/// What <c>Digest.html.hbs</c> and <c>Digest.text.hbs</c> take: plain text throughout, because the HTML template encodes. Where
/// something differs per person it holds a substitution tag, one for HTML (...Html) and one for the text part (...Text).
/// </summary>
internal sealed record DigestView(CompanyProfile Sender, string PageLanguage) : LetterView(Sender, PageLanguage)
{
    /// <summary>The small line on top: company and week.</summary>
    public required string Kicker { get; init; }

    public required string GreetingHtml { get; init; }
    public required string GreetingText { get; init; }
    public required string Intro { get; init; }
    public required IReadOnlyList<StoryView> Stories { get; init; }

    public required string WordsLabel { get; init; }
    public required string ShareLabel { get; init; }

    public required string PreferencesLabel { get; init; }
    public required string PreferencesHtml { get; init; }
    public required string PreferencesText { get; init; }
    public required string UnsubscribeLabel { get; init; }
    public required string UnsubscribeHtml { get; init; }
    public required string UnsubscribeText { get; init; }
}

/// <summary>One story of a <see cref="DigestView"/>.</summary>
internal sealed record StoryView
{
    public required string Title { get; init; }
    public required string Url { get; init; }
    public required string? Image { get; init; }
    public required string ImageAlt { get; init; }
    public required string? Why { get; init; }

    public required string ReadLabel { get; init; }

    /// <summary>The ready text, line by line.</summary>
    public required IReadOnlyList<string> Lines { get; init; }

    public required string ShareHtml { get; init; }
    public required string ShareText { get; init; }
}
