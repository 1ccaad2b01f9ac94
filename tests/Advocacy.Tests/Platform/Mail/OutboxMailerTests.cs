using System.Text;
using Advocacy.Platform.Mail;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.Time.Testing;
using MimeKit;

namespace Advocacy.Tests.Platform.Mail;

public sealed class OutboxMailerTests : MailerContract, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("advocacy-outbox-").FullName;
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 24, 8, 0, 5, TimeSpan.Zero));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    protected override IMailer Mailer => new OutboxMailer(_folder, _time);

    protected override int ArrivedCount => Directory.GetFiles(_folder, "*.eml").Length;

    [Fact]
    public async Task A_mail_is_a_file_that_any_mail_program_reads()
    {
        await SendAsync(
            Batch() with
            {
                ReplyTo = new("kom@nordlys.example", "Kom"),
                Recipients = [To("maja@nordlys.example", "d1")],
            }
        );

        var mail = Message("d1");
        mail.From.ToString().ShouldBe("\"Nordlys\" <digest@nordlys.example>");
        mail.ReplyTo.Mailboxes.Single().Address.ShouldBe("kom@nordlys.example");
        mail.To.ToString().ShouldBe("\"Maja Holm\" <maja@nordlys.example>");
        mail.Date.ShouldBe(_time.GetUtcNow());
        mail.MessageId.ShouldBe("d1@nordlys.example");
        mail.Body!.Headers[HeaderId.ContentLanguage].ShouldBe("da");
        mail.Headers[HeaderId.MimeVersion].ShouldBe("1.0");
        var alternative = mail.Body.ShouldBeOfType<MultipartAlternative>();
        alternative.Select(part => part.ContentType.MimeType).ShouldBe(["text/plain", "text/html"]);
        alternative.ShouldAllBe(part => part.ContentType.Charset == "utf-8");
    }

    [Fact]
    public async Task Every_line_is_ASCII_short_and_ends_in_CRLF()
    {
        var text = string.Concat(Enumerable.Repeat("æ🌬️ word ", 200));
        await SendAsync(
            Batch() with
            {
                Subject = text,
                Html = text + "-x-\n\r\r\n" + text,
                Text = "-x-" + text + "-x-",
                Recipients = [To("maja@nordlys.example", "d1", ("-x-", text))],
            }
        );

        var bytes = await File.ReadAllBytesAsync(PathOf("d1"), TestContext.Current.CancellationToken);
        bytes.ShouldAllBe(b => b == '\r' || b == '\n' || (b >= ' ' && b <= '~'));
        var lines = Encoding.ASCII.GetString(bytes).Split("\r\n");
        lines.ShouldAllBe(line => line.Length <= 100 && !line.Contains('\r') && !line.Contains('\n'));
    }

    [Fact]
    public void Any_text_with_any_values_arrives_as_if_replaced_in_one_pass() =>
        Prop.ForAll(
                ArbMap.Default.ArbFor<(string[] Literals, string Value, bool Html)>(),
                given =>
                {
                    var literals = given.Literals.Select(Clean).ToArray();
                    var value = Clean(given.Value);
                    var template = string.Join("-x-", literals);
                    // A literal may hold a tag itself: then it is one.
                    var expected = template.Replace("-x-", value, StringComparison.Ordinal);
                    var id = "p" + Advocacy.Platform.Ids.New();
                    var batch = Batch() with
                    {
                        Html = given.Html ? template : "h",
                        Text = given.Html ? "t" : template,
                        Recipients = [To("maja@nordlys.example", id, ("-x-", value))],
                    };

                    SendAsync(batch).GetAwaiter().GetResult();

                    var mail = ArrivedAs(id)!;
                    (given.Html ? mail.Html : mail.Text).ShouldBe(Lf(expected));
                }
            )
            .QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("../d1")]
    [InlineData("a/b")]
    [InlineData("a.b")]
    [InlineData("")]
    [InlineData("d1\0")]
    [InlineData("d1\r\nBcc: x")]
    public async Task An_id_that_is_no_safe_file_name_is_refused(string id)
    {
        var outcomes = await SendAsync(Batch() with { Recipients = [To("maja@nordlys.example", id)] });

        outcomes.Single().Result.ShouldBe(MailResult.Refused);
        Directory.GetFiles(Path.GetDirectoryName(_folder)!, "d1*").ShouldBeEmpty();
        (await Mailer.AskAsync(id, TestContext.Current.CancellationToken)).ShouldBe(MailResult.NotSent);
    }

    [Fact]
    public async Task A_file_that_is_there_is_never_written_again()
    {
        await File.WriteAllTextAsync(PathOf("d1"), "as it was", TestContext.Current.CancellationToken);

        var outcomes = await SendAsync(Batch() with { Recipients = [To("maja@nordlys.example", "d1")] });

        outcomes.ShouldBe([MailOutcome.Sent]);
        (await File.ReadAllTextAsync(PathOf("d1"), TestContext.Current.CancellationToken)).ShouldBe("as it was");
    }

    [Fact]
    public async Task What_a_killed_process_left_is_no_mail_and_is_swept_up()
    {
        var old = Path.Combine(_folder, "old.tmp");
        var fresh = Path.Combine(_folder, "fresh.tmp");
        foreach (var (file, age) in new[] { (old, 61), (fresh, 59) })
        {
            await File.WriteAllTextAsync(file, "half a mail", TestContext.Current.CancellationToken);
            File.SetLastWriteTimeUtc(file, _time.GetUtcNow().UtcDateTime.AddMinutes(-age));
        }

        await SendAsync(Batch() with { Recipients = [To("maja@nordlys.example", "d1")] });

        Directory.GetFiles(_folder).Order().ShouldBe([PathOf("d1"), fresh]);
    }

    [Fact]
    public async Task It_can_tell_what_became_of_a_mail()
    {
        await SendAsync(Batch() with { Recipients = [To("maja@nordlys.example", "d1")] });

        (await Mailer.AskAsync("d1", TestContext.Current.CancellationToken)).ShouldBe(MailResult.Sent);
        (await Mailer.AskAsync("d2", TestContext.Current.CancellationToken)).ShouldBe(MailResult.NotSent);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_means_not_sent()
    {
        var file = Path.Combine(_folder, "file");
        await File.WriteAllTextAsync(file, "", TestContext.Current.CancellationToken);
        var mailer = new OutboxMailer(Path.Combine(file, "outbox"), _time);

        var outcomes = await mailer.SendAsync(
            Batch() with
            {
                Recipients = [To("maja@nordlys.example", "d1")],
            },
            TestContext.Current.CancellationToken
        );

        outcomes.Single().Result.ShouldBe(MailResult.NotSent);
        outcomes.Single().Reason!.ShouldNotContain(_folder);
    }

    [Fact]
    public async Task A_missing_folder_is_made()
    {
        var folder = Path.Combine(_folder, "a", "b");

        await new OutboxMailer(folder, _time).SendAsync(
            Batch() with
            {
                Recipients = [To("maja@nordlys.example", "d1")],
            },
            TestContext.Current.CancellationToken
        );

        File.Exists(Path.Combine(folder, "d1.eml")).ShouldBeTrue();
    }

    [Fact]
    public async Task Two_that_send_the_same_mails_at_once_send_each_once()
    {
        var batch = Batch() with { Recipients = [.. Enumerable.Range(0, 200).Select(i => To("a@b.example", $"d{i}"))] };

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => SendAsync(batch)));

        outcomes.ShouldAllBe(o => o.All(outcome => outcome.Result == MailResult.Sent));
        Enumerable.Range(0, 200).ShouldAllBe(i => ArrivedAs($"d{i}")!.Text == "Brødtekst");
        Directory.GetFiles(_folder).Length.ShouldBe(200);
    }

    [Fact]
    public async Task A_stop_before_the_start_sends_nothing()
    {
        using var stopped = new CancellationTokenSource();
        await stopped.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() =>
            Mailer.SendAsync(Batch() with { Recipients = [To("a@b.example", "d1")] }, stopped.Token)
        );
        ArrivedCount.ShouldBe(0);
    }

    [Fact]
    public async Task A_Danish_domain_goes_as_punycode()
    {
        await SendAsync(Batch() with { Recipients = [To("maja@blåbær.example", "d1")] });

        (await File.ReadAllTextAsync(PathOf("d1"), TestContext.Current.CancellationToken)).ShouldContain(
            "<maja@xn--blbr-roah.example>"
        );
    }

    protected override Arrived? ArrivedAs(string messageId)
    {
        if (!File.Exists(PathOf(messageId)))
        {
            return null;
        }
        using var mail = Message(messageId);
        return Read(mail);
    }

    private MimeMessage Message(string id) => MimeMessage.Load(PathOf(id), TestContext.Current.CancellationToken);

    private string PathOf(string id) => Path.Combine(_folder, id + ".eml");

    // Half a character cannot be encoded in UTF-8 by anyone; a lone CR or NUL at the end is lost in the parser that reads here.
    private static string Clean(string? text) =>
        string.Concat(Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text ?? "")).Where(c => c is not ('\r' or '\0')));
}
