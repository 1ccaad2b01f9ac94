using System.Security.Cryptography;
using System.Text;

namespace Advocacy.Platform;

/// <summary>Opaque ids: 32 lower-case hexadecimal characters, random or derived.</summary>
public static class Ids
{
    public static string New() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    /// <summary>The same parts give the same id on every machine. Not for personal data: use <see cref="Pseudonyms"/>.</summary>
    public static string Of(params ReadOnlySpan<string> parts)
    {
        // A separator that no part contains keeps ("a","bc") apart from ("ab","c").
        var joined = string.Join('\u001f', parts!);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(joined), hash);
        return Convert.ToHexStringLower(hash[..16]);
    }
}
