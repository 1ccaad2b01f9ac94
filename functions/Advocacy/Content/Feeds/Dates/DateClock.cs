namespace Advocacy.Content.Feeds.Dates;

/// <summary>The time of day: <c>18</c>, <c>18:22</c>, <c>18.22</c>, <c>18h22</c>, <c>182200</c>, <c>6:22:00.5 PM</c>.</summary>
internal static class DateClock
{
    public static void Read(ref ReadOnlySpan<char> text, ref DateParts parts)
    {
        int minute = 0,
            second = 0;
        var fraction = 0L;
        var digits = DateDigits.Count(text);
        if (digits is 0 or 3 or 5 or > 6)
        {
            parts.IsWrong = true;
            text = text[digits..];
            return;
        }

        var hour = DateDigits.Take(ref text, Math.Min(digits, 2));
        if (digits >= 4)
        {
            minute = DateDigits.Take(ref text, 2);
            second = digits == 6 ? DateDigits.Take(ref text, 2) : 0;
        }
        else if (IsSeparated(text))
        {
            text = text[1..];
            minute = DateDigits.Take(ref text, Math.Min(2, DateDigits.Count(text)));
            if (IsSeparated(text))
            {
                text = text[1..];
                second = DateDigits.Take(ref text, Math.Min(2, DateDigits.Count(text)));
            }
        }

        if (text is ['.' or ',' or ':', >= '0' and <= '9', ..])
        {
            text = text[1..];
            fraction = Fraction(ref text);
        }

        ReadHalf(ref text, ref hour);
        parts.HasTime = true;
        if (hour > 24 || minute > 59 || second > 60 || (hour == 24 && minute + second > 0))
        {
            parts.IsWrong = true;
            return;
        }

        // A leap second has no place in .NET: it is the second before.
        parts.Time = new TimeSpan(hour, minute, Math.Min(second, 59)) + TimeSpan.FromTicks(fraction);
    }

    private static bool IsSeparated(ReadOnlySpan<char> text) =>
        text is [':' or '.' or 'h' or 'H', >= '0' and <= '9', ..];

    /// <summary>In ticks; digits beyond them are dropped.</summary>
    private static long Fraction(ref ReadOnlySpan<char> text)
    {
        var digits = DateDigits.Count(text);
        var ticks = 0L;
        for (var i = 0; i < 7; i++)
        {
            ticks = (ticks * 10) + (i < digits ? text[i] - '0' : 0);
        }

        text = text[digits..];
        return ticks;
    }

    private static void ReadHalf(ref ReadOnlySpan<char> text, ref int hour)
    {
        var rest = text.TrimStart(' ');
        if (rest.Length < 2 || rest[0] is not ('a' or 'A' or 'p' or 'P'))
        {
            return;
        }

        var length =
            rest[1] is 'm' or 'M' ? 2
            : rest is [_, '.', 'm' or 'M', ..] ? 3
            : 0;
        if (length == 0 || (rest.Length > length && char.IsLetter(rest[length])))
        {
            return;
        }

        text = rest[length..];
        if (hour is >= 1 and <= 12)
        {
            hour = (hour % 12) + (rest[0] is 'p' or 'P' ? 12 : 0);
        }
    }
}
