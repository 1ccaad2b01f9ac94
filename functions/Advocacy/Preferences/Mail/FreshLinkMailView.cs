namespace Advocacy.Preferences.Mail;

/// <summary>What <c>FreshLinkMail.html.hbs</c> and <c>FreshLinkMail.text.hbs</c> take: plain text, because the HTML template encodes.</summary>
internal sealed record FreshLinkMailView
{
    public required string Language { get; init; }
    public required string Company { get; init; }
    public required string Subject { get; init; }
    public required string Preheader { get; init; }
    public required string Heading { get; init; }
    public required string Intro { get; init; }
    public required string ButtonLabel { get; init; }

    /// <summary>A substitution tag, as <see cref="LinkText"/>.</summary>
    public required string LinkHtml { get; init; }

    public required string LinkText { get; init; }

    /// <summary>How long the link works, and that it is the person's own.</summary>
    public required string Until { get; init; }

    public required string NotYou { get; init; }

    /// <summary>Line by line.</summary>
    public required IReadOnlyList<string> Imprint { get; init; }

    public required string Accent { get; init; }
    public required string OnAccent { get; init; }
    public required string AccentOnLight { get; init; }
    public required string AccentOnDark { get; init; }
}
