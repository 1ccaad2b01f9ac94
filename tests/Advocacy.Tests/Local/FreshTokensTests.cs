using System.Text;
using Advocacy.Local;
using Microsoft.Extensions.Time.Testing;

namespace Advocacy.Tests.Local;

public sealed class FreshTokensTests
{
    private static readonly DateTimeOffset Monday = new(2026, 11, 23, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    // The week's first and last instant, and one inside.
    [InlineData("2026-11-23T00:00:00Z", "2026-11-23")]
    [InlineData("2026-11-25T12:00:00Z", "2026-11-23")]
    [InlineData("2026-11-29T23:59:59Z", "2026-11-23")]
    [InlineData("2026-11-30T00:00:00Z", "2026-11-30")]
    // The week is UTC's: in Copenhagen this is Monday already.
    [InlineData("2026-11-23T00:30:00+01:00", "2026-11-16")]
    // A week that begins in the year before.
    [InlineData("2027-01-01T08:00:00Z", "2026-12-28")]
    public void A_week_begins_on_Monday_at_midnight_UTC(string now, string monday)
    {
        var time = new FakeTimeProvider(
            DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture).ToUniversalTime()
        );

        FreshTokens
            .WeekStart(time)
            .ShouldBe(DateTimeOffset.Parse(monday + "T00:00:00Z", System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("{date:-3d 09:15|rfc822}", "Fri, 20 Nov 2026 09:15:00 +0000")]
    [InlineData("{date:-3d|rfc3339}", "2026-11-20T00:00:00Z")]
    [InlineData("{date:-20d 23:59|rfc3339}", "2026-11-03T23:59:00Z")]
    [InlineData("{date:+12d|da}", "lørdag den 5. december")]
    [InlineData("{date:+12d|en}", "Saturday 5 December")]
    [InlineData("{date:0d|rfc3339}", "2026-11-23T00:00:00Z")]
    [InlineData("{base}/images/a.png", "http://127.0.0.1:7071/sample/images/a.png")]
    [InlineData("a {date:-1d|rfc3339} b {date:-2d|rfc3339}", "a 2026-11-22T00:00:00Z b 2026-11-21T00:00:00Z")]
    public void A_token_becomes_what_it_stands_for(string text, string expected) =>
        FreshTokens.Replace(text, Monday, "http://127.0.0.1:7071/sample").ShouldBe(expected);

    [Theory]
    [InlineData("{date}")]
    [InlineData("{date:-3d}")]
    [InlineData("{date:-3d 24:00|rfc822}")]
    [InlineData("{date:-3d 9:15|rfc822}")]
    [InlineData("{date:-3d|iso}")]
    [InlineData("{date:-12345d|rfc822}")]
    [InlineData("{Base} { base }")]
    public void What_is_not_exactly_a_token_stays(string text) =>
        FreshTokens.Replace(text, Monday, "http://x").ShouldBe(text);

    [Fact]
    public void Bytes_without_tokens_are_the_same_bytes()
    {
        byte[] bytes = [0xEF, 0xBB, 0xBF, 0x3C, 0xFF, 0x00];

        FreshTokens.Replace(bytes, Monday, "http://x").ShouldBeSameAs(bytes);
    }

    [Fact]
    public void Bytes_that_are_not_UTF8_are_left_alone_even_where_they_look_like_a_token()
    {
        var bytes = Encoding.Latin1.GetBytes("æ {base}");

        FreshTokens.Replace(bytes, Monday, "http://x").ShouldBeSameAs(bytes);
    }

    [Fact]
    public void A_byte_order_mark_survives()
    {
        var bytes = Encoding.UTF8.GetPreamble().Concat("ø {base}"u8.ToArray()).ToArray();

        FreshTokens
            .Replace(bytes, Monday, "http://x")
            .ShouldBe(Encoding.UTF8.GetPreamble().Concat("ø http://x"u8.ToArray()).ToArray());
    }
}
