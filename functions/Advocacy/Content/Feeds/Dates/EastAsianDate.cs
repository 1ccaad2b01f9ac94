using System.Buffers;

namespace Advocacy.Content.Feeds.Dates;

/// <summary>
/// <c>2004년 05월 28일 오후 01:31:15</c>, <c>2012年5月28日 18:22</c>, <c>2004-05-25 오후 11:23:17</c>: written in digits alone, they are
/// dates of <see cref="IsoDate"/>. Korean means Korea's zone.
/// </summary>
internal static class EastAsianDate
{
    private const int KoreanOffset = 9 * 60;

    private static readonly SearchValues<char> s_signs = SearchValues.Create("년年月월일日오午");

    public static bool TryRead(ReadOnlySpan<char> text, ref DateParts parts)
    {
        if (!text.ContainsAny(s_signs))
        {
            return false;
        }

        Span<char> plain = stackalloc char[text.Length + 3];
        var length = 0;
        var half = "";
        var isKorean = false;
        for (var i = 0; i < text.Length; i++)
        {
            isKorean |= text[i] is >= '\uAC00' and <= '\uD7A3';
            switch (text[i])
            {
                case '년' or '年' or '월' or '月':
                    plain[length++] = '-';
                    i += text[(i + 1)..].IndexOfAnyExcept(' ') is var spaces and > 0 ? spaces : 0;
                    break;
                case '오' or '午':
                    // Noon: the sign beside it says which side of it.
                    break;
                case '전' or '前' or '上':
                    half = " AM";
                    break;
                case '후' or '後' or '下':
                    half = " PM";
                    break;
                case '일' or '日':
                    plain[length++] = ' ';
                    break;
                default:
                    plain[length++] = text[i];
                    break;
            }
        }

        half.CopyTo(plain[length..]);
        if (!IsoDate.TryRead(plain[..(length + half.Length)].Trim(), ref parts))
        {
            return false;
        }

        parts.OffsetMinutes = isKorean && parts.OffsetMinutes == 0 ? KoreanOffset : parts.OffsetMinutes;
        return true;
    }
}
