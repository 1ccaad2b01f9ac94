using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Advocacy.Local;

/// <summary>
/// Tokens that keep a company folder's files fresh: <c>{base}</c> is the address under which the folder is served, and
/// <c>{date:-3d 09:15|rfc822}</c> an instant counted from the Monday, 00:00 UTC, of the current ISO week. Counted from the week and
/// not from now, so that a file reads the same, and keeps its ETag, until the week is over.
/// </summary>
internal static partial class FreshTokens
{
    private static readonly CultureInfo Danish = CultureInfo.GetCultureInfo("da-DK");
    private static readonly UTF8Encoding StrictUtf8 = new(
        encoderShouldEmitUTF8Identifier: false,
        throwOnInvalidBytes: true
    );

    /// <summary>Monday 00:00 UTC of the ISO week that the clock stands in.</summary>
    public static DateTimeOffset WeekStart(TimeProvider time)
    {
        var today = time.GetUtcNow().UtcDateTime.Date;
        var sinceMonday = ((int)today.DayOfWeek + 6) % 7;
        return new DateTimeOffset(today.AddDays(-sinceMonday), TimeSpan.Zero);
    }

    /// <summary>The text with its tokens replaced; what is not exactly a token stays as it stands.</summary>
    /// <param name="text">A feed or a drop.</param>
    /// <param name="weekStart">See <see cref="WeekStart"/>.</param>
    /// <param name="baseUrl">For <c>{base}</c>, without a slash at its end.</param>
    public static string Replace(string text, DateTimeOffset weekStart, string baseUrl) =>
        DateToken()
            .Replace(text, match => Format(Instant(match, weekStart), match.Groups["format"].Value))
            .Replace("{base}", baseUrl, StringComparison.Ordinal);

    /// <summary>
    /// The bytes with their tokens replaced, or the very same array where there are none, or where it is not UTF-8 (a token in another
    /// encoding is somebody's text, and guessing the encoding is the feed reader's work).
    /// </summary>
    public static byte[] Replace(byte[] bytes, DateTimeOffset weekStart, string baseUrl)
    {
        if (bytes.AsSpan().IndexOf("{base}"u8) < 0 && bytes.AsSpan().IndexOf("{date:"u8) < 0)
        {
            return bytes;
        }
        try
        {
            return StrictUtf8.GetBytes(Replace(StrictUtf8.GetString(bytes), weekStart, baseUrl));
        }
        catch (DecoderFallbackException)
        {
            return bytes;
        }
    }

    private static DateTimeOffset Instant(Match match, DateTimeOffset weekStart)
    {
        var days = int.Parse(match.Groups["days"].Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var time = match.Groups["time"];
        return weekStart.AddDays(days)
            + (time.Success ? TimeSpan.ParseExact(time.Value, @"hh\:mm", CultureInfo.InvariantCulture) : TimeSpan.Zero);
    }

    private static string Format(DateTimeOffset instant, string format) =>
        format switch
        {
            "rfc822" => instant.ToString("ddd, dd MMM yyyy HH:mm:ss '+0000'", CultureInfo.InvariantCulture),
            "rfc3339" => instant.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            "da" => instant.ToString("dddd 'den' d. MMMM", Danish),
            _ => instant.ToString("dddd d MMMM", CultureInfo.InvariantCulture),
        };

    [GeneratedRegex(
        @"\{date:(?<days>[+-]?[0-9]{1,4})d(?: (?<time>(?:[01][0-9]|2[0-3]):[0-5][0-9]))?\|(?<format>rfc822|rfc3339|da|en)\}",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 5_000
    )]
    private static partial Regex DateToken();
}
