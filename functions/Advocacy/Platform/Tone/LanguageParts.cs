using System.Globalization;

namespace Advocacy.Platform.Tone;

/// <summary>
/// Cuts a text into parts that Azure AI Language takes: at most 5,120 text elements each, cut where a sentence ends. All parts are
/// judged: a post must not pass because what is wrong with it comes late.
/// </summary>
internal static class LanguageParts
{
    /// <summary>The service's limit for one document, counted as <see cref="StringInfo"/> counts.</summary>
    public const int MostElements = 5_120;

    /// <summary>
    /// UTF-16 units in one request. Each takes up to six bytes in JSON, and a request may have 1 MB; only emoji and piled-up accents,
    /// many units to a text element, come near.
    /// </summary>
    public const int MostChars = 150_000;

    /// <summary>In order, without the white space around them; none for a text of white space.</summary>
    public static IEnumerable<string> Of(string text, bool danish)
    {
        var start = 0;
        while (start < text.Length)
        {
            var length = End(text.AsSpan(start), danish);
            var part = text.Substring(start, length).Trim();
            if (part.Length > 0)
            {
                yield return part;
            }
            start += length;
        }
    }

    private static int End(ReadOnlySpan<char> text, bool danish)
    {
        var limit = Whole(text, MostChars);
        if (limit == text.Length)
        {
            return limit;
        }

        var end = 0;
        var sentences = new LexiconSentences(text, danish);
        while (
            sentences.MoveNext()
            && text.Overlaps(sentences.Current, out var start)
            && start + sentences.Current.Length <= limit
        )
        {
            end = start + sentences.Current.Length;
        }
        // A sentence without end was cut anywhere: not between the parts of an emoji.
        end = Whole(text, end);
        return end > 0 ? end
            : limit > 0 ? limit
            : Inside(text);
    }

    /// <summary>How many of the first <paramref name="most"/> units make whole text elements, and no more of them than allowed.</summary>
    private static int Whole(ReadOnlySpan<char> text, int most)
    {
        var end = 0;
        for (var elements = 0; elements < MostElements && end < text.Length; elements++)
        {
            var next = end + StringInfo.GetNextTextElementLength(text[end..]);
            if (next > most)
            {
                break;
            }
            end = next;
        }
        return end;
    }

    /// <summary>One endless text element must be cut inside, but not between the halves of a surrogate pair.</summary>
    private static int Inside(ReadOnlySpan<char> text) =>
        char.IsLowSurrogate(text[MostChars]) ? MostChars - 1 : MostChars;
}
