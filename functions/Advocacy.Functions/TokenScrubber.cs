using System.Diagnostics;
using System.Text.RegularExpressions;
using OpenTelemetry;

namespace Advocacy.Functions;

/// <summary>
/// Takes the tokens out of addresses before a span leaves: a link's token is a key to somebody's pages, and holds their id. What is
/// left of <c>/share/eyJ…</c> is <c>/share/{token}</c>.
/// </summary>
internal sealed partial class TokenScrubber : BaseProcessor<Activity>
{
    /// <summary>The attributes in which OpenTelemetry's conventions, old and new, put an address.</summary>
    private static readonly string[] s_addresses = ["url.path", "url.full", "url.query", "http.url", "http.target"];

    public override void OnEnd(Activity data)
    {
        foreach (var name in s_addresses)
        {
            if (data.GetTagItem(name) is string address)
            {
                data.SetTag(name, Scrubbed(address));
            }
        }
        data.DisplayName = Scrubbed(data.DisplayName);
    }

    internal static string Scrubbed(string address) => Token().Replace(address, "{token}");

    /// <summary>What <see cref="Platform.LinkSigner"/> makes: two parts of base64url, the second of 16 bytes.</summary>
    [GeneratedRegex(@"[A-Za-z0-9_\-]{11,}\.[A-Za-z0-9_\-]{22}(?![A-Za-z0-9_\-])", RegexOptions.None, 1000)]
    private static partial Regex Token();
}
