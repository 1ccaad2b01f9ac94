using System.Net;
using System.Net.Sockets;
using System.Text;
using Advocacy.Platform.Mail;
using Advocacy.Platform.Mail.Smtp;
using Microsoft.Extensions.Time.Testing;
using MimeKit;

namespace Advocacy.Tests.Platform.Mail.Smtp;

public sealed class SmtpMailerTests : MailerContract, IAsyncLifetime
{
    private static readonly string[] Three = ["a", "b", "c"];

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 24, 8, 0, 5, TimeSpan.Zero));
    private readonly SmtpServer _server = new();
    private SmtpMailer _smtp;
    private OnceMailer _mailer;

    public SmtpMailerTests() => (_smtp, _mailer) = NewMailer(_server);

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await _smtp.DisposeAsync();
        await _server.DisposeAsync();
    }

    protected override IMailer Mailer => _mailer;

    protected override int ArrivedCount => _server.Mails.Count;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    protected override Arrived? ArrivedAs(string messageId)
    {
        var found = _server.Mails.SingleOrDefault(mail =>
            MessageOf(mail).MessageId!.StartsWith(messageId + "@", StringComparison.Ordinal)
        );
        if (found is null)
        {
            return null;
        }
        using var mail = MessageOf(found);
        mail.To.Mailboxes.Single().GetAddress(idnEncode: true).ShouldBe(found.To);
        return Read(mail);
    }

    [Fact]
    public async Task The_mail_is_the_very_one_that_the_outbox_writes()
    {
        using var folder = new Local.TemporaryFolder();
        var batch = Batch() with
        {
            ReplyTo = new("kom@nordlys.example", "Kom"),
            Text = ".\n..\nAf sted -x-\n",
            Recipients = [To("maja@nordlys.example", "d1", ("-x-", "Åse"))],
        };

        await SendAsync(batch);
        await new OutboxMailer(folder.Path, _time).SendAsync(batch, Cancel);

        // The boundary is drawn anew for each batch.
        var file = await File.ReadAllTextAsync(Path.Combine(folder.Path, "d1.eml"), Cancel);
        var sent = Encoding.ASCII.GetString(_server.Mails.Single().Data);
        sent.Replace(BoundaryOf(sent), "", StringComparison.Ordinal)
            .ShouldBe(file.Replace(BoundaryOf(file), "", StringComparison.Ordinal));
        _server.Mails.Single().From.ShouldBe("digest@nordlys.example");
    }

    [Theory]
    [InlineData(
        "550 5.1.1 <b@nordlys.example> no such user",
        MailResult.Refused,
        "The mail server refused the address (550 5.1.1)."
    )]
    [InlineData("553 not an address", MailResult.Refused, "The mail server refused the address (553).")]
    [InlineData(
        "450 4.2.1 greylisted",
        MailResult.NotSent,
        "The mail server does not take mail for the address now (450 4.2.1)."
    )]
    [InlineData(
        "554 5.7.1 <b@nordlys.example>: Relay access denied",
        MailResult.NotSent,
        "The mail server does not let us send to the address (554 5.7.1): check that it relays for us."
    )]
    [InlineData(
        "530 5.7.0 sign in",
        MailResult.NotSent,
        "The mail server wants a sign-in: set Advocacy:Smtp:User and Password."
    )]
    public async Task A_recipient_that_the_server_refuses_fails_alone(string reply, MailResult result, string reason)
    {
        FailAt(SmtpStep.Rcpt, new SmtpFault.Reply(reply), only: "<b@");

        var outcomes = await SendToAsync(Three);

        outcomes.ShouldBe([MailOutcome.Sent, new MailOutcome(result, reason), MailOutcome.Sent]);
        _server.Mails.Select(mail => mail.To).Order().ShouldBe(["a@nordlys.example", "c@nordlys.example"]);
    }

    [Theory]
    [InlineData(SmtpStep.Mail, "553 5.1.8 sender unknown", "sender address (553 5.1.8)")]
    [InlineData(SmtpStep.Mail, "451 4.3.0 later", "(451 4.3.0)")]
    [InlineData(SmtpStep.Data, "554 5.5.1 no", "did not take the mail (554 5.5.1)")]
    [InlineData(SmtpStep.Data, "421 4.3.2 going down", "(421 4.3.2)")]
    [InlineData(SmtpStep.Dot, "554 5.6.0 reads like spam to <a@nordlys.example>", "did not take the mail (554 5.6.0)")]
    [InlineData(SmtpStep.Dot, "452 4.3.1 disk full", "(452 4.3.1)")]
    [InlineData(SmtpStep.Dot, "421 4.3.2 going down", "(421 4.3.2)")]
    public async Task A_server_that_says_no_has_not_taken_the_mail(object step, string reply, string reason)
    {
        FailAt((SmtpStep)step, new SmtpFault.Reply(reply), times: 1);

        var outcome = (await SendToAsync(["a"])).Single();
        var again = (await SendToAsync(["a"])).Single();

        outcome.Result.ShouldBe(MailResult.NotSent);
        outcome.Reason.ShouldNotBeNull().ShouldContain(reason);
        outcome.Reason.ShouldNotBeNull().ShouldNotContain("@");
        again.ShouldBe(MailOutcome.Sent);
        _server.Mails.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(SmtpStep.Mail, true)]
    [InlineData(SmtpStep.Mail, false)]
    [InlineData(SmtpStep.Rcpt, true)]
    [InlineData(SmtpStep.Rcpt, false)]
    [InlineData(SmtpStep.Data, true)]
    public async Task A_connection_that_breaks_before_the_text_is_not_sent_and_the_next_mail_makes_another(
        object step,
        bool pipelining
    )
    {
        await using var server = new SmtpServer { HasPipelining = pipelining };
        (_smtp, _mailer) = NewMailer(server, options => options.Parallelism = 1);
        FailAt((SmtpStep)step, new SmtpFault.Cut(), times: 1, server: server);

        var outcomes = await SendToAsync(Three);

        outcomes.Select(outcome => outcome.Result).ShouldBe([MailResult.NotSent, MailResult.Sent, MailResult.Sent]);
        outcomes[0]
            .Reason.ShouldNotBeNull()
            .ShouldStartWith("The connection broke before the mail server had the mail");
        server.Connections.ShouldBe(2);
        server.Mails.Select(mail => mail.Connection).ShouldBe([2, 2]);
    }

    [Fact]
    public async Task A_connection_that_breaks_within_a_long_text_is_not_sent()
    {
        FailAt(SmtpStep.Text, new SmtpFault.Cut(), times: 1);

        // More than the buffers of both sides hold: the end cannot have been given to the connection.
        var outcome = (await SendToAsync(["a"], text: new string('x', 16_000_000))).Single();

        outcome.Result.ShouldBe(MailResult.NotSent);
        _server.Mails.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_connection_that_breaks_before_the_answer_to_the_text_is_unknown_and_never_sent_again(bool taken)
    {
        FailAt(SmtpStep.Dot, taken ? new SmtpFault.TakeAndCut() : new SmtpFault.Cut(), times: 1);

        var outcome = (await SendToAsync(["a"])).Single();
        var again = (await SendToAsync(["a"])).Single();

        outcome.Result.ShouldBe(MailResult.Unknown);
        outcome.Reason.ShouldNotBeNull().ShouldContain("it may have taken it");
        again.ShouldBe(outcome);
        _server.Mails.Count.ShouldBe(taken ? 1 : 0);
        (await Mailer.AskAsync("a", Cancel)).ShouldBe(MailResult.Unknown);
    }

    [Theory]
    [InlineData(SmtpStep.Dot, MailResult.Unknown)]
    [InlineData(SmtpStep.Rcpt, MailResult.NotSent)]
    [InlineData(SmtpStep.Connect, MailResult.NotSent)]
    public async Task A_server_that_falls_silent_is_left_after_the_time_out(object step, MailResult result)
    {
        FailAt((SmtpStep)step, new SmtpFault.Hang(), times: 1);

        var sending = SendToAsync(["a"]);
        await _server.HangAsync(Cancel);
        _time.Advance(TimeSpan.FromSeconds(60));

        (await sending).Single().Result.ShouldBe(result);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_asked_once_a_batch()
    {
        using var gone = new TcpListener(IPAddress.Loopback, 0);
        gone.Start();
        var port = ((IPEndPoint)gone.LocalEndpoint).Port;
        gone.Stop();
        (_smtp, _mailer) = NewMailer(_server, options => (options.Port, options.Parallelism) = (port, 1));

        var outcomes = await SendToAsync(Three);

        outcomes.ShouldAllBe(outcome => outcome.Result == MailResult.NotSent);
        outcomes[2]
            .Reason.ShouldBe(
                "The mail server could not be reached (ConnectionRefused): check Advocacy:Smtp:Host, Port and Security."
            );
    }

    [Fact]
    public async Task A_server_that_leaves_mail_after_mail_in_doubt_is_left_alone_for_a_while()
    {
        (_smtp, _mailer) = NewMailer(_server, options => options.Parallelism = 1);
        FailAt(SmtpStep.Dot, new SmtpFault.TakeAndCut(), times: 3);

        var outcomes = await SendToAsync(["a", "b", "c", "d", "e"]);
        _time.Advance(TimeSpan.FromSeconds(60));
        var later = await SendToAsync(["d", "e"]);

        outcomes
            .Select(outcome => outcome.Result)
            .ShouldBe([
                MailResult.Unknown,
                MailResult.Unknown,
                MailResult.Unknown,
                MailResult.NotSent,
                MailResult.NotSent,
            ]);
        later.ShouldBe([MailOutcome.Sent, MailOutcome.Sent]);
        _server.Mails.Count.ShouldBe(5);
    }

    [Fact]
    public async Task A_server_without_TLS_gets_neither_password_nor_mail()
    {
        (_smtp, _mailer) = NewMailer(_server, options => options.Security = SmtpSecurity.StartTls);

        var outcome = (await SendToAsync(["a"])).Single();

        outcome.ShouldBe(
            new MailOutcome(
                MailResult.NotSent,
                "The mail server does not offer what is set: check Advocacy:Smtp:Security and User."
            )
        );
        _server.Mails.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("digest", "right", MailResult.Sent, null)]
    [InlineData("digest", "wrong", MailResult.NotSent, "does not accept the sign-in")]
    [InlineData("", "", MailResult.NotSent, "wants a sign-in")]
    public async Task It_signs_in_where_it_has_an_account(
        string user,
        string password,
        MailResult result,
        string? reason
    )
    {
        await using var server = new SmtpServer { Account = ("digest", "right") };
        (_smtp, _mailer) = NewMailer(server, options => (options.User, options.Password) = (user, password));

        var outcome = (await SendToAsync(["a"])).Single();

        outcome.Result.ShouldBe(result);
        (outcome.Reason ?? "").ShouldContain(reason ?? "");
        (outcome.Reason ?? "").ShouldNotContain("wrong");
    }

    [Fact]
    public async Task Connections_are_few_and_kept_and_end_with_a_goodbye()
    {
        (_smtp, _mailer) = NewMailer(_server, options => options.Parallelism = 3);
        var names = Enumerable.Range(0, 60).Select(i => $"p{i}").ToArray();

        await Task.WhenAll(names.Chunk(20).Select(chunk => SendToAsync(chunk)));
        await _smtp.DisposeAsync();

        _server.Mails.Count.ShouldBe(60);
        _server.MostConnections.ShouldBeLessThanOrEqualTo(3);
        _server.Connections.ShouldBeLessThanOrEqualTo(3);
        _server.Goodbyes.ShouldBe(_server.Connections);
    }

    [Fact]
    public async Task A_connection_ends_after_its_number_of_mails()
    {
        (_smtp, _mailer) = NewMailer(_server, options => (options.Parallelism, options.MailsPerConnection) = (1, 2));

        await SendToAsync(["a", "b", "c", "d", "e"]);

        _server.Mails.Select(mail => mail.Connection).ShouldBe([1, 1, 2, 2, 3]);
    }

    [Fact]
    public async Task A_connection_that_the_server_ended_in_the_silence_is_not_used()
    {
        (_smtp, _mailer) = NewMailer(_server, options => options.Parallelism = 1);
        await SendToAsync(["a"]);
        FailAt(SmtpStep.Noop, new SmtpFault.Cut(), times: 1);
        _time.Advance(TimeSpan.FromMinutes(5));

        (await SendToAsync(["b"])).ShouldBe([MailOutcome.Sent]);

        _server.Connections.ShouldBe(2);
    }

    [Fact]
    public async Task A_stop_reports_what_was_sent()
    {
        using var stop = new CancellationTokenSource();
        (_smtp, _mailer) = NewMailer(_server, options => options.Parallelism = 1);
        _server.Fault = (step, to) =>
        {
            if (step == SmtpStep.Dot && to.StartsWith('b'))
            {
                stop.Cancel();
            }
            return null;
        };

        var outcomes = await _mailer.SendAsync(
            Batch() with
            {
                Recipients = [.. Three.Select(name => To($"{name}@nordlys.example", name))],
            },
            stop.Token
        );

        outcomes.Select(outcome => outcome.Result).ShouldBe([MailResult.Sent, MailResult.Sent, MailResult.NotSent]);
        outcomes[2].Reason.ShouldBe("The sending was stopped before this mail.");
        _server.Mails.Count.ShouldBe(2);
    }

    private void FailAt(
        SmtpStep at,
        SmtpFault fault,
        int times = int.MaxValue,
        string only = "",
        SmtpServer? server = null
    ) =>
        (server ?? _server).Fault = (step, argument) =>
            step == at && argument.Contains(only, StringComparison.Ordinal) && Interlocked.Decrement(ref times) >= 0
                ? fault
                : null;

    private Task<IReadOnlyList<MailOutcome>> SendToAsync(string[] names, string? text = null) =>
        SendAsync(
            Batch() with
            {
                Text = text ?? Batch().Text,
                Recipients = [.. names.Select(name => To($"{name}@nordlys.example", name))],
            }
        );

    private (SmtpMailer, OnceMailer) NewMailer(SmtpServer server, Action<SmtpOptions>? with = null)
    {
        _smtp?.Dispose();
        var options = new SmtpOptions
        {
            Host = server.Host,
            Port = server.Port,
            Security = SmtpSecurity.None,
        };
        with?.Invoke(options);
        var mailer = new SmtpMailer(options, _time);
        return (mailer, new OnceMailer(mailer));
    }

    private static string BoundaryOf(string mail) => mail.Split("boundary=\"")[1].Split('"')[0];

    private static MimeMessage MessageOf(SmtpMail mail) => MimeMessage.Load(new MemoryStream(mail.Data), Cancel);
}
