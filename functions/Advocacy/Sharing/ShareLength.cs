using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Advocacy.Sharing;

/// <summary>
/// How long a text each channel takes, and how it counts. Sources, read in 2026-11: twitter-text's configuration v3 and its rules for
/// links (X); docs.joinmastodon.org (Mastodon's default, a server may allow more); Bluesky's app and its lexicon app.bsky.feed.post; Meta's
/// documentation of Threads posts; LinkedIn's and Reddit's help pages. Where a rule is not published the stricter reading is taken: a text
/// that is refused at the end helps nobody.
/// </summary>
public static partial class ShareLength
{
    /// <summary>X and Mastodon count every link as this many characters, whatever its length.</summary>
    private const int CountedLink = 23;

    private static readonly Dictionary<string, Rule> Rules = new(StringComparer.Ordinal)
    {
        ["linkedin"] = new(3_000, text => text.Length),
        ["facebook"] = new(63_206, text => text.Length),
        ["x"] = new(280, Weighted),
        ["bluesky"] = new(300, ShortenedLinks),
        ["threads"] = new(500, EmojiInBytes),
        ["mastodon"] = new(500, LinksAlike),
        // A forum post's length is its title's: that is what a link post consists of.
        ["reddit"] = new(300, text => text.Length),
        ["teams"] = new(4_000, text => text.Length),
        // The address that opens the writer's own program carries it, and some programs cut addresses beyond this.
        ["mail"] = new(1_800, text => text.Length),
        ["whatsapp"] = new(4_096, text => text.Length),
    };

    /// <summary>The most that a channel takes, links included, in the unit of <see cref="Count"/>; <c>null</c> for a channel that is not known.</summary>
    /// <param name="channel">As <see cref="ShareText.Channel"/> names it.</param>
    public static int? MostOf(string channel) => Rules.GetValueOrDefault(channel)?.Most;

    /// <summary>A text's length as the channel counts it; as a reader counts (text elements) where the channel is not known.</summary>
    public static int Count(string channel, string text) =>
        Rules.TryGetValue(channel, out var rule) ? rule.Count(text) : Graphemes(text);

    private static int Graphemes(string text) => new StringInfo(text).LengthInTextElements;

    private static int LinksAlike(string text)
    {
        var links = WholeLink().Matches(text);
        return Graphemes(WholeLink().Replace(text, "")) + (CountedLink * links.Count);
    }

    // Its app writes a link as its host and the first 13 characters of a path longer than 15, and counts that; the 3,000 bytes that a
    // post may have besides bind only texts of many emoji.
    private static int ShortenedLinks(string text)
    {
        var shown = WholeLink()
            .Replace(
                text,
                link =>
                    Uri.TryCreate(link.Value, UriKind.Absolute, out var url)
                        ? url.Authority + ShortPath(url.PathAndQuery + url.Fragment)
                        : link.Value
            );
        return Math.Max(Graphemes(shown), (Encoding.UTF8.GetByteCount(shown) + 9) / 10);
    }

    private static string ShortPath(string path) => path.Length > 15 ? path[..13] + "..." : path;

    // X normalises, then weighs a character of the Latin and similar scripts 1, every other one 2, and an emoji 2 however many
    // characters it is made of. A bare address is a link too, unless it is no more than a name and a country ("m.fl").
    private static int Weighted(string text)
    {
        var links = 0;
        var rest = AnyLink()
            .Replace(
                WholeRunes(text).Normalize(),
                _ =>
                {
                    links++;
                    return "";
                }
            );
        var weight = CountedLink * links;
        foreach (var element in Elements(rest))
        {
            weight += IsEmoji(element) ? 2 : element.EnumerateRunes().Sum(rune => IsLight(rune) ? 1 : 2);
        }
        return weight;
    }

    private static int EmojiInBytes(string text) =>
        Elements(text).Sum(element => IsEmoji(element) ? Encoding.UTF8.GetByteCount(element) : 1);

    // Half a character cannot be normalised; it is shown as one that says so.
    private static string WholeRunes(string text) => string.Concat(text.EnumerateRunes());

    private static IEnumerable<string> Elements(string text)
    {
        var elements = StringInfo.GetTextElementEnumerator(text);
        while (elements.MoveNext())
        {
            yield return elements.GetTextElement();
        }
    }

    // Unicode's pictures lie in these blocks; elsewhere a variation selector or a keycap makes a sign one.
    private static bool IsEmoji(string element) =>
        Rune.DecodeFromUtf16(element, out var first, out _) == OperationStatus.Done
        && (
            first.Value is >= 0x1F000 and <= 0x1FAFF
            || element.Contains('\uFE0F', StringComparison.Ordinal)
            || element.Contains('\u20E3', StringComparison.Ordinal)
        );

    private static bool IsLight(Rune rune) =>
        rune.Value is <= 4351 or (>= 8192 and <= 8205) or (>= 8208 and <= 8223) or (>= 8242 and <= 8247);

    [GeneratedRegex(@"https?://[^\s<>""“”»«]*[^\s<>""“”»«.,;:!?')\]]", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex WholeLink();

    [GeneratedRegex(
        @"https?://[^\s<>""“”»«]*[^\s<>""“”»«.,;:!?')\]]"
            + @"|(?<![\w@./-])(?:[\w-]+\.)+(?:com|org|net|info|biz|edu|gov|eu|io|app|dev|energy|shop|news|online|site|tech|co|tv)(?![\w@-])(?:/[^\s<>""“”»«]*[^\s<>""“”»«.,;:!?')\]])?"
            + @"|(?<![\w@./-])(?:[\w-]+\.){2,}[a-z]{2}(?![\w@-])(?:/[^\s<>""“”»«]*[^\s<>""“”»«.,;:!?')\]])?"
            + @"|(?<![\w@./-])[\w-]+\.[a-z]{2}/[^\s<>""“”»«]*[^\s<>""“”»«.,;:!?')\]]",
        RegexOptions.IgnoreCase,
        1000
    )]
    private static partial Regex AnyLink();

    /// <param name="Most">In the unit that <paramref name="Count"/> counts.</param>
    private sealed record Rule(int Most, Func<string, int> Count);
}
