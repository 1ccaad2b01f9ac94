using Advocacy.Platform.Mail.Templates;
using Advocacy.Programme;

namespace Advocacy.Letters.Mail;

/// <summary>What every letter's templates take (<c>_head.mjml</c>, <c>_foot.mjml</c>): plain text throughout, because the HTML template encodes.</summary>
internal abstract record LetterView
{
    private readonly Accent _accent;

    protected LetterView(CompanyProfile company, string language)
    {
        _accent = Platform.Mail.Templates.Accent.Of(company.Accent);
        Language = language;
        Company = Wording.OneLine(company.Name);
        Logo = MailUrl.Picture(company.LogoUrl);
        Imprint = Letterhead.ImprintOf(company);
    }

    public string Language { get; }
    public string Company { get; }
    public string? Logo { get; }
    public required string Subject { get; init; }
    public required string Preheader { get; init; }

    /// <summary>Why the reader gets this mail.</summary>
    public required string Reason { get; init; }

    /// <summary>Line by line.</summary>
    public IReadOnlyList<string> Imprint { get; }

    /// <inheritdoc cref="Platform.Mail.Templates.Accent.Colour"/>
    public string Accent => _accent.Colour;

    /// <inheritdoc cref="Platform.Mail.Templates.Accent.OnColour"/>
    public string OnAccent => _accent.OnColour;

    /// <inheritdoc cref="Platform.Mail.Templates.Accent.OnLight"/>
    public string AccentOnLight => _accent.OnLight;

    /// <inheritdoc cref="Platform.Mail.Templates.Accent.OnDark"/>
    public string AccentOnDark => _accent.OnDark;
}
