namespace Advocacy.Tone;

/// <summary>What ten digits must be to be a Danish CPR number. Source: CPR-kontoret, "Personnummeret i CPR" (2008).</summary>
internal static class CprNumber
{
    private static readonly int[] s_weights = [4, 3, 2, 7, 6, 5, 4, 3, 2, 1];

    /// <summary>Whether the first six digits are a day, month and year that the calendar has; the seventh tells the century.</summary>
    /// <param name="number">Ten digits, perhaps with a separator after the sixth.</param>
    public static bool HasDate(string number)
    {
        var year = Year(Two(number, 4), number[^4] - '0');
        var month = Two(number, 2);
        return month is >= 1 and <= 12
            && Two(number, 0) is >= 1 and var day
            && day <= DateTime.DaysInMonth(year, month);
    }

    /// <summary>Whether the digits' weighted sum is divisible by 11.</summary>
    /// <inheritdoc cref="HasDate" path="/param"/>
    public static bool MeetsCheckDigit(string number)
    {
        var sum = 0;
        var place = 0;
        foreach (var digit in number.Where(char.IsAsciiDigit))
        {
            sum += s_weights[place++] * (digit - '0');
        }
        return sum % 11 == 0;
    }

    private static int Year(int year, int seventh) =>
        year
        + seventh switch
        {
            <= 3 => 1900,
            4 or 9 => year <= 36 ? 2000 : 1900,
            _ => year <= 57 ? 2000 : 1800,
        };

    private static int Two(string number, int at) => (number[at] - '0') * 10 + (number[at + 1] - '0');
}
