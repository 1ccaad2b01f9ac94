namespace Advocacy.Sharing;

/// <summary>Addresses that open a channel's own window for something new, with what it accepts of it.</summary>
internal static class ShareAddress
{
    /// <summary>Stands for the text where it is filled in later: a character of Unicode's private use area, which nobody writes.</summary>
    public const string LaterText = "\uE000";

    /// <summary>https or mailto.</summary>
    /// <param name="text">With its disclosure; the URL is added where a channel takes it inside the text.</param>
    /// <param name="url">Absolute http(s).</param>
    /// <param name="title">Of a forum post or a mail; not used elsewhere.</param>
    public static string Of(ShareChannel channel, string text, string url, string? title)
    {
        var (u, t) = (Uri.EscapeDataString(url), Uri.EscapeDataString(text));
        var head = Uri.EscapeDataString(title ?? "");
        var whole = Uri.EscapeDataString(Whole(channel, text, url));
        var apart = Holds(text, url) ? "" : $"&url={u}";
        return channel.Key switch
        {
            "linkedin" => $"https://www.linkedin.com/sharing/share-offsite/?url={u}",
            "facebook" => $"https://www.facebook.com/sharer/sharer.php?u={u}",
            "x" => $"https://x.com/intent/post?text={t}{apart}",
            "bluesky" => $"https://bsky.app/intent/compose?text={whole}",
            "threads" => $"https://www.threads.com/intent/post?text={t}{apart}",
            // The text stands in the fragment: it goes to the person's own server and nowhere else.
            "mastodon" => $"https://share.joinmastodon.org/#text={whole}",
            "reddit" => $"https://www.reddit.com/submit?url={u}&title={head}",
            "teams" => $"https://teams.microsoft.com/share?href={u}&msgText={t}",
            "mail" => $"mailto:?subject={head}&body={whole}",
            "whatsapp" => $"https://wa.me/?text={whole}",
            _ => throw new ArgumentException($"No address is known for '{channel.Key}'.", nameof(channel)),
        };
    }

    /// <summary>What stands in the channel's window in the end, the link included.</summary>
    public static string Whole(ShareChannel channel, string text, string url) =>
        Holds(text, url) ? text
        // X puts the link that it is given after a space.
        : channel.Key == "x" ? $"{text} {url}"
        : $"{text}\n\n{url}";

    private static bool Holds(string text, string url) => text.Contains(url, StringComparison.Ordinal);
}
