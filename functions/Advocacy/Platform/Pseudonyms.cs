using System.Security.Cryptography;
using System.Text;

namespace Advocacy.Platform;

/// <summary>Ids that come from personal data but cannot be guessed from it without the installation's key.</summary>
public sealed class Pseudonyms(Secrets secrets)
{
    /// <summary>The id of whoever has this address, whatever its case: HMAC-SHA256, its first 128 bits.</summary>
    public string OfAddress(string address) => Of("address", address.Trim().ToLowerInvariant());

    /// <summary>An id that is the same each time and yet leads nobody without the key from the event back to the parts.</summary>
    public string OfEvent(params ReadOnlySpan<string> parts) => Of("event", string.Join('\u001f', parts!));

    /// <summary>The id of an event that says of nobody in particular that somebody shared in a week.</summary>
    public string OfParticipation(string employeeId, string week) => OfEvent("participated", employeeId, week);

    private string Of(string kind, string value)
    {
        Span<byte> mac = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(secrets.PseudonymKey.Span, Encoding.UTF8.GetBytes($"{kind}\u001f{value}"), mac);
        return Convert.ToHexStringLower(mac[..16]);
    }
}
