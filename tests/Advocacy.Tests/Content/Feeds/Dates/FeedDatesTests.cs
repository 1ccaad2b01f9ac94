using System.Globalization;
using Advocacy.Content.Feeds.Dates;

namespace Advocacy.Tests.Content.Feeds.Dates;

public sealed class FeedDatesTests
{
    [Theory]
    // RFC 822 and what passes for it.
    [InlineData("Mon, 28 May 2012 18:22:00 GMT", "2012-05-28T18:22:00+00:00")]
    [InlineData("Mon, 28 May 2012 18:22:00 +0200", "2012-05-28T18:22:00+02:00")]
    [InlineData("Mon, 28 May 2012 18:22 -0530", "2012-05-28T18:22:00-05:30")]
    [InlineData("28 May 2012 18:22:00 UT", "2012-05-28T18:22:00+00:00")]
    [InlineData("28 May 12 18:22:00 Z", "2012-05-28T18:22:00+00:00")]
    [InlineData("28 May 99 18:22:00 GMT", "1999-05-28T18:22:00+00:00")]
    [InlineData("Sun, 28 May 2012 18:22:00 GMT", "2012-05-28T18:22:00+00:00")]
    [InlineData("Monday, 28-May-12 18:22:00 GMT", "2012-05-28T18:22:00+00:00")]
    [InlineData("Mon,28 May 2012 18:22:00GMT", "2012-05-28T18:22:00+00:00")]
    [InlineData("Mon, 28 May 2012 18:22:00", "2012-05-28T18:22:00+00:00")]
    [InlineData("Mon, 28 May 2012", "2012-05-28T00:00:00+00:00")]
    [InlineData("mon, 8 MAY 2012 8:02:00 gmt", "2012-05-08T08:02:00+00:00")]
    [InlineData("Mon, 28 May 2012 18:22:00 EST", "2012-05-28T18:22:00-05:00")]
    [InlineData("Mon, 28 May 2012 18:22:00 PDT", "2012-05-28T18:22:00-07:00")]
    [InlineData("Mon, 28 May 2012 18:22:00 CET", "2012-05-28T18:22:00+01:00")]
    [InlineData("Mon, 28 May 2012 18:22:00 CEST", "2012-05-28T18:22:00+02:00")]
    [InlineData("Mon, 28 May 2012 18:22:00 A", "2012-05-28T18:22:00+00:00")]
    [InlineData("Mon, 28 May 2012 18:22:00 XYZT", "2012-05-28T18:22:00+00:00")]
    [InlineData("Mon, 28 May 2012 18:22:00 GMT+2", "2012-05-28T18:22:00+02:00")]
    [InlineData("Mon, 28 May 2012 18:22:00 GMT+0200", "2012-05-28T18:22:00+02:00")]
    [InlineData("Mon, 28 May 2012 18:22:00 +02:00", "2012-05-28T18:22:00+02:00")]
    [InlineData("Mon, 28 May 2012 18:22:00 +0200 (CEST)", "2012-05-28T18:22:00+02:00")]
    [InlineData("Mon, 28 May 2012 18:22:00 +3000", "2012-05-28T18:22:00+00:00")]
    [InlineData("Mon, 28 May 2012 24:00:00 GMT", "2012-05-29T00:00:00+00:00")]
    [InlineData("Sat, 30 Jun 2012 23:59:60 GMT", "2012-06-30T23:59:59+00:00")]
    [InlineData("  Mon,  28   May\t2012 18:22:00 GMT ", "2012-05-28T18:22:00+00:00")]
    // Other orders.
    [InlineData("Mon May 28 18:22:00 2012", "2012-05-28T18:22:00+00:00")]
    [InlineData("Mon May  8 18:22:00 CEST 2012", "2012-05-08T18:22:00+02:00")]
    [InlineData("Mon May 28 2012 18:22:00 GMT+0200 (Central European Summer Time)", "2012-05-28T18:22:00+02:00")]
    [InlineData("May 28, 2012", "2012-05-28T00:00:00+00:00")]
    [InlineData("May 28th, 2012 6:22 PM", "2012-05-28T18:22:00+00:00")]
    [InlineData("May 28, 2012 12:05 a.m. EDT", "2012-05-28T00:05:00-04:00")]
    [InlineData("2012 May 28 18:22", "2012-05-28T18:22:00+00:00")]
    [InlineData("May 2012", "2012-05-01T00:00:00+00:00")]
    [InlineData("18:22, 28 May 2012", "2012-05-28T18:22:00+00:00")]
    [InlineData("28/05/2012 18:22", "2012-05-28T18:22:00+00:00")]
    [InlineData("05/28/2012 18:22", "2012-05-28T18:22:00+00:00")]
    [InlineData("5/3/2012 6:22:00 PM", "2012-05-03T18:22:00+00:00")]
    [InlineData("28.05.2012, 18:22 Uhr", "2012-05-28T18:22:00+00:00")]
    [InlineData("28-05-2012 18:22:00", "2012-05-28T18:22:00+00:00")]
    [InlineData("28.5.12", "2012-05-28T00:00:00+00:00")]
    // Danish, German, French and their neighbours.
    [InlineData("man, 28 maj 2012 18:22:00 +0200", "2012-05-28T18:22:00+02:00")]
    [InlineData("28. maj 2012 kl. 18.22", "2012-05-28T18:22:00+00:00")]
    [InlineData("den 1. oktober 2012", "2012-10-01T00:00:00+00:00")]
    [InlineData("Mo, 28 Mai 2012 18:22:00 +0200", "2012-05-28T18:22:00+02:00")]
    [InlineData("Do, 22 Dez 2016 17:36:00 +0000", "2016-12-22T17:36:00+00:00")]
    [InlineData("5. März 2012", "2012-03-05T00:00:00+00:00")]
    [InlineData("lun., 28 févr. 2012 18:22:00 +0100", "2012-02-28T18:22:00+01:00")]
    [InlineData("mar. 5 juin 2012", "2012-06-05T00:00:00+00:00")]
    [InlineData("5 juillet 2012 à 18h22", "2012-07-05T18:22:00+00:00")]
    [InlineData("jeu, 02 août 2012 18:22:00 GMT", "2012-08-02T18:22:00+00:00")]
    [InlineData("5 décembre 2012", "2012-12-05T00:00:00+00:00")]
    [InlineData("mié, 05 dic 2012 10:00:00 +0100", "2012-12-05T10:00:00+01:00")]
    [InlineData("Κυρ, 11 Ιούλ 2004 12:00:00 EST", "2004-07-11T12:00:00-05:00")]
    [InlineData("11 Ιουνίου 2004", "2004-06-11T00:00:00+00:00")]
    [InlineData("2004-július-13T9:15-05:00", "2004-07-13T09:15:00-05:00")]
    [InlineData("5 października 2012", "2012-10-05T00:00:00+00:00")]
    [InlineData("5. června 2012", "2012-06-05T00:00:00+00:00")]
    [InlineData("5. července 2012", "2012-07-05T00:00:00+00:00")]
    [InlineData("28 мая 2012 18:22", "2012-05-28T18:22:00+00:00")]
    [InlineData("Paz, 05 Ağu 2012 18:22:00 +0300", "2012-08-05T18:22:00+03:00")]
    [InlineData("5 de outubro de 2012", "2012-10-05T00:00:00+00:00")]
    [InlineData("5. marraskuuta 2012", "2012-11-05T00:00:00+00:00")]
    [InlineData("2004년 05월 28일  01:31:15", "2004-05-28T01:31:15+09:00")]
    [InlineData("2004-05-25 오후 11:23:17", "2004-05-25T23:23:17+09:00")]
    [InlineData("2004-05-25 오전 12:23:17", "2004-05-25T00:23:17+09:00")]
    [InlineData("2012年5月28日 18:22", "2012-05-28T18:22:00+00:00")]
    [InlineData("2012年5月28日 下午6:22", "2012-05-28T18:22:00+00:00")]
    [InlineData("Fri, 2006/09/15 08:19:53 EDT", "2006-09-15T08:19:53-04:00")]
    [InlineData("Wed, 19 Aug 2009 18:28:00 Etc/GMT", "2009-08-19T18:28:00+00:00")]
    [InlineData("Wed, 19 Feb 2012 22:40:00 GMT-01:01", "2012-02-19T22:40:00-01:01")]
    [InlineData("Mon, 26 January 2004 16:31:00 AT", "2004-01-26T16:31:00-04:00")]
    [InlineData("Mon, 13 Feb, 2012 06:28:00 UTC", "2012-02-13T06:28:00+00:00")]
    [InlineData("Sun Jul 15 01:16:00 +0000 2012", "2012-07-15T01:16:00+00:00")]
    // ISO 8601 and W3C-DTF.
    [InlineData("2003-012-31T10:14:55+00:00", "2003-12-31T10:14:55+00:00")]
    [InlineData("2012", "2012-01-01T00:00:00+00:00")]
    [InlineData("2012-05", "2012-05-01T00:00:00+00:00")]
    [InlineData("2012-05-28", "2012-05-28T00:00:00+00:00")]
    [InlineData("2012-05-28T18:22Z", "2012-05-28T18:22:00+00:00")]
    [InlineData("2012-05-28T18:22:00Z", "2012-05-28T18:22:00+00:00")]
    [InlineData("2012-05-28t18:22:00z", "2012-05-28T18:22:00+00:00")]
    [InlineData("2012-05-28T18:22:00.5+02:00", "2012-05-28T18:22:00.5+02:00")]
    [InlineData("2012-05-28T18:22:00,123456789Z", "2012-05-28T18:22:00.1234567+00:00")]
    [InlineData("2012-05-28T18:22:00-0700", "2012-05-28T18:22:00-07:00")]
    [InlineData("2012-05-28T18:22:00+02", "2012-05-28T18:22:00+02:00")]
    [InlineData("2012-05-28T18Z", "2012-05-28T18:00:00+00:00")]
    [InlineData("2012-05-28 18:22:00", "2012-05-28T18:22:00+00:00")]
    [InlineData("2012-05-28 18:22:00 +0200", "2012-05-28T18:22:00+02:00")]
    [InlineData("2012-05-28 18:22:00 UTC", "2012-05-28T18:22:00+00:00")]
    [InlineData("2012-05-28 18:22:00 EST", "2012-05-28T18:22:00-05:00")]
    [InlineData("2012-05-28 06:22:00 PM", "2012-05-28T18:22:00+00:00")]
    [InlineData("2012-5-8", "2012-05-08T00:00:00+00:00")]
    [InlineData("2012/05/28 18:22", "2012-05-28T18:22:00+00:00")]
    [InlineData("2012.05.28", "2012-05-28T00:00:00+00:00")]
    [InlineData("20120528", "2012-05-28T00:00:00+00:00")]
    [InlineData("20120528T182200Z", "2012-05-28T18:22:00+00:00")]
    [InlineData("20120528182200", "2012-05-28T18:22:00+00:00")]
    [InlineData("2012-149", "2012-05-28T00:00:00+00:00")]
    [InlineData("2012149", "2012-05-28T00:00:00+00:00")]
    [InlineData("2012-W22-1", "2012-05-28T00:00:00+00:00")]
    [InlineData("2012-W22", "2012-05-28T00:00:00+00:00")]
    [InlineData("1338229320", "2012-05-28T18:22:00+00:00")]
    [InlineData("1338229320000", "2012-05-28T18:22:00+00:00")]
    public void A_date_is_read_in_every_form_that_feeds_use(string text, string iso)
    {
        FeedDates.TryParse(text, out var date).ShouldBeTrue();

        date.ShouldBe(DateTimeOffset.Parse(iso, CultureInfo.InvariantCulture));
        date.Offset.ShouldBe(DateTimeOffset.Parse(iso, CultureInfo.InvariantCulture).Offset);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("soon")]
    [InlineData("Mon, GMT")]
    [InlineData("May")]
    [InlineData("28 May")]
    [InlineData("18:22:00")]
    [InlineData("31 Feb 2012")]
    [InlineData("0 May 2012")]
    [InlineData("28 May 2012 25:00:00 GMT")]
    [InlineData("28 May 2012 18:61:00 GMT")]
    [InlineData("2012-13-01")]
    [InlineData("2012-02-30")]
    [InlineData("2011-366")]
    [InlineData("2012-W54-1")]
    [InlineData("2012-05-28T99:00:00Z")]
    [InlineData("0001-01-01T00:00:00Z")]
    [InlineData("0000-00-00 00:00:00")]
    [InlineData("12345-01-01")]
    [InlineData("1/2/3/4")]
    [InlineData("1 2 3 4 5 6 7 8 9")]
    [InlineData("-1")]
    [InlineData("99999999999999999999")]
    [InlineData("{{date}}")]
    public void What_is_no_date_is_none(string text) => FeedDates.TryParse(text, out _).ShouldBeFalse();

    [Theory]
    [InlineData("3/4/2012")]
    [InlineData("03/04/12 18:22")]
    public void What_could_be_two_days_is_none(string text) => FeedDates.TryParse(text, out _).ShouldBeFalse();

    [Fact]
    public void Every_instant_that_is_written_as_the_rfcs_say_is_read_back()
    {
        var random = new Random(20261123);
        for (var i = 0; i < 2_000; i++)
        {
            var date = new DateTimeOffset(
                random.NextInt64(599_266_080_000_000_000, 820_000_000_000_000_000) / 10_000_000 * 10_000_000,
                TimeSpan.Zero
            ).ToOffset(TimeSpan.FromMinutes(15 * random.Next(-48, 49)));
            foreach (
                var format in (string[])
                    ["ddd, dd MMM yyyy HH:mm:ss zzz", "d MMMM yyyy HH:mm:ss zzz", "yyyy-MM-ddTHH:mm:sszzz", "o"]
            )
            {
                var text = date.ToString(format, CultureInfo.InvariantCulture);

                FeedDates.TryParse(text, out var read).ShouldBeTrue(text);
                read.ShouldBe(date, text);
                read.Offset.ShouldBe(date.Offset, text);
            }
        }
    }

    [Fact]
    public void Damaged_dates_never_throw()
    {
        var random = new Random(20261123);
        var letters = "0123456789:-+., /TZWadeMJjuinPG()\u2212é\uD800".ToCharArray();
        for (var i = 0; i < 200_000; i++)
        {
            var text = (i % 3) switch
            {
                0 => "Mon, 28 May 2012 18:22:00 +0200".ToCharArray(),
                1 => "2012-05-28T18:22:00.5+02:00".ToCharArray(),
                _ => new char[random.Next(24)],
            };
            for (var j = 0; j < text.Length; j++)
            {
                text[j] = text[j] == '\0' || random.Next(8) == 0 ? letters[random.Next(letters.Length)] : text[j];
            }

            if (FeedDates.TryParse(text, out var date))
            {
                date.Year.ShouldBeInRange(1899, 3000);
            }
        }
    }
}
