using Advocacy.Letters.Mail;
using Advocacy.Programme;

namespace Advocacy.Digests.Mail;

/// <summary>
/// What <c>Digest.html.hbs</c> and <c>Digest.text.hbs</c> take: plain text throughout, because the HTML template encodes. Where
/// something differs per person it holds a substitution tag, one for HTML (...Html) and one for the text part (...Text).
/// </summary>
internal sealed record DigestView(CompanyProfile Sender, string PageLanguage) : LetterView(Sender, PageLanguage)
{
    public bool IsMagazine => Sender.Look == MailLook.Magazine;
    public bool IsLetter => Sender.Look == MailLook.Letter;
    public bool IsCompact => Sender.Look == MailLook.Compact;
    public LookStyle Style { get; } = LookStyle.Of(Sender.Look);

    /// <summary>The small line on top: company and week.</summary>
    public required string Kicker { get; init; }

    public required string GreetingHtml { get; init; }
    public required string GreetingText { get; init; }
    public required string Intro { get; init; }
    public required IReadOnlyList<StoryView> Stories { get; init; }

    public required string WordsLabel { get; init; }
    public required string ShareLabel { get; init; }

    /// <summary>What comes after the stories: tip, invitation, question.</summary>
    public required IReadOnlyList<NoteView> Notes { get; init; }

    public bool HasNotes => Notes.Count > 0;

    /// <summary>What measures the mail as a whole, where the reader consented to that; nothing for everybody else.</summary>
    public required string TraceHtml { get; init; }

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

    /// <summary>To the post's own page: direct, or measured where the reader consented to that.</summary>
    public required string ReadHtml { get; init; }

    public required string ReadText { get; init; }
    public required string? Image { get; init; }
    public required string ImageAlt { get; init; }

    /// <summary>False where the picture is of a kind that Outlook for Windows shows as broken: there it is left out.</summary>
    public required bool OutlookShows { get; init; }

    /// <summary>The first story has no picture: its title stands large on the company's colour instead.</summary>
    public required bool IsCover { get; init; }

    public required string? Why { get; init; }
    public required string ReadLabel { get; init; }

    /// <summary>The ready text.</summary>
    public required string WordsHtml { get; init; }

    public required string WordsText { get; init; }
    public required string ShareHtml { get; init; }
    public required string ShareText { get; init; }
}

/// <summary>A box behind the stories of a <see cref="DigestView"/>.</summary>
internal sealed record NoteView
{
    public required string Label { get; init; }
    public required string? Title { get; init; }
    public required IReadOnlyList<string> Lines { get; init; }
    public required string? UrlHtml { get; init; }
    public required string? UrlText { get; init; }
    public required string UrlLabel { get; init; }
}
