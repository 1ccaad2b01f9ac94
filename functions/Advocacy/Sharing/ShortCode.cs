using System.Buffers.Text;
using System.Text.RegularExpressions;

namespace Advocacy.Sharing;

/// <summary>
/// What stands in a short link, for example <c>T9bZ0m2tS1-q7wR4xY8vCA-linkedin-2026w48</c>: the post, where it was shared, and the edition that
/// offered it. It holds no address, so it can lead nowhere but to a post that the store knows.
/// </summary>
internal static partial class ShortCode
{
    /// <summary>Characters of a post's 16 bytes in base64.</summary>
    private const int IdLength = 22;

    private const int Longest = IdLength + 1 + 20 + 1 + 7;

    public static string Of(LinkMark mark)
    {
        var code = $"{Base64Url.EncodeToString(Convert.FromHexString(mark.PostId))}-{mark.Channel}";
        return mark.EditionId is { } edition && Edition().IsMatch(edition)
            ? $"{code}-{edition[..4]}w{edition[6..]}"
            : code;
    }

    /// <summary><c>null</c> where it is no code of ours.</summary>
    public static LinkMark? Read(string? code)
    {
        if (
            code is null
            || code.Length is <= IdLength or > Longest
            || Rest().Match(code, IdLength) is not { Success: true } rest
        )
        {
            return null;
        }
        Span<byte> id = stackalloc byte[16];
        // What is no base64 at all makes the decoder throw instead of saying so.
        return
            Base64Url.IsValid(code.AsSpan(0, IdLength))
            && Base64Url.TryDecodeFromChars(code.AsSpan(0, IdLength), id, out var bytes)
            && bytes == id.Length
            ? new LinkMark(
                rest.Groups["channel"].Value,
                rest.Groups["year"].Success ? $"{rest.Groups["year"]}-W{rest.Groups["week"]}" : null,
                Convert.ToHexStringLower(id)
            )
            : null;
    }

    [GeneratedRegex(@"^[0-9]{4}-W[0-9]{2}\z", RegexOptions.None, 1000)]
    private static partial Regex Edition();

    [GeneratedRegex(
        @"\G-(?<channel>[a-z]{1,20})(-(?<year>20[0-9]{2})w(?<week>0[1-9]|[1-4][0-9]|5[0-3]))?\z",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Rest();
}
