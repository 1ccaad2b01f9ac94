using System.Text;
using Advocacy.Platform.Mail;
using Advocacy.Platform.Mail.Templates;

namespace Advocacy.Digests.Mail;

/// <summary>A ready text as it stands in the two parts of a mail.</summary>
/// <param name="Html">A paragraph for each line, each in the direction of its own letters.</param>
/// <param name="Text">Indented by four spaces, so that it is seen where it begins and ends.</param>
internal sealed record ReadyWords(MailValue Html, MailValue Text)
{
    /// <param name="text">Untrusted words.</param>
    /// <param name="most">Bytes of HTML; longer texts are cut.</param>
    public static ReadyWords Of(string text, int most)
    {
        var lines = Wording.Lines(Wording.ShortenHtml(text, most));
        var html = new StringBuilder(text.Length + 64);
        foreach (var line in lines)
        {
            html.Append(
                    line.Length > 0 ? "<p dir=\"auto\" style=\"margin:0\">" : "<p style=\"margin:0;line-height:12px\">"
                )
                .Append(line.Length > 0 ? Markup.Encode(line) : "&nbsp;")
                .Append("</p>");
        }
        return new ReadyWords(
            new MailValue(html.ToString()),
            new MailValue(string.Join('\n', lines.Select(line => ("    " + line).TrimEnd())))
        );
    }
}
