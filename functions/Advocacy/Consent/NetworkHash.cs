using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using Advocacy.Platform;
using Advocacy.Sharing;
using Microsoft.AspNetCore.Http;

namespace Advocacy.Consent;

/// <summary>
/// Where a request came from, as evidence that can be compared and not read: an HMAC of the client's network address under a key of this
/// installation. The address itself is neither stored nor logged. Two requests from one place give one hash; whoever holds the
/// key could try all IPv4 addresses, so it stays personal data and goes with the event that carries it.
/// </summary>
public sealed class NetworkHash(Secrets secrets, SiteOptions site)
{
    private const string ForwardedFor = "X-Forwarded-For";

    /// <summary>Where a proxy's middleware that took the last address off the header puts the address that it replaced.</summary>
    private const string OriginalFor = "X-Original-For";

    private const int PrefixBytes = 8;

    // A key of its own: what is known of these hashes says nothing of people's ids, which come from the same secret.
    private readonly byte[] _key = HKDF.DeriveKey(
        HashAlgorithmName.SHA256,
        secrets.PseudonymKey.ToArray(),
        outputLength: 32,
        info: "advocacy network hash"u8.ToArray()
    );

    /// <summary>32 lower-case hexadecimal characters; <c>null</c> where no address is known.</summary>
    public string? Of(HttpRequest request)
    {
        if (ClientOf(request) is not { } address)
        {
            return null;
        }
        Span<byte> mac = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(_key, Network(address), mac);
        return Convert.ToHexStringLower(mac[..16]);
    }

    /// <summary>
    /// The address that the outermost trusted proxy saw. What stands before it in the header is the client's own word, which anyone
    /// can make up.
    /// </summary>
    private IPAddress? ClientOf(HttpRequest request)
    {
        var connection = request.HttpContext.Connection.RemoteIpAddress;
        if (site.TrustedProxies == 0)
        {
            return connection;
        }
        // The way of the request, the farthest first; each proxy that we trust added the address that it saw.
        var way = new List<string?>(request.Headers[ForwardedFor].SelectMany(line => (line ?? "").Split(',')))
        {
            connection?.ToString(),
        };
        if (request.Headers.TryGetValue(OriginalFor, out var original))
        {
            // The worker's own middleware has moved the last address into the connection already; the connection was one hop more.
            way.Add(original);
        }
        return Parse(way[Math.Max(way.Count - 1 - site.TrustedProxies, 0)]);
    }

    /// <summary>An address as proxies write it: with or without a port, IPv6 with or without brackets.</summary>
    private static IPAddress? Parse(string? text) =>
        IPAddress.TryParse(text?.Trim(), out var address) ? address
        : IPEndPoint.TryParse(text?.Trim() ?? "", out var endpoint) ? endpoint.Address
        : null;

    /// <summary>IPv4 whole. Of IPv6 the /64: it is one line's or one device's, whose lower half changes by the day.</summary>
    private static ReadOnlySpan<byte> Network(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        var bytes = plain.GetAddressBytes();
        return plain.AddressFamily == AddressFamily.InterNetworkV6 ? bytes.AsSpan(0, PrefixBytes) : bytes;
    }
}
