using Advocacy.Digests.Mail;
using static Advocacy.Tests.Digests.Mail.DigestSamples;

namespace Advocacy.Tests.Digests.Mail;

public sealed class DigestHeadersTests
{
    [Fact]
    public void Leaving_takes_one_click_or_one_mail()
    {
        var headers = new DigestHeaders(Company).Of("https://go.nordlys.example/u/abc?x=1&y=2");

        headers["List-Unsubscribe"]
            .ShouldBe("<https://go.nordlys.example/u/abc?x=1&y=2>, <mailto:kom@nordlys.example?subject=unsubscribe>");
        headers["List-Unsubscribe-Post"].ShouldBe("List-Unsubscribe=One-Click");
    }

    [Fact]
    public void It_is_a_list_that_no_absence_reply_answers()
    {
        var headers = new DigestHeaders(Company).Of("https://go.nordlys.example/u/abc");

        headers["List-Id"].ShouldBe("<digest.mail.nordlys.example>");
        headers["Auto-Submitted"].ShouldBe("auto-generated");
        headers["X-Auto-Response-Suppress"].ShouldBe("OOF, AutoReply");
    }

    [Fact]
    public void An_address_cannot_leave_its_angle_brackets()
    {
        var headers = new DigestHeaders(
            Company with
            {
                ReplyAddress = "a>,<mailto:b@c.example?cc=x@nordlys.example",
            }
        ).Of("https://go.nordlys.example/u/a>,<b\"c");

        headers["List-Unsubscribe"].Count(c => c is '<' or '>').ShouldBe(4);
        headers["List-Unsubscribe"].Count(c => c == '?').ShouldBe(1);
    }

    [Theory]
    [InlineData("http://127.0.0.1:7071/u/abc")]
    [InlineData("http://localhost:7071/u/abc")]
    public void One_machine_needs_no_https(string url) =>
        new DigestHeaders(Company).Of(url)["List-Unsubscribe"].ShouldStartWith($"<{url}>");

    [Theory]
    [InlineData("http://go.nordlys.example/u/abc")]
    [InlineData("mailto:a@b.example")]
    public void Anywhere_else_it_must_be_https(string url) =>
        Should.Throw<ArgumentException>(() => new DigestHeaders(Company).Of(url));
}
