using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Components;

namespace Advocacy.Platform.Pages;

/// <summary>
/// The inline style and script of one page while it is rendered. What is written through here is allowed by hash in the page's
/// Content-Security-Policy; whatever else gets into the HTML stays forbidden.
/// </summary>
public sealed class PagePolicy
{
    private readonly SortedSet<string> _styles = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _scripts = new(StringComparer.Ordinal);

    /// <summary>True where the page frames another page of the same origin.</summary>
    public bool Frames { get; set; }

    /// <summary>True where the page's script may send something to where the page comes from.</summary>
    public bool Connects { get; set; }

    /// <param name="css">Written as it stands: ours, never anyone's input.</param>
    public MarkupString Style(string css)
    {
        _styles.Add(HashOf(css));
        return new MarkupString($"<style>{css}</style>");
    }

    /// <param name="javaScript">Written as it stands: ours, never anyone's input.</param>
    public MarkupString Script(string javaScript)
    {
        _scripts.Add(HashOf(javaScript));
        return new MarkupString($"<script>{javaScript}</script>");
    }

    /// <summary>The value of the Content-Security-Policy header.</summary>
    public string Header()
    {
        // The loopback host serves the sample company's pictures without TLS.
        var policy = new StringBuilder("default-src 'none'; img-src https: data: 'self' http://127.0.0.1:*; ");
        policy.Append("form-action 'self'; frame-ancestors 'none'; base-uri 'none'");
        Append(policy, "style-src", _styles);
        Append(policy, "script-src", _scripts);
        policy.Append(Connects ? "; connect-src 'self'" : "");
        return policy.Append(Frames ? "; frame-src 'self'" : "").ToString();
    }

    private static void Append(StringBuilder policy, string directive, SortedSet<string> hashes)
    {
        if (hashes.Count > 0)
        {
            policy.Append("; ").Append(directive).Append(' ').AppendJoin(' ', hashes);
        }
    }

    // Browsers hash the text between the tags, after they made every line end a line feed.
    private static string HashOf(string text) =>
        $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}'";
}
