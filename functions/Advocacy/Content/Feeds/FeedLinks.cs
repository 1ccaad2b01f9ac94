using System.Buffers;

namespace Advocacy.Content.Feeds;

/// <summary>Addresses as feeds write them.</summary>
internal static class FeedLinks
{
    private static readonly SearchValues<char> SchemeCharacters = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-."
    );

    /// <summary>Trimmed, without line breaks, and absolute where a base is known; <c>null</c> for nothing.</summary>
    public static string? Resolve(ReadOnlySpan<char> link, Uri? baseUri)
    {
        link = link.Trim();
        if (link.IsEmpty)
        {
            return null;
        }

        var text = link.ToString();
        if (link.IndexOfAny('\n', '\t', '\r') >= 0)
        {
            text = string.Concat(text.Split(['\n', '\t', '\r', ' '], StringSplitOptions.RemoveEmptyEntries));
        }

        return IsAbsolute(text) || Combine(baseUri, text) is not { } absolute ? text : absolute.AbsoluteUri;
    }

    /// <summary>The address, relative to a base where it is not absolute; <c>null</c> where that gives none.</summary>
    public static Uri? Combine(Uri? baseUri, string address)
    {
        if (IsAbsolute(address))
        {
            return Uri.TryCreate(address, UriKind.Absolute, out var absolute) ? absolute : null;
        }

        return
            baseUri is { IsAbsoluteUri: true }
            && Uri.TryCreate(address, UriKind.Relative, out var relative)
            && Uri.TryCreate(baseUri, relative, out var combined)
            ? combined
            : null;
    }

    public static bool IsWeb(ReadOnlySpan<char> link) =>
        link.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
        || link.StartsWith("https://", StringComparison.OrdinalIgnoreCase);

    public static bool IsPicture(string link)
    {
        var path = link.AsSpan(0, link.AsSpan().IndexOfAny('?', '#') is var end and >= 0 ? end : link.Length);
        foreach (var ending in (ReadOnlySpan<string>)[".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif"])
        {
            if (path.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Begins with a scheme: a letter, then letters, digits, plus, minus or dot, then a colon.</summary>
    public static bool IsAbsolute(ReadOnlySpan<char> link)
    {
        var colon = link.IndexOf(':');
        return colon > 0 && char.IsAsciiLetter(link[0]) && !link[..colon].ContainsAnyExcept(SchemeCharacters);
    }
}
