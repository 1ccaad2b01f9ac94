using Advocacy.Letters.Mail;
using Advocacy.Programme;

namespace Advocacy.Drops.Mail;

/// <summary>What <c>AnswerMail.html.hbs</c> and <c>AnswerMail.text.hbs</c> take.</summary>
internal sealed record AnswerMailView(CompanyProfile Sender, string PageLanguage) : LetterView(Sender, PageLanguage)
{
    public required string Heading { get; init; }
    public required string Intro { get; init; }

    /// <summary>What it is about; <c>null</c> where that has no name.</summary>
    public string? About { get; init; }

    public required string ReasonsLabel { get; init; }
    public required IReadOnlyList<string> Reasons { get; init; }

    /// <summary>What happens now, or what the reader can do.</summary>
    public required string Next { get; init; }

    /// <summary><c>null</c> where there is nothing to open.</summary>
    public string? LinkHtml { get; init; }

    public string? LinkText { get; init; }
    public required string ButtonLabel { get; init; }
}
