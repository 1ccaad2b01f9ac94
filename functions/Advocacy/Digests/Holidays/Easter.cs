namespace Advocacy.Digests.Holidays;

/// <summary>Easter Sunday of the western churches, on which most movable holidays hang.</summary>
internal static class Easter
{
    /// <summary>The Gregorian computus; source: Meeus, Astronomical Algorithms, chapter 8 (Butcher's rule of 1876), good for every year from 1583.</summary>
    public static DateOnly SundayOf(int year)
    {
        var golden = year % 19;
        var (century, yearOfCentury) = Math.DivRem(year, 100);
        var (leapCenturies, restOfCentury) = Math.DivRem(century, 4);
        var moonShift = (century - (century + 8) / 25 + 1) / 3;
        var epact = (19 * golden + century - leapCenturies - moonShift + 15) % 30;
        var (leaps, rest) = Math.DivRem(yearOfCentury, 4);
        var toSunday = (32 + 2 * restOfCentury + 2 * leaps - epact - rest) % 7;
        var late = (golden + 11 * epact + 22 * toSunday) / 451;
        var (month, day) = Math.DivRem(epact + toSunday - 7 * late + 114, 31);
        return new DateOnly(year, month, day + 1);
    }
}
