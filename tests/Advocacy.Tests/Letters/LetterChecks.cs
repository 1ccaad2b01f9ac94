using System.Text;
using Advocacy.Platform.Mail;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Advocacy.Tests.Letters;

/// <summary>What holds for every letter.</summary>
internal static class LetterChecks
{
    private const string Hostile = "</p><script>alert(1)</script>\" onload=\"x\r\nBcc: a@b.example";

    /// <summary>Both parts as the batch's first reader gets them say the same words, in a mail that programs show well.</summary>
    public static void BothParts(MailBatch batch, params string[] words)
    {
        var html = As(batch, batch.Html);
        var page = Parse(html);
        foreach (var part in new[] { TextOf(page), Text(batch) })
        {
            foreach (var word in words)
            {
                part.ShouldContain(word);
            }
            part.ShouldNotContain("{{");
            part.ShouldNotContain("{0}");
        }
        page.DocumentElement.GetAttribute("lang").ShouldBe(batch.Language);
        page.QuerySelectorAll("h1").Length.ShouldBe(1);
        page.QuerySelectorAll("table:not([role=presentation])").ShouldBeEmpty();
        page.QuerySelectorAll("script, link[href], img").ShouldBeEmpty();
        html.ShouldContain("prefers-color-scheme: dark");
        Encoding.UTF8.GetByteCount(html).ShouldBeLessThan(20 * 1024);
        // A missing part of the template would be left out in silence.
        html.ShouldNotContain("mj-include");
    }

    public static IReadOnlyList<string> Links(MailBatch batch) =>
        [
            .. Parse(As(batch, batch.Html))
                .QuerySelectorAll<IHtmlAnchorElement>("a")
                .Select(a => a.GetAttribute("href")!),
        ];

    public static string Text(MailBatch batch) => As(batch, batch.Text);

    /// <param name="compose">Given hostile words, wherever words can stand.</param>
    public static void StaysHarmless(Func<string, MailBatch> compose)
    {
        var batch = compose(Hostile);
        var page = Parse(As(batch, batch.Html));

        page.QuerySelectorAll("script, [onload]").ShouldBeEmpty();
        TextOf(page).ShouldContain("<script>alert(1)</script>");
        batch.Subject.ShouldNotContain('\n');
    }

    private static IHtmlDocument Parse(string html) => new HtmlParser().ParseDocument(html);

    // Style and title are no words that a reader sees.
    private static string TextOf(IHtmlDocument page)
    {
        foreach (var hidden in page.QuerySelectorAll("style, title"))
        {
            hidden.Remove();
        }
        return string.Join(
            ' ',
            page.DocumentElement.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        );
    }

    private static string As(MailBatch batch, string template) =>
        batch
            .Recipients[0]
            .Substitutions.Aggregate(
                template,
                (text, tag) => text.Replace(tag.Key, tag.Value, StringComparison.Ordinal)
            );
}
