namespace Advocacy.Content.Feeds;

/// <summary>Gives one string for equal short texts: the same few authors and categories come again in every entry.</summary>
internal sealed class TextPool
{
    private const int Longest = 40;

    private readonly string?[] _known = new string?[64];

    public string Of(ReadOnlySpan<char> text)
    {
        if (text.Length is 0 or > Longest)
        {
            return text.ToString();
        }

        ref var known = ref _known[
            (text.Length + (text[0] * 3) + (text[^1] * 7) + (text[text.Length / 2] * 13)) & (_known.Length - 1)
        ];
        return known is not null && text.SequenceEqual(known) ? known : known = text.ToString();
    }
}
