namespace Advocacy.Content.Feeds.Dates;

/// <summary>
/// Zones: numbers, and the names that feeds use. A name that nobody knows means UTC, and so do the single letters of
/// RFC 822, which that RFC itself got wrong (RFC 2822, 4.3).
/// </summary>
internal static class DateZones
{
    /// <summary>Reads all that follows a time.</summary>
    public static void Read(ReadOnlySpan<char> text, ref DateParts parts)
    {
        while (!(text = text.TrimStart(" .,")).IsEmpty)
        {
            if (text[0] is '+' or '-' or '\u2212')
            {
                ReadOffset(ref text, ref parts);
                return;
            }

            var letters = Letters(text);
            if (letters == 0)
            {
                return;
            }

            if (Minutes(text[..letters]) is { } minutes)
            {
                parts.OffsetMinutes = minutes;
            }

            text = text[letters..];
        }
    }

    /// <summary>Sign and digits: <c>+0100</c>, <c>+01:00</c>, <c>+1</c>.</summary>
    public static void ReadOffset(ref ReadOnlySpan<char> text, ref DateParts parts)
    {
        var sign = text[0] == '+' ? 1 : -1;
        text = text[1..].TrimStart(' ');
        var digits = DateDigits.Count(text);
        if (digits is 0 or > 6)
        {
            return;
        }

        var number = DateDigits.Take(ref text, digits);
        var (hours, minutes) = digits switch
        {
            <= 2 => (number, 0),
            <= 4 => (number / 100, number % 100),
            _ => (number / 10_000, number / 100 % 100),
        };
        if (digits <= 2 && text is [':', >= '0' and <= '9', >= '0' and <= '9', ..])
        {
            text = text[1..];
            minutes = DateDigits.Take(ref text, 2);
        }

        // No place on Earth is that far from Greenwich ("+3000" for "+0300"): then the zone is missing.
        parts.OffsetMinutes =
            hours > 14 || minutes > 59 || (hours * 60) + minutes > 14 * 60 ? 0 : sign * ((hours * 60) + minutes);
    }

    public static int Letters(ReadOnlySpan<char> text)
    {
        var count = 0;
        while (count < text.Length && char.IsLetter(text[count]))
        {
            count++;
        }

        return count;
    }

    /// <summary>East of Greenwich; <c>null</c> for a name that is none of ours.</summary>
    public static int? Minutes(ReadOnlySpan<char> name)
    {
        Span<char> upper = stackalloc char[4];
        if (name.Length is < 1 or > 4 || name.ToUpperInvariant(upper) < 1)
        {
            return null;
        }

        return upper[..name.Length] switch
        {
            "Z" or "UT" or "UTC" or "GMT" or "WET" => 0,
            "BST" or "WEST" or "CET" or "MET" or "MEZ" => 60,
            "CEST" or "MEST" or "MESZ" or "EET" or "OEZ" or "SAST" => 120,
            "EEST" or "MSK" => 180,
            "IST" => 330,
            "HKT" or "SGT" or "AWST" => 480,
            "JST" or "KST" => 540,
            "AEST" => 600,
            "AEDT" => 660,
            "NZST" => 720,
            "NZDT" => 780,
            "BRT" or "ADT" => -180,
            "AST" or "AT" or "EDT" => -240,
            "EST" or "CDT" or "ET" => -300,
            "CST" or "MDT" or "CT" => -360,
            "MST" or "PDT" or "MT" => -420,
            "PST" or "PT" or "AKDT" => -480,
            "AKST" => -540,
            "HST" => -600,
            _ => null,
        };
    }
}
