using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Advocacy.Engagement.Conversions;

/// <summary>
/// <c>hex(HMAC-SHA256(key, timestamp + "." + body))</c>: over the bytes as they came, with the time in it, so that what was overheard is of use for
/// minutes only.
/// </summary>
internal static class ConversionSignature
{
    public const string Header = "X-Advocacy-Signature";
    public const string TimestampHeader = "X-Advocacy-Timestamp";

    /// <returns>What is wrong, as a sentence for whoever builds the other side; <c>null</c> where it is right.</returns>
    public static string? Fault(
        string? signature,
        string? timestamp,
        ReadOnlySpan<byte> body,
        IEnumerable<string> keys,
        DateTimeOffset now,
        TimeSpan window
    )
    {
        if (!long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
        {
            return $"{TimestampHeader} is missing or no number; it takes the seconds since 1970 (date +%s).";
        }
        if (signature is not { Length: 2 * HMACSHA256.HashSizeInBytes } || !signature.All(char.IsAsciiHexDigit))
        {
            return $"{Header} is missing or no signature; it takes 64 hexadecimal digits: HMAC-SHA256 of the timestamp, a dot and the body.";
        }
        byte[] signed = [.. Encoding.ASCII.GetBytes($"{timestamp}."), .. body];
        var given = Convert.FromHexString(signature);
        var genuine = false;
        foreach (var key in keys)
        {
            var expected = HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), signed);
            genuine |= CryptographicOperations.FixedTimeEquals(expected, given);
        }
        // After the signature: only who has a key learns of the clock.
        return !genuine
                ? $"{Header} is of none of the keys; sign the timestamp, a dot and the body exactly as they are sent."
            : Math.Abs(now.ToUnixTimeSeconds() - seconds) > window.TotalSeconds
                ? $"{TimestampHeader} is more than {window.TotalSeconds.ToString(CultureInfo.InvariantCulture)} seconds from this machine's time; sign anew when trying again."
            : null;
    }
}
