namespace Advocacy.Content.Feeds.Dates;

/// <summary>
/// Dates as feeds write them: RFC 822, ISO 8601 and W3C-DTF, what C and Java print, and the broken forms of all of these.
/// The weekday is not believed, a missing zone means UTC, and what could mean two days (<c>3/4/2012</c>) means none.
/// </summary>
internal static class FeedDates
{
    private const int Longest = 120;

    public static bool TryParse(ReadOnlySpan<char> text, out DateTimeOffset date)
    {
        text = text.Trim();
        date = default;
        if (text.IsEmpty || text.Length > Longest)
        {
            return false;
        }

        var parts = new DateParts();
        return (
                MailDate.TryRead(text, ref parts)
                || EastAsianDate.TryRead(text, ref parts)
                || IsoDate.TryRead(WithoutWeekday(text), ref parts)
                || SpokenDate.TryRead(text, ref parts)
            ) && parts.TryGive(out date);
    }

    /// <summary>"Fri, 2006/09/15": without its first word.</summary>
    private static ReadOnlySpan<char> WithoutWeekday(ReadOnlySpan<char> text)
    {
        var letters = DateZones.Letters(text);
        return letters > 1 && text[letters..] is [',', ' ', ..] ? text[(letters + 2)..] : text;
    }
}

/// <summary>What a date says, before anyone checked whether such a day exists.</summary>
internal struct DateParts
{
    public int Year;
    public int Month;
    public int Day;
    public bool HasTime;
    public TimeSpan Time;
    public int OffsetMinutes;
    public bool IsWrong;

    public readonly bool TryGive(out DateTimeOffset date)
    {
        date = default;

        // .NET's and Unix's "no date" are no dates; nor are typing errors some centuries away.
        if (
            IsWrong
            || Year is < 1900 or > 2999
            || Month is < 1 or > 12
            || Day < 1
            || Day > DateTime.DaysInMonth(Year, Month)
        )
        {
            return false;
        }

        var midnight = new DateTime(Year, Month, Day, 0, 0, 0, DateTimeKind.Unspecified);
        date = new DateTimeOffset(midnight + Time, TimeSpan.FromMinutes(OffsetMinutes));
        return true;
    }
}

/// <summary>Takes numbers off the front of a text.</summary>
internal static class DateDigits
{
    public static int Count(ReadOnlySpan<char> text)
    {
        var count = text.IndexOfAnyExceptInRange('0', '9');
        return count < 0 ? text.Length : count;
    }

    /// <summary>At most nine digits.</summary>
    public static int Take(ref ReadOnlySpan<char> text, int count)
    {
        var number = 0;
        foreach (var digit in text[..count])
        {
            number = (number * 10) + digit - '0';
        }

        text = text[count..];
        return number;
    }
}
