using Advocacy.Content.Feeds;
using Advocacy.Content.Feeds.Markup;

namespace Advocacy.Content.Sources;

/// <param name="Url">Absolute, http(s).</param>
/// <param name="Name">As the file calls it.</param>
/// <param name="Topics">The folders it lies in and its categories, lower case.</param>
/// <param name="Language">ISO 639-1; <c>null</c> where the file does not say.</param>
/// <param name="Line">1-based.</param>
public sealed record OpmlFeed(string Url, string Name, IReadOnlyList<string> Topics, string? Language, int Line);

/// <param name="Feeds">In the file's order, each address once.</param>
/// <param name="Problems">What cannot be used or was odd, one sentence each, with its line.</param>
public sealed record OpmlFeeds(IReadOnlyList<OpmlFeed> Feeds, IReadOnlyList<string> Problems);

/// <summary>
/// Reads the list of feeds that feed readers export, as far as it can be read: by the feed parser's own forgiving reader, because bare
/// ampersands in addresses and wrong encodings are as common here.
/// </summary>
public static class OpmlReader
{
    /// <summary>Feeds of one file.</summary>
    public const int MostFeeds = 5_000;

    private const int MostTopics = 10;
    private const int LongestTopic = 50;
    private const int LongestName = 100;

    /// <summary>Never throws for what is in the file.</summary>
    public static OpmlFeeds Read(Stream content, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(content);
        var warnings = new FeedWarnings();
        using var text = new FeedText(content, null, warnings, cancellationToken);
        using var reader = new MarkupReader(text, null, warnings);
        var found = new Findings();
        var isOpml = false;
        while (found.Feeds.Count < MostFeeds && reader.Read())
        {
            if (reader.Kind == MarkupKind.Start)
            {
                isOpml |= reader.LocalName is "opml" or "outline";
                if (reader.LocalName is "outline")
                {
                    found.Enter(reader.Line, Attributes(reader));
                }
            }
            else if (reader.Kind == MarkupKind.End && reader.LocalName is "outline")
            {
                found.Leave();
            }
        }
        if (!isOpml)
        {
            return new OpmlFeeds([], ["It is no OPML: there is no <outline> in it."]);
        }
        if (reader.Broken is { } cause)
        {
            found.Problems.Add($"Line {reader.EndLine}: {cause}. What came before it was read.");
        }
        if (found.Feeds.Count == MostFeeds)
        {
            found.Problems.Add($"Feeds after the first {MostFeeds} were left out.");
        }
        return new OpmlFeeds(found.Feeds, [.. found.Problems, .. FeedSourceState.Sentences(warnings.All)]);
    }

    /// <summary>By names in lower case: "xmlurl" and "XMLURL" are out there.</summary>
    private static Dictionary<string, string> Attributes(MarkupReader reader)
    {
        var values = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var attributes = reader.Attributes;
        while (attributes.Next())
        {
            if (attributes.Value is { Length: > 0 } value)
            {
                values.TryAdd(attributes.Name.ToString(), value);
            }
        }
        return values;
    }

    private sealed class Findings
    {
        private readonly Stack<string?> _folders = [];
        private readonly Dictionary<string, int> _lines = new(StringComparer.Ordinal);

        public List<OpmlFeed> Feeds { get; } = [];
        public List<string> Problems { get; } = [];

        public void Enter(int line, Dictionary<string, string> said)
        {
            var name = PlainText.Cut(
                Plain(said.GetValueOrDefault("title") ?? said.GetValueOrDefault("text")),
                LongestName
            );
            var address = said.GetValueOrDefault("xmlUrl");
            if (address is not null)
            {
                Add(line, name, address, said);
            }
            else if (said.GetValueOrDefault("type") is "rss" or "atom" or "include" or "link")
            {
                Problems.Add($"Line {line}: {Named(name)} has no xmlUrl, the address of its feed.");
            }
            // What has an address may still be a folder, and its name then says nothing of what lies in it.
            _folders.Push(address is null ? name : null);
        }

        public void Leave() => _folders.TryPop(out _);

        private void Add(int line, string name, string address, Dictionary<string, string> said)
        {
            var typed = address.Trim();
            typed = typed.StartsWith("feed://", StringComparison.OrdinalIgnoreCase) ? "http://" + typed[7..] : typed;
            if (UrlCanonicalizer.Canonical(typed) is not { } canonical)
            {
                Problems.Add(
                    $"Line {line}: {Named(name)} has the address \"{PlainText.Cut(Plain(address), 80)}\", which is no http or https one."
                );
            }
            else if (!_lines.TryAdd(canonical, line))
            {
                Problems.Add($"Line {line}: {Named(name)} has the same address as line {_lines[canonical]}.");
            }
            else
            {
                var host = new Uri(canonical).Host;
                Feeds.Add(new OpmlFeed(typed, name.Length > 0 ? name : host, Topics(said), LanguageOf(said), line));
            }
        }

        private IReadOnlyList<string> Topics(Dictionary<string, string> said)
        {
            // "/Boston/Weather,/Harvard": the last part of each path is what it is about.
            var categories = (said.GetValueOrDefault("category") ?? "").Split(',').Select(path => path.Split('/')[^1]);
            return
            [
                .. _folders
                    .Reverse()
                    .Concat(categories)
                    .Select(topic => Plain(topic).ToLowerInvariant())
                    .Where(topic => topic.Length is > 0 and <= LongestTopic)
                    .Distinct()
                    .Take(MostTopics),
            ];
        }

        private static string? LanguageOf(Dictionary<string, string> said) =>
            SortedEntries.Language(said.GetValueOrDefault("language"));

        private static string Plain(string? text) => PlainText.Of(PlainText.ToHtml(text ?? ""));

        private static string Named(string name) => name.Length > 0 ? $"\"{name}\"" : "an outline";
    }
}
