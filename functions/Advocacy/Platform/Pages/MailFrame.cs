namespace Advocacy.Platform.Pages;

/// <summary>
/// A mail's HTML part as a reader's program shows it, to be framed by a page of ours, with the inline styles that mails have, without
/// scripts, forms or an origin of its own. Its links open a new tab.
/// </summary>
public static class MailFrame
{
    public const string Policy =
        "default-src 'none'; style-src 'unsafe-inline'; img-src https: data: 'self' http://127.0.0.1:*; base-uri 'none'; "
        + "frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox";

    /// <param name="html">The part as it was sent.</param>
    public static HtmlAnswer Of(string html) => new(html, Policy);
}
