using HandlebarsDotNet;

namespace Advocacy.Digests.Mail;

/// <summary>The two compiled templates, embedded beside this file. Compiled once, safe from many threads.</summary>
internal static class DigestTemplates
{
    private static readonly Lazy<HandlebarsTemplate<object, object>> HtmlTemplate = new(() => Compile("html", false));
    private static readonly Lazy<HandlebarsTemplate<object, object>> TextTemplate = new(() => Compile("text", true));

    /// <summary>Everything in the view is HTML-encoded.</summary>
    public static string Html(DigestView view) => HtmlTemplate.Value(view);

    public static string Text(DigestView view) => TextTemplate.Value(view);

    private static HandlebarsTemplate<object, object> Compile(string part, bool plain)
    {
        var handlebars = Handlebars.Create(
            new HandlebarsConfiguration { NoEscape = plain, ThrowOnUnresolvedBindingExpression = true }
        );
        using var stream = typeof(DigestTemplates).Assembly.GetManifestResourceStream(
            typeof(DigestTemplates),
            $"Digest.{part}.hbs"
        )!;
        using var reader = new StreamReader(stream);
        return handlebars.Compile(reader.ReadToEnd());
    }
}
