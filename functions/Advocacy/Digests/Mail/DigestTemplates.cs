using System.Text;
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
            new HandlebarsConfiguration
            {
                NoEscape = plain,
                ThrowOnUnresolvedBindingExpression = true,
                TextEncoder = new MarkupEncoder(),
            }
        );
        using var stream = typeof(DigestTemplates).Assembly.GetManifestResourceStream(
            typeof(DigestTemplates),
            $"Digest.{part}.hbs"
        )!;
        using var reader = new StreamReader(stream);
        return handlebars.Compile(reader.ReadToEnd());
    }

    /// <summary>
    /// Encodes what ends a text or a quoted attribute, and nothing else: the library's own encoder writes "å" in six bytes.
    /// </summary>
    private sealed class MarkupEncoder : ITextEncoder
    {
        public void Encode(StringBuilder? text, TextWriter target)
        {
            foreach (var chunk in text is null ? default : text.GetChunks())
            {
                Encode(chunk.Span, target);
            }
        }

        public void Encode(string? text, TextWriter target) => Encode(text.AsSpan(), target);

        public void Encode<T>(T? text, TextWriter target)
            where T : IEnumerator<char>
        {
            while (text?.MoveNext() == true)
            {
                Encode([text.Current], target);
            }
        }

        private static void Encode(ReadOnlySpan<char> text, TextWriter target)
        {
            while (text.IndexOfAny("&<>\"'") is var at && at >= 0)
            {
                target.Write(text[..at]);
                target.Write(
                    text[at] switch
                    {
                        '&' => "&amp;",
                        '<' => "&lt;",
                        '>' => "&gt;",
                        '"' => "&#34;",
                        _ => "&#39;",
                    }
                );
                text = text[(at + 1)..];
            }
            target.Write(text);
        }
    }
}
