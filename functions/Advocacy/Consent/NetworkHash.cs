using Advocacy.Platform;
using Microsoft.AspNetCore.Http;

namespace Advocacy.Consent;

/// <summary>From a request to a salted hash of the network that it came from.</summary>
public sealed class NetworkHash(Pseudonyms pseudonyms)
{
    /// <summary><c>null</c> where the request came from no network.</summary>
    public string? Of(HttpRequest request)
    {
        if (request.HttpContext.Connection.RemoteIpAddress is not { } address)
        {
            return null;
        }
        var bytes = (address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address).GetAddressBytes();
        // Whoever has an IPv6 address has a whole /64 of them.
        return pseudonyms.OfEvent("network", Convert.ToHexString(bytes.AsSpan(0, Math.Min(bytes.Length, 8))));
    }
}
