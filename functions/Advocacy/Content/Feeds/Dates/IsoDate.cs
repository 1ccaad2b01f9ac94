using System.Globalization;

namespace Advocacy.Content.Feeds.Dates;

/// <summary>Year first: <c>2012</c>, <c>2012-05</c>, <c>2012-05-28T18:22Z</c>, <c>20120528182200</c>, <c>2012-149</c>, <c>2012-W22-1</c>.</summary>
internal static class IsoDate
{
    public static bool TryRead(ReadOnlySpan<char> text, ref DateParts parts)
    {
        var digits = DateDigits.Count(text);
        if (digits == text.Length && digits is >= 9 and <= 13 and not 12)
        {
            return TryUnixTime(text, ref parts);
        }

        if (digits is not (4 or 6 or 7 or 8 or 12 or 14))
        {
            return false;
        }

        parts.Year = DateDigits.Take(ref text, 4);
        if (!TryDay(ref text, digits, ref parts))
        {
            return false;
        }

        if (digits > 8)
        {
            DateClock.Read(ref text, ref parts);
        }

        text = text.TrimStart(" Tt,_:");
        if (!parts.HasTime && DateDigits.Count(text) > 0)
        {
            DateClock.Read(ref text, ref parts);
        }

        DateZones.Read(text, ref parts);
        return true;
    }

    private static bool TryDay(ref ReadOnlySpan<char> text, int digits, ref DateParts parts)
    {
        (parts.Month, parts.Day) = (1, 1);
        if (digits > 4)
        {
            if (digits == 7)
            {
                SetDayOfYear(DateDigits.Take(ref text, 3), ref parts);
                return true;
            }

            parts.Month = DateDigits.Take(ref text, 2);
            parts.Day = digits == 6 ? 1 : DateDigits.Take(ref text, 2);
            return true;
        }

        var separator = text.IsEmpty ? '\0' : text[0];
        if (separator is 'W' or 'w')
        {
            return TryWeek(ref text, ref parts);
        }

        if (separator is not ('-' or '/' or '.'))
        {
            return text.IsEmpty;
        }

        text = text[1..];
        if (text is ['W' or 'w', ..])
        {
            return TryWeek(ref text, ref parts);
        }

        switch (DateDigits.Count(text))
        {
            case 3 when text is ['0', _, _, '-', >= '0' and <= '9', ..]:
                // "2003-012-31", as one large host wrote it.
                parts.Month = DateDigits.Take(ref text, 3);
                break;
            case 3:
                SetDayOfYear(DateDigits.Take(ref text, 3), ref parts);
                return true;
            case 1 or 2:
                parts.Month = DateDigits.Take(ref text, DateDigits.Count(text));
                break;
            default:
                return false;
        }

        if (!text.IsEmpty && text[0] == separator && DateDigits.Count(text[1..]) is 1 or 2)
        {
            text = text[1..];
            parts.Day = DateDigits.Take(ref text, DateDigits.Count(text));
        }

        return true;
    }

    private static bool TryWeek(ref ReadOnlySpan<char> text, ref DateParts parts)
    {
        text = text[1..];
        if (DateDigits.Count(text) is not (2 or 3) and var count)
        {
            parts.IsWrong = count >= 0;
            return false;
        }

        var week = DateDigits.Take(ref text, 2);
        text = text.TrimStart('-');
        var day = DateDigits.Count(text) == 1 ? DateDigits.Take(ref text, 1) : 1;
        if (week is < 1 or > 53 || day is < 1 or > 7 || parts.Year is < 1 or > 9998)
        {
            parts.IsWrong = true;
            return true;
        }

        var date = ISOWeek.ToDateTime(parts.Year, week, day == 7 ? DayOfWeek.Sunday : (DayOfWeek)day);
        (parts.Year, parts.Month, parts.Day) = (date.Year, date.Month, date.Day);
        return true;
    }

    private static void SetDayOfYear(int day, ref DateParts parts)
    {
        if (parts.Year < 1 || day < 1 || day > (DateTime.IsLeapYear(parts.Year) ? 366 : 365))
        {
            parts.IsWrong = true;
            return;
        }

        var date = new DateTime(parts.Year, 1, 1, 0, 0, 0, DateTimeKind.Unspecified).AddDays(day - 1);
        (parts.Month, parts.Day) = (date.Month, date.Day);
    }

    private static bool TryUnixTime(ReadOnlySpan<char> text, ref DateParts parts)
    {
        var number = long.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
        var date = DateTimeOffset.FromUnixTimeMilliseconds(text.Length == 13 ? number : number * 1000);
        (parts.Year, parts.Month, parts.Day) = (date.Year, date.Month, date.Day);
        (parts.Time, parts.HasTime) = (date.TimeOfDay, true);
        return true;
    }
}
