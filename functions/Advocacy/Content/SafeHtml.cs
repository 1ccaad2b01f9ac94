using System.Collections.Frozen;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Ganss.Xss;

namespace Advocacy.Content;

/// <summary>
/// HTML from outside, sanitised: the only way in which it is ever looked at for its words. What is stored are the words alone, and pages and
/// mails encode them, so that markup reaches nobody by any way.
/// </summary>
internal static class SafeHtml
{
    /// <summary>Elements whose text nobody is meant to read: they go with all that is in them.</summary>
    private static readonly FrozenSet<string> s_silent = FrozenSet.ToFrozenSet([
        "audio",
        "canvas",
        "head",
        "iframe",
        "math",
        "noscript",
        "object",
        "script",
        "select",
        "style",
        "svg",
        "template",
        "textarea",
        "video",
    ]);

    // Sanitising does not change it, so one serves all threads.
    private static readonly HtmlSanitizer s_sanitizer = Create();

    /// <summary>A document of harmless elements without attributes.</summary>
    public static IHtmlDocument Parse(string html) => s_sanitizer.SanitizeDom(html);

    private static HtmlSanitizer Create()
    {
        var sanitizer = new HtmlSanitizer { KeepChildNodes = true };
        sanitizer.AllowedTags.ExceptWith(s_silent);
        sanitizer.AllowedAttributes.Clear();
        sanitizer.AllowedCssProperties.Clear();
        sanitizer.AllowedSchemes.Clear();
        sanitizer.RemovingTag += (_, removing) =>
        {
            if (s_silent.Contains(removing.Tag.LocalName))
            {
                // Its children would take its place.
                while (removing.Tag.FirstChild is { } child)
                {
                    removing.Tag.RemoveChild(child);
                }
            }
        };
        return sanitizer;
    }
}
