using System.Buffers;

namespace Advocacy.Content.Feeds.Markup;

/// <summary>Finds where a tag ends.</summary>
internal static class MarkupTag
{
    private static readonly SearchValues<char> Structure = SearchValues.Create("<>\"'");
    private static readonly SearchValues<char> AfterName = SearchValues.Create(" \t\r\n/><");

    /// <summary>Where the name that begins at this place ends.</summary>
    public static int NameEnd(ReadOnlySpan<char> text, int i)
    {
        var length = text[i..].IndexOfAny(AfterName);
        return length < 0 ? text.Length : i + length;
    }

    /// <returns>With both brackets; without the second one where the next tag begins before it; -1 where more text is needed.</returns>
    public static int Length(ReadOnlySpan<char> unread, bool mistrustsQuotes)
    {
        // Nearly always: as many quotes before the bracket as there should be, and nothing that makes them doubtful.
        var first = unread.IndexOf('>');
        if (first > 0)
        {
            var inside = unread[1..first];
            if (inside.IndexOfAny('<', '\'') < 0 && inside.Count('"') % 2 == 0)
            {
                return first + 1;
            }
        }

        var i = 1;
        while (true)
        {
            var step = unread[i..].IndexOfAny(Structure);
            if (step < 0)
            {
                return -1;
            }

            i += step;
            if (unread[i] == '>')
            {
                return i + 1;
            }

            if (unread[i] == '<')
            {
                return i;
            }

            if (!mistrustsQuotes && (unread[i - 1] == '=' || unread[..i].TrimEnd()[^1] == '='))
            {
                var close = unread[(i + 1)..].IndexOf(unread[i]);
                if (close < 0)
                {
                    return -1;
                }

                i += close + 1;
            }

            i++;
        }
    }
}
