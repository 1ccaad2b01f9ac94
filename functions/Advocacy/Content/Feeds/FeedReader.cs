using Advocacy.Content.Feeds.Markup;

namespace Advocacy.Content.Feeds;

/// <summary>
/// Reads feeds of every kind as far as they can be read: RSS 0.90 to 2.0, RSS 1.0, Atom 0.3 and 1.0, JSON Feed. A defect
/// costs what it hides, not the feed; what was wrong is in the feed's warnings.
/// </summary>
public static class FeedReader
{
    /// <summary>
    /// Reads from front to back, once, in bounded memory (<see cref="FeedLimits"/>), without reaching for anything outside.
    /// Bad content never throws: what is no feed at all has <see cref="FeedFormat.Unknown"/>, no entries, and a warning.
    /// </summary>
    /// <param name="content">The feed's bytes. It is not disposed of, nor always read to its end.</param>
    /// <param name="baseUri">Where it was fetched from; relative links are relative to it where the feed names nothing better.</param>
    /// <param name="charset">The charset parameter of HTTP's Content-Type.</param>
    /// <exception cref="IOException">The stream failed.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static Feed Read(
        Stream content,
        Uri? baseUri = null,
        string? charset = null,
        CancellationToken cancellationToken = default
    )
    {
        var warnings = new FeedWarnings();
        using var text = new FeedText(content, charset, warnings, cancellationToken);
        if (text.First is '{' or '[')
        {
            using var json = new JsonTokens(text);
            return new JsonFeed(json, warnings, baseUri).Read();
        }

        using var reader = new MarkupReader(text, baseUri, warnings);
        using var field = new FieldText(reader, warnings);
        return new XmlFeed(reader, field, warnings, baseUri).Read();
    }
}
