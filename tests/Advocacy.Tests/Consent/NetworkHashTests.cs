using System.Net;
using Advocacy.Consent;
using Advocacy.Platform;
using Advocacy.Sharing;
using Microsoft.AspNetCore.Http;

namespace Advocacy.Tests.Consent;

public sealed class NetworkHashTests
{
    private static readonly Secrets s_secrets = new([new byte[32]], Enumerable.Repeat((byte)7, 32).ToArray());

    // What the connection says, X-Forwarded-For, X-Original-For, proxies trusted, whose address it is.
    [Theory]
    // No proxy: what a client says of itself counts for nothing.
    [InlineData("192.0.2.1", null, null, 0, "192.0.2.1")]
    [InlineData("192.0.2.1", "198.51.100.9", null, 0, "192.0.2.1")]
    // One: the address that it added, the last one; with a port, as Azure's front end writes it.
    [InlineData("10.0.0.1", "192.0.2.1:50123", null, 1, "192.0.2.1")]
    [InlineData("10.0.0.1", "203.0.113.5, 198.51.100.9,192.0.2.1:50123", null, 1, "192.0.2.1")]
    [InlineData("10.0.0.1", "[2001:db8::1]:50123", null, 1, "2001:db8::1")]
    [InlineData("10.0.0.1", "2001:db8::1", null, 1, "2001:db8::1")]
    // The same where the worker's middleware took the last one off already.
    [InlineData("192.0.2.1", null, "127.0.0.1:4711", 1, "192.0.2.1")]
    [InlineData("192.0.2.1", "198.51.100.9", "127.0.0.1:4711", 1, "192.0.2.1")]
    // Two: the one that the outer proxy saw.
    [InlineData("10.0.0.1", "198.51.100.9, 192.0.2.1, 203.0.113.5:443", null, 2, "192.0.2.1")]
    [InlineData("203.0.113.5", "198.51.100.9, 192.0.2.1", "127.0.0.1:4711", 2, "192.0.2.1")]
    // Fewer than there should be: the farthest that a proxy of ours saw.
    [InlineData("192.0.2.1", null, null, 1, "192.0.2.1")]
    [InlineData("10.0.0.1", "192.0.2.1", null, 3, "192.0.2.1")]
    public void The_client_is_who_the_outermost_trusted_proxy_saw(
        string connection,
        string? forwarded,
        string? original,
        int proxies,
        string client
    ) => Of(connection, forwarded, original, proxies).ShouldBe(Of(client));

    [Theory]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2:ffff:ffff:ffff:ffff", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:3::1", false)]
    [InlineData("192.0.2.1", "192.0.2.2", false)]
    [InlineData("::ffff:192.0.2.1", "192.0.2.1", true)]
    public void Ipv4_counts_whole_and_ipv6_by_its_network(string one, string other, bool same) =>
        (Of(one) == Of(other)).ShouldBe(same);

    [Theory]
    [InlineData("unknown")]
    [InlineData("_hidden")]
    [InlineData("")]
    public void What_is_no_address_has_no_hash(string forwarded) =>
        Of("10.0.0.1", forwarded, null, proxies: 1).ShouldBeNull();

    [Fact]
    public void No_connection_has_no_hash() => Of(null).ShouldBeNull();

    [Fact]
    public void It_says_nothing_without_the_installations_key_and_is_no_id_of_anything_else()
    {
        var hash = Of("192.0.2.1").ShouldNotBeNull();

        hash.Length.ShouldBe(32);
        hash.ShouldBe(Of("192.0.2.1"));
        var elsewhere = new NetworkHash(s_secrets with { PseudonymKey = new byte[32] }, new SiteOptions());
        elsewhere.Of(Request("192.0.2.1")).ShouldNotBe(hash);
        new Pseudonyms(s_secrets).OfAddress("192.0.2.1").ShouldNotBe(hash);
    }

    [Fact]
    public void Several_headers_are_one_list()
    {
        var request = Request("10.0.0.1");
        request.Headers.Append("X-Forwarded-For", "198.51.100.9");
        request.Headers.Append("X-Forwarded-For", "192.0.2.1");

        new NetworkHash(s_secrets, new SiteOptions { TrustedProxies = 1 }).Of(request).ShouldBe(Of("192.0.2.1"));
    }

    private static string? Of(string? connection, string? forwarded = null, string? original = null, int proxies = 0)
    {
        var request = Request(connection);
        if (forwarded is not null)
        {
            request.Headers["X-Forwarded-For"] = forwarded;
        }
        if (original is not null)
        {
            request.Headers["X-Original-For"] = original;
        }
        return new NetworkHash(s_secrets, new SiteOptions { TrustedProxies = proxies }).Of(request);
    }

    private static HttpRequest Request(string? connection)
    {
        var context = new DefaultHttpContext();
        context.Connection.RemoteIpAddress = connection is null ? null : IPAddress.Parse(connection);
        return context.Request;
    }
}
