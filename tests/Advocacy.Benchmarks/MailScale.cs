using System.Buffers;
using System.Globalization;
using Advocacy.Digests.Mail;
using Advocacy.Platform.Mail;
using Advocacy.Platform.Mail.SendGrid;
using Advocacy.Platform.Mail.Templates;
using MimeKit;

namespace Advocacy.Benchmarks;

/// <summary>
/// Renders and serialises personal digests, each with a greeting, ready texts and links of its own, in four ways, in turns of
/// 1,000 people in one run, by the processor's time. Ours takes messages of 100 people as the queue has them; how many lists of posts there are
/// among them is what differs between the tables (a fair spread gives 6 to 10).
/// Run: <c>dotnet run -c Release --project tests/Advocacy.Benchmarks -- mail 100000</c>
/// </summary>
internal static class MailScale
{
    private const int Turn = 1_000;
    private const int Message = 100;

    private static readonly DigestMail Mail = new();
    private static readonly MailTemplate<DigestView> Template = new("Digest");

    public static int Run(string[] arguments)
    {
        var people = arguments is [var size, ..] ? int.Parse(size, CultureInfo.InvariantCulture) : 100_000;
        Console.WriteLine($"{people:N0} digests of five stories, turns of {Turn:N0}, seconds of processor time");
        foreach (var lists in (int[])[6, 10, 1, Message])
        {
            Measure(people, lists);
        }
        return 0;
    }

    private static void Measure(int people, int lists)
    {
        var ways = new (string Name, Func<IReadOnlyList<(DigestIssue Issue, DigestReader[] Readers)>, long> Work)[]
        {
            ("ours to MIME (outbox, SMTP)", ToMime),
            ("ours to SendGrid's JSON", ToJson),
            ("Handlebars.Net renders each, no more", RenderEach),
            ("MimeKit builds each, rendered before", BuildEach),
            ("MimeKit builds each, in quoted-printable as ours", BuildEachForSmtp),
            ("rendered by Handlebars.Net and built by MimeKit each", RenderAndBuildEach),
        };
        var time = new TimeSpan[ways.Length];
        var bytes = new long[ways.Length];
        for (var from = -3 * Turn; from < people; from += Turn)
        {
            var groups = MailSamples.Groups(Math.Max(from, 0), Turn, lists);
            for (var way = 0; way < ways.Length; way++)
            {
                if (way == 3)
                {
                    Rendered = MailSamples.Render(Mail, groups);
                }
                // Each way tidies up after itself only; twice, so that nothing which was there before is moved during it.
                GC.Collect();
                GC.Collect();
                var start = Environment.CpuUsage.TotalTime;
                var written = ways[way].Work(groups);
                // The first turns are for the compiler.
                if (from >= 0)
                {
                    time[way] += Environment.CpuUsage.TotalTime - start;
                    bytes[way] += written;
                }
            }
            Rendered = [];
        }
        Console.WriteLine();
        Console.WriteLine($"{lists} lists of posts in a message to {Message} people");
        for (var way = 0; way < ways.Length; way++)
        {
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"  {ways[way].Name, -54} {people / time[way].TotalSeconds, 9:N0} a second  {bytes[way] / people / 1024.0, 6:F1} KB each  "
                        + $"{time[3] / time[way], 6:F1} x MimeKit  {time[2] / time[way], 6:F1} x Handlebars"
                )
            );
        }
    }

    private static IReadOnlyList<MailSamples.RenderedMail> Rendered { get; set; } = [];

    private static long ToMime(IReadOnlyList<(DigestIssue Issue, DigestReader[] Readers)> groups)
    {
        var buffer = new ArrayBufferWriter<byte>(128 * 1024);
        var bytes = 0L;
        foreach (var (issue, readers) in groups)
        {
            var batch = Mail.Compose(issue, readers);
            var mime = new MimeBatch(batch, DateTimeOffset.UnixEpoch);
            foreach (var recipient in batch.Recipients)
            {
                buffer.ResetWrittenCount();
                mime.Write(recipient, RecipientCheck.Read(recipient, out _)!, buffer);
                bytes += buffer.WrittenCount;
            }
        }
        return bytes;
    }

    private static long ToJson(IReadOnlyList<(DigestIssue Issue, DigestReader[] Readers)> groups)
    {
        var bytes = 0L;
        foreach (var (issue, readers) in groups)
        {
            var batch = Mail.Compose(issue, readers);
            var content = new SendGridContent(batch);
            var letters = batch.Recipients.Select(one =>
                content.Address(one, RecipientCheck.Read(one, out _)!, out _)!
            );
            var requests = new SendGridRequests(content, letters, 1_000);
            while (requests.Next() is { } request)
            {
                bytes += request.Json.Length;
            }
        }
        return bytes;
    }

    private static long RenderEach(IReadOnlyList<(DigestIssue Issue, DigestReader[] Readers)> groups)
    {
        var length = 0L;
        foreach (var (issue, readers) in groups)
        {
            foreach (var reader in readers)
            {
                var view = MailSamples.Personal(issue, reader);
                length += Template.Html(view).Length + Template.Text(view).Length;
            }
        }
        return length;
    }

    private static long BuildEach(IReadOnlyList<(DigestIssue Issue, DigestReader[] Readers)> groups) =>
        Rendered.Sum(mail => Build(mail));

    /// <summary>MimeKit leaves the bytes as they are unless it is told that the way knows ASCII only; ours never need more.</summary>
    private static long BuildEachForSmtp(IReadOnlyList<(DigestIssue Issue, DigestReader[] Readers)> groups) =>
        Rendered.Sum(mail => Build(mail, EncodingConstraint.SevenBit));

    private static long RenderAndBuildEach(IReadOnlyList<(DigestIssue Issue, DigestReader[] Readers)> groups)
    {
        var bytes = 0L;
        foreach (var (issue, readers) in groups)
        {
            foreach (var reader in readers)
            {
                var view = MailSamples.Personal(issue, reader);
                bytes += Build(
                    new MailSamples.RenderedMail(
                        issue,
                        reader,
                        view.Subject,
                        Template.Html(view),
                        Template.Text(view),
                        new DigestHeaders(issue.Company).Of(reader.UnsubscribeUrl)
                    )
                );
            }
        }
        return bytes;
    }

    private static long Build(MailSamples.RenderedMail mail, EncodingConstraint way = EncodingConstraint.None)
    {
        var company = mail.Issue.Company;
        using var message = new MimeMessage();
        message.From.Add(new MailboxAddress(company.SenderName, company.SenderAddress));
        message.ReplyTo.Add(new MailboxAddress(company.SenderName, company.ReplyAddress));
        message.To.Add(new MailboxAddress(mail.Reader.Name, mail.Reader.Address));
        message.Subject = mail.Subject;
        message.Date = DateTimeOffset.UnixEpoch;
        message.MessageId = $"{mail.Reader.DeliveryId}@nordlys.example";
        message.Headers.Add("Content-Language", mail.Issue.Language);
        foreach (var (name, value) in mail.Headers)
        {
            message.Headers.Add(name, value);
        }
        message.Body = new BodyBuilder { HtmlBody = mail.Html, TextBody = mail.Text }.ToMessageBody();
        if (way != EncodingConstraint.None)
        {
            message.Prepare(way);
        }
        using var stream = new MemoryStream(128 * 1024);
        message.WriteTo(stream);
        return stream.Length;
    }
}
