using System.Collections.Frozen;

namespace Advocacy.Content;

/// <summary>Hosts whose addresses only lead on: behind two of them may be one page.</summary>
internal static class ShortLinkHosts
{
    private static readonly FrozenSet<string> s_hosts = FrozenSet.ToFrozenSet([
        "bit.ly",
        "buff.ly",
        "dlvr.it",
        "fb.me",
        "feedproxy.google.com",
        "goo.gl",
        "hubs.la",
        "hubs.li",
        "hubs.ly",
        "ift.tt",
        "is.gd",
        "lnkd.in",
        "ow.ly",
        "rebrand.ly",
        "t.co",
        "t.ly",
        "tinyurl.com",
        "trib.al",
    ]);

    public static bool Has(string url) =>
        Uri.TryCreate(url.Trim(), UriKind.Absolute, out var uri)
        && (s_hosts.Contains(uri.IdnHost.ToLowerInvariant()) || IsFeedBurner(uri));

    private static bool IsFeedBurner(Uri uri) =>
        uri.IdnHost.Equals("feeds.feedburner.com", StringComparison.OrdinalIgnoreCase)
        && uri.AbsolutePath.StartsWith("/~r/", StringComparison.Ordinal);
}
