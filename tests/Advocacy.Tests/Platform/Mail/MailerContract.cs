using Advocacy.Platform.Mail;
using MimeKit;

namespace Advocacy.Tests.Platform.Mail;

/// <summary>What every mailer keeps to, written against the port. An adapter's tests inherit it and say what arrived.</summary>
public abstract partial class MailerContract
{
    /// <summary>A mail as its recipient would get it, decoded, with LF line ends.</summary>
    protected sealed record Arrived(
        string To,
        string ToName,
        string Subject,
        string Html,
        string Text,
        ILookup<string, string> Headers
    );

    protected abstract IMailer Mailer { get; }

    /// <summary>The mail that was sent with this id; <c>null</c> where none was.</summary>
    protected abstract Arrived? ArrivedAs(string messageId);

    /// <summary>How many mails arrived in all.</summary>
    protected abstract int ArrivedCount { get; }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Outcomes_come_in_the_order_of_the_recipients()
    {
        var addresses = Enumerable.Range(0, 100).Select(i => i % 7 == 3 ? "nowhere" : $"p{i}@nordlys.example");

        var outcomes = await SendAsync(Batch() with { Recipients = [.. addresses.Select((a, i) => To(a, $"m{i}"))] });

        outcomes
            .Select(o => o.Result)
            .ShouldBe(Enumerable.Range(0, 100).Select(i => i % 7 == 3 ? MailResult.Refused : MailResult.Sent));
        ArrivedCount.ShouldBe(outcomes.Count(o => o.Result == MailResult.Sent));
        ArrivedAs("m4")!.To.ShouldBe("p4@nordlys.example");
    }

    [Fact]
    public async Task Nobody_is_a_batch_too() => (await SendAsync(Batch() with { Recipients = [] })).ShouldBeEmpty();

    [Fact]
    public async Task Each_person_gets_their_own_values_in_subject_HTML_and_text()
    {
        await SendAsync(
            Batch() with
            {
                Subject = "Til -name-",
                Html = "<p>Hej -name-, <a href=\"-link-\">her</a> og -name-</p>",
                Text = "Hej -name-\n-link-\n-name-",
                Recipients =
                [
                    To("a@nordlys.example", "m1", ("-name-", "Åse"), ("-link-", "https://x.example/?a=1&amp;b=2")),
                    To("b@nordlys.example", "m2", ("-name-", ""), ("-link-", "https://x.example/2")),
                ],
            }
        );

        var first = ArrivedAs("m1")!;
        first.Subject.ShouldBe("Til Åse");
        first.Html.ShouldBe("<p>Hej Åse, <a href=\"https://x.example/?a=1&amp;b=2\">her</a> og Åse</p>");
        first.Text.ShouldBe("Hej Åse\nhttps://x.example/?a=1&amp;b=2\nÅse");
        ArrivedAs("m2")!.Html.ShouldBe("<p>Hej , <a href=\"https://x.example/2\">her</a> og </p>");
    }

    [Fact]
    public async Task A_value_that_looks_like_a_tag_is_not_replaced_again()
    {
        await SendAsync(
            Batch() with
            {
                Html = "-one- -two-",
                Recipients = [To("a@nordlys.example", "m1", ("-one-", "-two-"), ("-two-", "-one-"))],
            }
        );

        ArrivedAs("m1")!.Html.ShouldBe("-two- -one-");
    }

    [Fact]
    public async Task A_tag_that_only_others_have_a_value_for_stays()
    {
        await SendAsync(
            Batch() with
            {
                Text = "a -x- b",
                Recipients = [To("a@nordlys.example", "m1"), To("b@nordlys.example", "m2", ("-x-", "1"))],
            }
        );

        ArrivedAs("m1")!.Text.ShouldBe("a -x- b");
        ArrivedAs("m2")!.Text.ShouldBe("a 1 b");
    }

    [Fact]
    public async Task Each_person_gets_their_own_headers()
    {
        var url = "https://go.nordlys.example/u/" + new string('t', 300);
        var leave = $"<{url}>, <mailto:kom@nordlys.example?subject=unsubscribe>";

        await SendAsync(
            Batch() with
            {
                Recipients =
                [
                    To("a@nordlys.example", "m1") with
                    {
                        Headers = new Dictionary<string, string> { ["List-Unsubscribe"] = leave },
                    },
                    To("b@nordlys.example", "m2"),
                ],
            }
        );

        ArrivedAs("m1")!.Headers["List-Unsubscribe"].ShouldBe([leave]);
        ArrivedAs("m2")!.Headers["List-Unsubscribe"].ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Åse Ørsted-Æbelø")]
    [InlineData("Holm, Maja \"M\" <maja>")]
    [InlineData("דנה כהן")]
    [InlineData("李小龍 🌬️")]
    [InlineData("")]
    public async Task Names_arrive_as_they_are(string name)
    {
        await SendAsync(
            Batch() with
            {
                Recipients = [To("a@nordlys.example", "m1") with { To = new("a@nordlys.example", name) }],
            }
        );

        var mail = ArrivedAs("m1")!;
        mail.ToName.ShouldBe(name);
        mail.To.ShouldBe("a@nordlys.example");
    }

    [Theory]
    [InlineData("\r\nBcc: evil@x.example")]
    [InlineData("\nBcc: evil@x.example\n\n<b>body</b>")]
    [InlineData("\rBcc: evil@x.example")]
    [InlineData("\u2028Bcc: evil@x.example")]
    [InlineData("\0\u0085Bcc: evil@x.example")]
    [InlineData(">, <evil@x.example")]
    [InlineData("\", evil@x.example, \"")]
    public async Task No_value_begins_a_header_or_adds_a_recipient(string hostile)
    {
        await SendAsync(
            Batch() with
            {
                Subject = "S -x-" + hostile,
                From = new("digest@nordlys.example", "Nordlys" + hostile),
                Language = "da",
                Recipients =
                [
                    To("a@nordlys.example", "m1", ("-x-", hostile)) with
                    {
                        To = new("a@nordlys.example", "Maja" + hostile),
                        Headers = new Dictionary<string, string> { ["X-Value"] = "v" + hostile },
                    },
                ],
            }
        );

        var mail = ArrivedAs("m1")!;
        mail.To.ShouldBe("a@nordlys.example");
        mail.Headers["Bcc"].ShouldBeEmpty();
        mail.Headers["X-Value"].Count().ShouldBe(1);
        mail.Html.ShouldBe(Batch().Html);
        mail.Subject.ShouldStartWith("S ");
    }

    [Theory]
    [InlineData("")]
    [InlineData("nobody")]
    [InlineData("@nordlys.example")]
    [InlineData("a@")]
    [InlineData("a@localhost")]
    [InlineData("a b@nordlys.example")]
    [InlineData("a@nordlys..example")]
    [InlineData("a@-nordlys.example")]
    [InlineData(".a@nordlys.example")]
    [InlineData("a..b@nordlys.example")]
    [InlineData("a@b@nordlys.example")]
    [InlineData("<a@nordlys.example>")]
    [InlineData("a@nordlys.example\r\nBcc: evil@x.example")]
    [InlineData("a@nordlys.example,b@nordlys.example")]
    public async Task A_bad_address_is_refused_while_the_others_go(string address)
    {
        var outcomes = await SendAsync(
            Batch() with
            {
                Recipients = [To("a@nordlys.example", "m1"), To(address, "m2"), To("c@nordlys.example", "m3")],
            }
        );

        outcomes.Select(o => o.Result).ShouldBe([MailResult.Sent, MailResult.Refused, MailResult.Sent]);
        outcomes[1].Reason.ShouldNotBeNullOrWhiteSpace();
        outcomes[1].Reason!.ShouldNotContain("nordlys");
        ArrivedAs("m2").ShouldBeNull();
        ArrivedAs("m3").ShouldNotBeNull();
    }

    [Fact]
    public async Task The_same_message_id_twice_is_one_mail()
    {
        var batch = Batch() with { Recipients = [To("a@nordlys.example", "m1")] };

        await SendAsync(batch);
        var again = await SendAsync(batch with { Text = "Changed" });

        again.ShouldBe([MailOutcome.Sent]);
        ArrivedCount.ShouldBe(1);
        ArrivedAs("m1")!.Text.ShouldBe(Batch().Text);
    }

    [Fact]
    public async Task Long_lines_and_many_bytes_arrive_whole()
    {
        var line = string.Concat(Enumerable.Repeat("æ=🌬️ ", 5_000));

        await SendAsync(
            Batch() with
            {
                Html = $"<p>{line}</p>",
                Text = line + "x\n.\n..\nFrom here\n \n\nend \n",
                Recipients = [To("a@nordlys.example", "m1")],
            }
        );

        ArrivedAs("m1")!.Html.ShouldBe($"<p>{line}</p>");
        ArrivedAs("m1")!.Text.ShouldBe(line + "x\n.\n..\nFrom here\n \n\nend \n");
    }

    /// <summary>A mail as MIME, read as a mail program reads it.</summary>
    protected static Arrived Read(MimeMessage mail)
    {
        var to = mail.To.Mailboxes.ShouldHaveSingleItem();
        return new Arrived(
            to.Address,
            to.Name ?? "",
            mail.Subject ?? "",
            Lf(mail.HtmlBody),
            Lf(mail.TextBody),
            mail.Headers.Concat(mail.Body!.Headers).ToLookup(header => header.Field, header => header.Value)
        );
    }

    protected static string Lf(string? text) => (text ?? "").Replace("\r\n", "\n", StringComparison.Ordinal);

    protected static MailBatch Batch() =>
        new()
        {
            From = new("digest@nordlys.example", "Nordlys"),
            Subject = "Emne",
            Html = "<p>Brødtekst</p>",
            Text = "Brødtekst",
            Language = "da",
            Recipients = [],
        };

    protected static MailRecipient To(string address, string id, params (string Tag, string Value)[] values) =>
        new()
        {
            MessageId = id,
            To = new MailAddress(address, "Maja Holm"),
            Substitutions = values.ToDictionary(v => v.Tag, v => v.Value),
        };

    protected async Task<IReadOnlyList<MailOutcome>> SendAsync(MailBatch batch) => await Mailer.SendAsync(batch, Token);
}
