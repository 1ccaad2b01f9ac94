using Advocacy.Tone;

namespace Advocacy.Desk;

/// <summary>A stretch of a text that the same reasons are about.</summary>
/// <param name="Text">Never empty.</param>
/// <param name="Reasons">Places in the list of reasons, from 0; empty where none is about it.</param>
public sealed record MarkedPart(string Text, IReadOnlyList<int> Reasons);

/// <summary>Cuts a text where reasons begin and end.</summary>
public static class MarkedText
{
    /// <param name="text">As it stands in the post now.</param>
    /// <param name="reasons">About this text; one whose words no longer stand where it says marks nothing.</param>
    public static IReadOnlyList<MarkedPart> Of(string text, IReadOnlyList<ToneReason> reasons)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(reasons);
        var spans = reasons.Index().Where(one => IsIn(text, one.Item)).ToList();
        var cuts = spans
            .SelectMany(one => (int[])[one.Item.Offset!.Value, one.Item.Offset.Value + one.Item.Length!.Value])
            .Append(0)
            .Append(text.Length)
            .Distinct()
            .Order()
            .ToList();
        return
        [
            .. cuts.Zip(cuts.Skip(1))
                .Select(cut => new MarkedPart(
                    text[cut.First..cut.Second],
                    [
                        .. spans
                            .Where(one =>
                                one.Item.Offset <= cut.First && cut.Second <= one.Item.Offset + one.Item.Length
                            )
                            .Select(one => one.Index),
                    ]
                )),
        ];
    }

    private static bool IsIn(string text, ToneReason reason) =>
        reason is { Offset: >= 0 and var offset, Length: > 0 and var length, Quote: { } quote }
        && offset <= text.Length - length
        && string.CompareOrdinal(text, offset, quote, 0, length) == 0
        && quote.Length == length;
}
