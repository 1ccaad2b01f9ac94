using System.Text;
using HandlebarsDotNet;

namespace Advocacy.Platform.Mail.Templates;

/// <summary>
/// Encodes what ends a text or a quoted attribute of HTML, and nothing else: the encoders of the libraries write "å" or an emoji in six
/// bytes and more.
/// </summary>
internal sealed class Markup : ITextEncoder
{
    public static string Encode(string text)
    {
        if (text.AsSpan().IndexOfAny(Special) < 0)
        {
            return text;
        }
        using var writer = new StringWriter();
        Encode(text, writer);
        return writer.ToString();
    }

    public void Encode(StringBuilder? text, TextWriter target)
    {
        foreach (var chunk in text is null ? default : text.GetChunks())
        {
            Encode(chunk.Span, target);
        }
    }

    void ITextEncoder.Encode(string? text, TextWriter target) => Encode(text.AsSpan(), target);

    public void Encode<T>(T? text, TextWriter target)
        where T : IEnumerator<char>
    {
        while (text?.MoveNext() == true)
        {
            Encode([text.Current], target);
        }
    }

    private const string Special = "&<>\"'";

    private static void Encode(ReadOnlySpan<char> text, TextWriter target)
    {
        while (text.IndexOfAny(Special) is var at && at >= 0)
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
