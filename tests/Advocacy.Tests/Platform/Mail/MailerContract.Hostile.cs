using System.Globalization;
using Advocacy.Platform.Mail;

namespace Advocacy.Tests.Platform.Mail;

/// <summary>Many recipients, odd tags, and words that want to be more than words.</summary>
public abstract partial class MailerContract
{
    [Fact]
    public async Task Fifteen_hundred_people_each_get_their_own_mail()
    {
        var recipients = Enumerable
            .Range(0, 1_500)
            .Select(i => To($"p{i}@nordlys.example", $"m{i}", ("-n-", i.ToString(CultureInfo.InvariantCulture))));

        var outcomes = await SendAsync(
            Batch() with
            {
                Subject = "Nr -n-",
                Text = "Nr -n-.",
                Recipients = [.. recipients],
            }
        );

        outcomes.Count.ShouldBe(1_500);
        outcomes.ShouldAllBe(outcome => outcome.Result == MailResult.Sent);
        ArrivedCount.ShouldBe(1_500);
        foreach (var i in new[] { 0, 999, 1_000, 1_499 })
        {
            var mail = ArrivedAs($"m{i}")!;
            mail.To.ShouldBe($"p{i}@nordlys.example");
            mail.Subject.ShouldBe($"Nr {i}");
            mail.Text.ShouldBe($"Nr {i}.");
        }
    }

    [Fact]
    public async Task Two_mails_to_one_address_both_arrive()
    {
        var outcomes = await SendAsync(
            Batch() with
            {
                Text = "-n-",
                Recipients =
                [
                    To("a@nordlys.example", "m1", ("-n-", "1")),
                    To("A@nordlys.example", "m2", ("-n-", "2")),
                    To("b@nordlys.example", "m3", ("-n-", "3")),
                    To("a@nordlys.example", "m4", ("-n-", "4")),
                ],
            }
        );

        outcomes.ShouldAllBe(outcome => outcome.Result == MailResult.Sent);
        ArrivedCount.ShouldBe(4);
        Enumerable.Range(1, 4).Select(i => ArrivedAs($"m{i}")!.Text).ShouldBe(["1", "2", "3", "4"]);
    }

    [Fact]
    public async Task One_id_twice_in_a_batch_is_one_mail()
    {
        var outcomes = await SendAsync(
            Batch() with
            {
                Recipients = [To("a@nordlys.example", "m1"), To("a@nordlys.example", "m1")],
            }
        );

        outcomes.ShouldBe([MailOutcome.Sent, MailOutcome.Sent]);
        ArrivedCount.ShouldBe(1);
    }

    [Theory]
    // Two tags that share a hyphen: the first one has it.
    [InlineData("-a-b-", "1b-")]
    [InlineData("-a--a-", "11")]
    // The longer of two that begin at one place.
    [InlineData("-a-ab-", "3")]
    // A value that makes a tag together with what follows, or with another value.
    [InlineData("-half-b-", "-b-")]
    [InlineData("-half--half-", "--")]
    [InlineData("x-whole-y", "x-a-y")]
    [InlineData("-A- -c-", "-A- -c-")]
    public async Task Tags_are_replaced_in_one_pass_from_left_to_right(string text, string expected)
    {
        await SendAsync(
            Batch() with
            {
                Subject = text,
                Text = text,
                Html = text,
                Recipients =
                [
                    To(
                        "a@nordlys.example",
                        "m1",
                        ("-a-", "1"),
                        ("-b-", "2"),
                        ("-a-ab-", "3"),
                        ("-half-", "-"),
                        ("-whole-", "-a-")
                    ),
                ],
            }
        );

        var mail = ArrivedAs("m1")!;
        mail.Text.ShouldBe(expected);
        mail.Html.ShouldBe(expected);
        mail.Subject.ShouldBe(expected);
    }

    [Fact]
    public async Task Values_are_as_long_and_as_many_as_they_are()
    {
        var long1 = string.Concat(Enumerable.Repeat("æ-x- ", 4_000));
        var many = Enumerable.Range(0, 150).Select(i => ($"-v{i}-", $"<{i}>")).ToArray();

        await SendAsync(
            Batch() with
            {
                Text = "-x-|" + string.Concat(many.Select(value => value.Item1)),
                Recipients =
                [
                    To("a@nordlys.example", "m1", ("-x-", long1)),
                    To("b@nordlys.example", "m2", many),
                    To("c@nordlys.example", "m3", ("-x-", "short")),
                ],
            }
        );

        ArrivedAs("m1")!.Text.ShouldStartWith(long1 + "|-v0-");
        ArrivedAs("m2")!.Text.ShouldBe("-x-|" + string.Concat(many.Select(value => value.Item2)));
        ArrivedAs("m3")!.Text.ShouldStartWith("short|-v0-");
    }

    [Theory]
    [InlineData("a; b")]
    [InlineData("a\\b \"c\" (d)")]
    [InlineData("evil@x.example")]
    [InlineData("Ørsted, Åse; \"Æ\"")]
    [InlineData("'quoted'")]
    [InlineData("-x-")]
    public async Task Names_with_marks_of_their_own_arrive_as_they_are(string name)
    {
        await SendAsync(
            Batch() with
            {
                From = new("digest@nordlys.example", name),
                Recipients =
                [
                    To("a@nordlys.example", "m1", ("-x-", "value")) with
                    {
                        To = new("a@nordlys.example", name),
                    },
                ],
            }
        );

        ArrivedAs("m1")!.ToName.ShouldBe(name);
        ArrivedAs("m1")!.To.ShouldBe("a@nordlys.example");
    }

    [Fact]
    public async Task A_name_that_claims_to_be_encoded_is_shown_as_it_stands()
    {
        var name = "=?utf-8?q?Somebody_else?=";
        await SendAsync(
            Batch() with
            {
                Subject = name,
                Recipients = [To("a@b.example", "d1") with { To = new("a@b.example", name) }],
            }
        );

        ArrivedAs("d1")!.ToName.ShouldBe("= ?utf-8?q?Somebody_else?=");
        ArrivedAs("d1")!.Subject.ShouldBe("= ?utf-8?q?Somebody_else?=");
    }

    [Theory]
    [InlineData("Bcc")]
    [InlineData("subject")]
    [InlineData("Content-Type")]
    [InlineData("X:Y")]
    [InlineData("X Y")]
    [InlineData("X\r\nBcc")]
    [InlineData("")]
    public async Task A_header_that_is_not_the_callers_is_refused_while_the_others_go(string name)
    {
        var recipient = To("maja@nordlys.example", "d1") with
        {
            Headers = new Dictionary<string, string> { [name] = "v" },
        };

        var outcomes = await SendAsync(Batch() with { Recipients = [recipient, To("b@nordlys.example", "d2")] });

        outcomes.Select(outcome => outcome.Result).ShouldBe([MailResult.Refused, MailResult.Sent]);
        ArrivedCount.ShouldBe(1);
    }

    [Theory]
    [InlineData("a/b")]
    [InlineData("d1\r\nBcc: x")]
    [InlineData("")]
    public async Task An_id_that_is_not_safe_is_refused_while_the_others_go(string id)
    {
        var outcomes = await SendAsync(
            Batch() with
            {
                Recipients = [To("maja@nordlys.example", id), To("b@nordlys.example", "d2")],
            }
        );

        outcomes.Select(outcome => outcome.Result).ShouldBe([MailResult.Refused, MailResult.Sent]);
        ArrivedCount.ShouldBe(1);
    }

    [Fact]
    public async Task Values_of_headers_arrive_in_any_script()
    {
        var recipient = To("a@nordlys.example", "m1") with
        {
            Headers = new Dictionary<string, string> { ["X-Value"] = "Åse 李小龍 🌬️ æøå " + new string('x', 200) },
        };

        await SendAsync(Batch() with { Recipients = [recipient] });

        ArrivedAs("m1")!.Headers["X-Value"].ShouldBe([recipient.Headers["X-Value"]]);
    }

    [Fact]
    public async Task Each_mail_names_its_id_and_its_language()
    {
        await SendAsync(Batch() with { Recipients = [To("a@nordlys.example", "m1")] });

        ArrivedAs("m1")!.Headers["Message-ID"].ShouldBe(["<m1@nordlys.example>"]);
        ArrivedAs("m1")!.Headers["Content-Language"].ShouldBe(["da"]);
    }

    [Fact]
    public async Task An_id_is_ASCII_also_where_the_senders_domain_is_not()
    {
        await SendAsync(
            Batch() with
            {
                From = new("digest@blåbær.example", "Blåbær"),
                Recipients = [To("a@nordlys.example", "m1")],
            }
        );

        ArrivedAs("m1")!.Headers["Message-ID"].ShouldBe(["<m1@xn--blbr-roah.example>"]);
    }

    [Fact]
    public async Task A_sender_that_cannot_send_is_a_mistake_of_the_caller()
    {
        var batch = Batch() with { Recipients = [To("a@nordlys.example", "m1")] };

        await Should.ThrowAsync<ArgumentException>(() => SendAsync(batch with { From = new("nobody", "N") }));
        await Should.ThrowAsync<ArgumentException>(() =>
            SendAsync(batch with { From = new("øl@nordlys.example", "N") })
        );
        await Should.ThrowAsync<ArgumentException>(() => SendAsync(batch with { ReplyTo = new("nobody", "N") }));

        ArrivedCount.ShouldBe(0);
        // The mistake is not held against the mail.
        (await SendAsync(batch)).ShouldBe([MailOutcome.Sent]);
    }
}
