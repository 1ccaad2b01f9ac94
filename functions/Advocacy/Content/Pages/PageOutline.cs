using System.Text;
using System.Text.RegularExpressions;

namespace Advocacy.Content.Pages;

/// <summary>
/// Cuts a page down to the tags that say something of it, one beside the other, in one pass. Only these are made into a tree: a few kilobytes
/// of crossed tags make one that costs seconds, and strangers write these pages.
/// </summary>
internal static partial class PageOutline
{
    private const int MostTags = 3_000;
    private const int LongestTag = 20_000;
    private const int LongestScript = 300_000;

    public static string Of(string html)
    {
        var outline = new StringBuilder("<!doctype html>");
        var tags = 0;
        var hasHeading = false;
        foreach (Match match in Telling().Matches(html))
        {
            if (match.Groups["title"] is { Success: true } title && title.Length <= LongestTag)
            {
                outline.Append("<title>").Append(title.ValueSpan).Append("</title>");
            }
            else if (match.Groups["json"] is { Success: true } json && json.Length <= LongestScript)
            {
                outline.Append("<script type=\"application/ld+json\">").Append(json.ValueSpan).Append("</script>");
            }
            else if (
                !hasHeading
                && match.Groups["heading"] is { Success: true } heading
                && heading.Length <= LongestTag
            )
            {
                hasHeading = true;
                outline.Append("<h1>").Append(PlainText.ToHtml(PlainText.Of(heading.Value))).Append("</h1>");
            }
            else if (match.Groups["tag"] is { Success: true } tag && tag.Length <= LongestTag)
            {
                outline.Append(tag.ValueSpan);
                outline.Append(
                    match.Groups["link"].Success ? "</a>"
                    : match.Groups["time"].Success ? "</time>"
                    : ""
                );
            }
            if (++tags == MostTags)
            {
                break;
            }
        }
        return outline.ToString();
    }

    // Comments, styles and other scripts are matched first, so that nothing inside them counts. What does not end takes
    // the rest with it, as in a browser, and so each character is looked at once, whatever is in it.
    [GeneratedRegex(
        """
            <!--.*?(-->|\z)
            |<style\b[^>]*>.*?(</style\s*>|\z)
            |<script\b[^>]*ld\+json[^>]*>(?<json>.*?)(</script\s*>|\z)
            |<script\b[^>]*>.*?(</script\s*>|\z)
            |<title\b[^>]*>(?<title>.*?)(</title\s*>|\z)
            |<h1\b[^>]*>(?<heading>.*?)(</h1\s*>|\z)
            |(?<tag><(html|base|meta|link|(?<link>a)|(?<time>time))\s([^"'>]|"[^"]*"|'[^']*')*>)
            """,
        RegexOptions.ExplicitCapture
            | RegexOptions.IgnoreCase
            | RegexOptions.CultureInvariant
            | RegexOptions.Singleline
            | RegexOptions.IgnorePatternWhitespace
            | RegexOptions.NonBacktracking,
        5_000
    )]
    private static partial Regex Telling();
}
