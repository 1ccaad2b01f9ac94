using System.Buffers;

namespace Advocacy.Content.Feeds.Markup;

/// <summary>Finds where a declaration (<c>&lt;!DOCTYPE … [ … ]&gt;</c>) ends, without reading what it declares.</summary>
internal static class MarkupDeclaration
{
    private static readonly SearchValues<char> Structure = SearchValues.Create("<>[]\"'");

    /// <param name="text">Begins with <c>&lt;!</c>.</param>
    /// <returns>-1 where the end is not in the text.</returns>
    public static int Length(ReadOnlySpan<char> text)
    {
        var nested = 0;
        var inSubset = false;
        for (var i = 2; i < text.Length; i++)
        {
            var step = text[i..].IndexOfAny(Structure);
            if (step < 0)
            {
                return -1;
            }

            i += step;
            switch (text[i])
            {
                case '[':
                    inSubset = true;
                    break;
                case ']':
                    (inSubset, nested) = (false, 0);
                    break;
                case '>' when nested > 0:
                    nested--;
                    break;
                case '>' when !inSubset:
                    return i + 1;
                case '>':
                    break;
                default:
                    var skip = Nested(text[i..]);
                    if (skip < 0)
                    {
                        return -1;
                    }

                    nested += skip == 1 ? 1 : 0;
                    i += skip - 1;
                    break;
            }
        }

        return -1;
    }

    /// <summary>The length of a quoted string, comment or instruction; 1 for a declaration's bracket; -1 for no end.</summary>
    private static int Nested(ReadOnlySpan<char> text)
    {
        var end = text switch
        {
            ['<', '!', '-', '-', ..] => "-->",
            ['<', '?', ..] => "?>",
            ['"', ..] => "\"",
            ['\'', ..] => "'",
            _ => "",
        };
        if (end.Length == 0)
        {
            return 1;
        }

        var found = text[1..].IndexOf(end);
        return found < 0 ? -1 : found + 1 + end.Length;
    }
}
