using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Advocacy.Content;

/// <summary>One spelling for each page, so that a post dropped by a person and harvested from two feeds is one post.</summary>
/// <remarks>
/// Careful rather than clever: two addresses that a server could tell apart (http and https, <c>/a</c> and <c>/a/</c>, another
/// order of parameters) stay two.
/// </remarks>
public static class UrlCanonicalizer
{
    /// <summary>Characters, before and after.</summary>
    public const int Longest = 2_048;

    private static readonly FrozenSet<string> s_tracking = FrozenSet.ToFrozenSet(
        [
            "__hsfp",
            "__hssc",
            "__hstc",
            "__twitter_impression",
            "_bta_c",
            "_bta_tid",
            "_ga",
            "_gl",
            "_hsenc",
            "_hsmi",
            "_kx",
            "_openstat",
            "dclid",
            "dm_i",
            "ef_id",
            "epik",
            "fbclid",
            "gad_campaignid",
            "gad_source",
            "gbraid",
            "gclid",
            "gclsrc",
            "hsctatracking",
            "igsh",
            "igshid",
            "irclickid",
            "li_fat_id",
            "mibextid",
            "mc_cid",
            "mc_eid",
            "mkt_tok",
            "ml_subscriber",
            "ml_subscriber_hash",
            "msclkid",
            "oly_anon_id",
            "oly_enc_id",
            "pk_campaign",
            "pk_cid",
            "pk_content",
            "pk_keyword",
            "pk_kwd",
            "pk_medium",
            "pk_source",
            "rb_clickid",
            "s_kwcid",
            "sc_cid",
            "ss_email_id",
            "srsltid",
            "trackingid",
            "trk",
            "ttclid",
            "twclid",
            "vero_id",
            "wbraid",
            "wickedid",
            "xtor",
            "yclid",
        ],
        StringComparer.OrdinalIgnoreCase
    );

    private static readonly string[] s_trackingPrefixes =
    [
        "utm_",
        "mtm_",
        "matomo_",
        "piwik_",
        "hsa_",
        "stm_",
        "at_medium",
        "at_campaign",
        "at_custom",
    ];

    /// <summary>
    /// The canonical form, or <c>null</c> where it is no absolute http(s) address, names a user, holds control characters, or is
    /// longer than <see cref="Longest"/>. Applying it twice changes nothing.
    /// </summary>
    public static string? Canonical(string url)
    {
        ArgumentNullException.ThrowIfNull(url);
        var trimmed = url.Trim();
        if (trimmed.Length is 0 or > Longest || trimmed.Any(char.IsControl))
        {
            return null;
        }
        // Escapes first: "%2e%2e" is ".." and must be resolved with the other dot segments.
        if (
            !Uri.TryCreate(Unescaped(trimmed), UriKind.Absolute, out var uri)
            || uri.Scheme is not ("http" or "https")
            || uri.UserInfo.Length > 0
            || Host(uri) is not { } host
        )
        {
            return null;
        }
        var port = uri.IsDefaultPort ? "" : ":" + uri.Port.ToString(CultureInfo.InvariantCulture);
        var canonical = $"{uri.Scheme}://{host}{port}{Unescaped(uri.AbsolutePath)}{Query(uri)}";
        return canonical.Length <= Longest ? canonical : null;
    }

    /// <summary>The address as a browser would ask for it, parameters and all; <c>null</c> where it has no canonical form.</summary>
    internal static string? Absolute(string url) =>
        Canonical(url) is not null && Uri.TryCreate(url.Trim(), UriKind.Absolute, out var uri) ? uri.AbsoluteUri : null;

    private static string? Host(Uri uri)
    {
        if (uri.HostNameType == UriHostNameType.IPv6)
        {
            return uri.Host.ToLowerInvariant();
        }
        try
        {
            var host = uri.IdnHost.TrimEnd('.').ToLowerInvariant();
            return host.Length == 0 || host.Contains('%', StringComparison.Ordinal) ? null : host;
        }
        catch (UriFormatException)
        {
            return null; // A host that IDN does not allow.
        }
    }

    private static string Query(Uri uri)
    {
        // One question mark only: a second one belongs to the first parameter.
        var kept = (uri.Query.Length == 0 ? "" : uri.Query[1..])
            .Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(Unescaped)
            .Where(parameter => !IsTracking(parameter));
        var query = string.Join('&', kept);
        return query.Length == 0 ? "" : "?" + query;
    }

    private static bool IsTracking(string parameter)
    {
        var name = parameter.Split('=', 2)[0];
        return s_tracking.Contains(name)
            || s_trackingPrefixes.Any(prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>RFC 3986 6.2.2: unreserved characters stand for themselves, other escapes are in upper case.</summary>
    private static string Unescaped(string text)
    {
        if (!text.Contains('%', StringComparison.Ordinal))
        {
            return text;
        }
        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '%')
            {
                result.Append(text[i]);
            }
            else if (
                i + 2 < text.Length
                && byte.TryParse(
                    text.AsSpan(i + 1, 2),
                    NumberStyles.AllowHexSpecifier,
                    CultureInfo.InvariantCulture,
                    out var value
                )
            )
            {
                if (char.IsAsciiLetterOrDigit((char)value) || value is (byte)'-' or (byte)'.' or (byte)'_' or (byte)'~')
                {
                    result.Append((char)value);
                }
                else
                {
                    result.Append(CultureInfo.InvariantCulture, $"%{value:X2}");
                }
                i += 2;
            }
            else
            {
                result.Append("%25");
            }
        }
        return result.ToString();
    }
}
