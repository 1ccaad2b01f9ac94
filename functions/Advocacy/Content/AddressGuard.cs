using System.Net;
using System.Net.Sockets;

namespace Advocacy.Content;

/// <summary>
/// Which addresses may be fetched from: those of the public internet. A feed's or a drop's author must not reach through us what
/// only our machine can reach (IANA's special-purpose registries, RFC 6890; Azure's own 168.63.129.16).
/// </summary>
internal static class AddressGuard
{
    private static readonly (IPNetwork Network, string Name)[] s_refused =
    [
        .. Named("unspecified", "0.0.0.0/8"),
        .. Named("private", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"),
        .. Named("shared by a carrier", "100.64.0.0/10"),
        .. Named("link-local or a cloud's metadata", "169.254.0.0/16"),
        .. Named("a cloud's own", "168.63.129.16/32"),
        .. Named("reserved", "192.0.0.0/24", "192.88.99.0/24", "198.18.0.0/15", "240.0.0.0/4"),
        .. Named("for documentation", "192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24"),
        .. Named("multicast", "224.0.0.0/4"),
        // IPv6: only 2000::/3 is public, and these are not.
        .. Named("a tunnel", "2001::/32"),
        .. Named("reserved", "2001:10::/28", "2001:20::/28"),
        .. Named("for documentation", "2001:db8::/32", "3fff::/20"),
    ];

    private static readonly IPNetwork s_loopback = IPNetwork.Parse("127.0.0.0/8");
    private static readonly IPNetwork s_public6 = IPNetwork.Parse("2000::/3");
    private static readonly IPNetwork s_nat64 = IPNetwork.Parse("64:ff9b::/96");
    private static readonly IPNetwork s_6to4 = IPNetwork.Parse("2002::/16");

    /// <summary>Why this address is not connected to, as the end of a sentence ("… is private"); <c>null</c> where it may be.</summary>
    public static string? Refusal(IPAddress address, bool allowLoopback)
    {
        var plain = Unwrapped(address);
        if (s_loopback.Contains(plain) || plain.Equals(IPAddress.IPv6Loopback))
        {
            return allowLoopback ? null : "this machine itself";
        }
        foreach (var (network, name) in s_refused)
        {
            if (network.Contains(plain))
            {
                return name;
            }
        }
        return plain.AddressFamily switch
        {
            AddressFamily.InterNetwork => null,
            AddressFamily.InterNetworkV6 when s_public6.Contains(plain) => null,
            _ => "not public",
        };
    }

    /// <summary>The IPv4 address that a mapped, NAT64 or 6to4 address stands for; any other address as it is.</summary>
    private static IPAddress Unwrapped(IPAddress address)
    {
        if (address.AddressFamily != AddressFamily.InterNetworkV6)
        {
            return address;
        }
        Span<byte> bytes = stackalloc byte[16];
        address.TryWriteBytes(bytes, out _);
        if (address.IsIPv4MappedToIPv6)
        {
            return new IPAddress(bytes[12..]);
        }
        // A scope ("fe80::1%2") would keep a network from matching.
        var plain = new IPAddress(bytes);
        if (s_nat64.Contains(plain))
        {
            return new IPAddress(bytes[12..]);
        }
        return s_6to4.Contains(plain) ? new IPAddress(bytes[2..6]) : plain;
    }

    private static IEnumerable<(IPNetwork Network, string Name)> Named(string name, params string[] networks) =>
        networks.Select(network => (IPNetwork.Parse(network), name));
}
