namespace Advocacy.Tone;

/// <summary>
/// The lists of <c>Topics/</c> as they are shipped, by file name: <c># comment</c>, <c>en:</c> and <c>da:</c> the reason, else a word or
/// phrase as <see cref="BlockedTopic.Words"/> takes it.
/// </summary>
internal static class TopicLists
{
    public const string Advertising = "advertising";

    private const string Folder = "tone-topics/";

    public static IReadOnlyDictionary<string, TopicList> Default { get; } = Load();

    private static Dictionary<string, TopicList> Load()
    {
        var assembly = typeof(TopicLists).Assembly;
        return assembly
            .GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
            .ToDictionary(
                name => name[Folder.Length..],
                name =>
                {
                    using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
                    return Read(reader);
                },
                StringComparer.OrdinalIgnoreCase
            );
    }

    internal static TopicList Read(TextReader reader)
    {
        var (reason, reasonDa) = ("", "");
        var words = new List<string>();
        while (reader.ReadLine() is { } line)
        {
            var text = line.Trim();
            if (text.StartsWith("en:", StringComparison.Ordinal))
            {
                reason = text[3..].Trim();
            }
            else if (text.StartsWith("da:", StringComparison.Ordinal))
            {
                reasonDa = text[3..].Trim();
            }
            else if (text.Length > 0 && text[0] != '#')
            {
                words.Add(text);
            }
        }
        return new TopicList(reason, reasonDa, words);
    }
}

/// <param name="Reason">In English.</param>
/// <param name="ReasonDa">In Danish.</param>
/// <param name="Words">As <see cref="BlockedTopic.Words"/> takes them.</param>
internal sealed record TopicList(string Reason, string ReasonDa, IReadOnlyList<string> Words);
