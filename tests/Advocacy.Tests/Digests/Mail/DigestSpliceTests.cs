using System.Buffers;
using System.Text.Json;
using Advocacy.Digests.Mail;
using Advocacy.Platform.Mail;
using Advocacy.Platform.Mail.SendGrid;
using Advocacy.Tests.Platform.Mail.SendGrid;
using MimeKit;
using static Advocacy.Tests.Digests.Mail.DigestSamples;
using MailLook = Advocacy.Programme.MailLook;

namespace Advocacy.Tests.Digests.Mail;

/// <summary>A mail that shares its rendering is the mail that would have been rendered for its reader alone.</summary>
public sealed class DigestSpliceTests
{
    private static readonly string[] Names =
    [
        "Maja Holm",
        "Ødegård, Åse",
        "<b>Bo</b>",
        "דנה כהן",
        "-helloH- {{Name}}",
        "",
        "🌬️ Vind",
    ];

    private static readonly string[] Texts =
    [
        "Kom og se.",
        "Linje et.\n\nLinje to & <script>.",
        "שלום עולם.\n🌬️",
        "\"'=20=\r\n.\n..",
        "</p></td></tr></table>",
        "Lang " + string.Concat(Enumerable.Repeat("og længere endnu ", 50)),
    ];

    public static TheoryData<MailLook> Looks => [.. Enum.GetValues<MailLook>()];

    [Theory]
    [MemberData(nameof(Looks))]
    public void As_MIME(MailLook look)
    {
        var (issue, readers) = Group(look, Texts);
        var batch = new DigestMail().Compose(issue, readers);
        var mime = new MimeBatch(batch, DateTimeOffset.UnixEpoch);

        foreach (var (recipient, reader) in batch.Recipients.Zip(readers))
        {
            var output = new ArrayBufferWriter<byte>();
            mime.Write(recipient, RecipientCheck.Read(recipient, out _)!, output);
            using var mail = MimeMessage.Load(new MemoryStream(output.WrittenSpan.ToArray()), Cancel);

            var alone = new DigestMail().Compose(issue, [reader]);
            Lf(mail.HtmlBody).ShouldBe(Lf(Html(alone)));
            Lf(mail.TextBody).ShouldBe(Lf(Text(alone)));
            mail.Subject.ShouldBe(alone.Subject);
            mail.MessageId.ShouldStartWith(reader.DeliveryId);
            foreach (var (name, value) in alone.Recipients[0].Headers)
            {
                mail.Headers[name].ShouldBe(value);
            }
        }
    }

    [Theory]
    [InlineData(MailLook.Magazine, false)]
    [InlineData(MailLook.Letter, false)]
    [InlineData(MailLook.Compact, false)]
    // Ten texts of the longest are more than SendGrid substitutes: they are written out, and still right.
    [InlineData(MailLook.Magazine, true)]
    public void As_a_request_to_SendGrid(MailLook look, bool isMuch)
    {
        var (issue, readers) = Group(
            look,
            isMuch ? [.. Texts.Select(text => text + Texts[^1])] : Texts,
            isMuch ? 10 : 2
        );
        var batch = new DigestMail().Compose(issue, readers);
        var content = new SendGridContent(batch);
        var requests = new SendGridRequests(
            content,
            batch.Recipients.Select(one => content.Address(one, RecipientCheck.Read(one, out _)!, out _)!),
            1_000
        );
        var mails = new Dictionary<string, SendGridMail>();
        var count = 0;
        while (requests.Next() is { } request)
        {
            count++;
            using var json = JsonDocument.Parse(request.Json);
            SendGridRules.Check(json.RootElement, _ => false).ShouldBeEmpty();
            foreach (var mail in SendGridMail.Of(json.RootElement))
            {
                mails.Add(mail.CustomArgs["delivery"], mail);
            }
        }

        foreach (var reader in readers)
        {
            var alone = new DigestMail().Compose(issue, [reader]);
            var mail = mails[reader.DeliveryId];
            Lf(mail.Html).ShouldBe(Lf(Html(alone)));
            Lf(mail.Text).ShouldBe(Lf(Text(alone)));
            mail.Subject.ShouldBe(alone.Subject);
        }
        // People who were given the same long texts share a request all the same.
        count.ShouldBe(isMuch ? Texts.Length : 1);
    }

    private static (DigestIssue Issue, DigestReader[] Readers) Group(MailLook look, string[] texts, int stories = 2)
    {
        var issue = In(look, DigestNotesTests.Full("da"));
        issue = issue with { Stories = [.. Enumerable.Range(0, stories).Select(i => issue.Stories[i % 2])] };
        var readers = Enumerable
            .Range(0, 3 * Names.Length)
            .Select(i =>
                Reader(issue, Names[i % Names.Length], $"d{i}") with
                {
                    Address = $"p{i}@nordlys.example",
                    Texts = [.. Enumerable.Range(0, stories).Select(s => texts[(i + s) % texts.Length])],
                }
            );
        return (issue, [.. readers]);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static string Lf(string? text) => (text ?? "").Replace("\r\n", "\n", StringComparison.Ordinal);
}
