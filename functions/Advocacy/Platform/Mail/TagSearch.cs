using System.Buffers;

namespace Advocacy.Platform.Mail;

/// <summary>
/// Finds tags in a text. A search for many strings at once (<c>SearchValues</c>) is faster in the text and slower to prepare, and a batch
/// is searched three times: this prepares next to nothing.
/// </summary>
internal sealed class TagSearch
{
    private readonly SearchValues<char> _first;

    // Longest first. Tags of a rendering have few lengths, and most begin and end alike.
    private readonly (
        int Length,
        HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Tags,
        SearchValues<char> Last
    )[] _byLength;

    public TagSearch(IReadOnlyCollection<string> tags)
    {
        var all = tags.Where(tag => tag.Length > 0).ToList();
        _first = SearchValues.Create([.. all.Select(tag => tag[0]).Distinct()]);
        _byLength =
        [
            .. all.GroupBy(tag => tag.Length)
                .OrderByDescending(group => group.Key)
                .Select(group =>
                    (
                        group.Key,
                        group.ToHashSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>(),
                        SearchValues.Create([.. group.Select(tag => tag[^1]).Distinct()])
                    )
                ),
        ];
    }

    /// <summary>The first tag that begins at <paramref name="from"/> or later; the longest of those that begin there.</summary>
    public (int At, string Tag)? Next(string text, int from)
    {
        while (text.AsSpan(from).IndexOfAny(_first) is var step && step >= 0)
        {
            from += step;
            foreach (var (length, tags, last) in _byLength)
            {
                if (
                    from + length <= text.Length
                    && last.Contains(text[from + length - 1])
                    && tags.TryGetValue(text.AsSpan(from, length), out var tag)
                )
                {
                    return (from, tag);
                }
            }
            from++;
        }
        return null;
    }
}
