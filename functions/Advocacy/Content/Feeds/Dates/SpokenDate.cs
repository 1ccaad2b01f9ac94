namespace Advocacy.Content.Feeds.Dates;

/// <summary>
/// Day, month and year in any order that is clear: <c>Mon, 28 May 2012 18:22:00 GMT</c>, <c>28. maj 2012 kl. 18.22</c>,
/// <c>May 28, 2012</c>, <c>Mon May 28 18:22:00 CEST 2012</c>, <c>28.05.2012</c>. Words that say nothing are passed over.
/// </summary>
internal static class SpokenDate
{
    public static bool TryRead(ReadOnlySpan<char> text, ref DateParts parts)
    {
        parts = default;
        var numbers = new Numbers();
        var isAmerican = false;
        var monthCame = 0;
        while (!text.IsEmpty)
        {
            var digits = DateDigits.Count(text);
            if (digits > 0)
            {
                if (!parts.HasTime && IsTime(text[digits..], numbers.Count + (parts.Month > 0 ? 1 : 0)))
                {
                    var before = text;
                    DateClock.Read(ref text, ref parts);
                    isAmerican |= before[..^text.Length].IndexOfAny("mM") >= 0;
                    DateZonesAfterTime(ref text, ref parts);
                }
                else if (
                    digits > 4
                    || !numbers.TryAdd(DateDigits.Take(ref text, digits), digits, text.IsEmpty ? ' ' : text[0])
                )
                {
                    return false;
                }
            }
            else if (DateZones.Letters(text) is var letters and > 0)
            {
                var word = text[..letters];
                if (MonthNames.Find(word) is var month and > 0 && (parts.Month == 0 || monthCame == 0))
                {
                    // "mar. 5 juin": the first word was a Tuesday.
                    (parts.Month, monthCame) = (month, numbers.Count);
                }
                else if (parts.HasTime && DateZones.Minutes(word) is { } minutes)
                {
                    parts.OffsetMinutes = minutes;
                }

                text = text[letters..];
            }
            else if (text[0] == '(')
            {
                text = text[(text.IndexOf(')') is var close and >= 0 ? close + 1 : text.Length)..];
            }
            else
            {
                text = text[1..];
            }
        }

        return numbers.TryGive(ref parts, isAmerican);
    }

    /// <summary>A colon means a time; a dot or an h does once the date is complete.</summary>
    private static bool IsTime(ReadOnlySpan<char> afterDigits, int known) =>
        afterDigits is [':', >= '0' and <= '9', ..]
        || (known >= 3 && afterDigits is ['.' or 'h' or 'H', >= '0' and <= '9', >= '0' and <= '9', ..]);

    /// <summary>The sign of an offset is told from a hyphen by where it stands: after the time, or after a zone's name.</summary>
    private static void DateZonesAfterTime(ref ReadOnlySpan<char> text, ref DateParts parts)
    {
        var rest = text.TrimStart(' ');
        var letters = DateZones.Letters(rest);
        if (letters > 0 && DateZones.Minutes(rest[..letters]) is { } minutes)
        {
            parts.OffsetMinutes = minutes;
            text = rest = rest[letters..];
            rest = rest.TrimStart(' ');
        }

        if (rest is ['+' or '-' or '\u2212', ..])
        {
            DateZones.ReadOffset(ref rest, ref parts);
            text = rest;
        }
    }

    /// <summary>The numbers of a date that are not its time.</summary>
    private ref struct Numbers
    {
        private (int Value, int Digits, char After) _first;
        private (int Value, int Digits, char After) _second;
        private (int Value, int Digits, char After) _third;

        public int Count { get; private set; }

        public bool TryAdd(int value, int digits, char after)
        {
            switch (Count++)
            {
                case 0:
                    _first = (value, digits, after);
                    return true;
                case 1:
                    _second = (value, digits, after);
                    return true;
                case 2:
                    _third = (value, digits, after);
                    return true;
                default:
                    return false;
            }
        }

        public readonly bool TryGive(ref DateParts parts, bool isAmerican)
        {
            if (parts.Month > 0)
            {
                return Count switch
                {
                    1 when _first.Digits == 4 => Set(ref parts, _first, (1, 1, ' ')),
                    2 => _first.Digits > 2 ? Set(ref parts, _first, _second) : Set(ref parts, _second, _first),
                    _ => false,
                };
            }

            if (Count != 3 || _first.After != _second.After)
            {
                return false;
            }

            var monthFirst = _second.Value > 12 || (_first.After == '/' && isAmerican && _first.Value <= 12);
            parts.Month = monthFirst ? _first.Value : _second.Value;
            var isClear = _first.After != '/' || isAmerican || _first.Value > 12 || _second.Value > 12;
            return (isClear || _first.Value == _second.Value) && Set(ref parts, _third, monthFirst ? _second : _first);
        }

        private static bool Set(ref DateParts parts, (int Value, int Digits, char) year, (int Value, int, char) day)
        {
            // RFC 2822, 4.3: two digits below 50 are this century's; three count from 1900.
            parts.Year = year.Digits switch
            {
                4 => year.Value,
                3 => year.Value + 1900,
                _ => year.Value + (year.Value < 50 ? 2000 : 1900),
            };
            parts.Day = day.Value;
            return true;
        }
    }
}
