using System.Text;
using Advocacy.People;

namespace Advocacy.Programme.Training;

/// <summary>
/// The tips that this program brings along, as they lie in <c>Texts/ARCHETYPE.LANGUAGE.md</c>: a line that begins with <c># </c> is a title, what
/// follows is its text. Both languages of an archetype hold the same tips in the same order.
/// </summary>
internal static class StarterTips
{
    private const string Prefix = "tips/";

    private static readonly Lazy<IReadOnlyDictionary<(Archetype, string), IReadOnlyList<TipOfTheWeek>>> All = new(() =>
        Enum.GetValues<Archetype>()
            .SelectMany(archetype => new[] { "da", "en" }, (archetype, language) => (archetype, language))
            .ToDictionary(key => key, key => Parse(Read($"{key.archetype}.{key.language}.md")))
    );

    /// <param name="language"><c>da</c> or <c>en</c>.</param>
    public static IReadOnlyList<TipOfTheWeek> Of(Archetype archetype, string language) =>
        All.Value[(archetype, language)];

    internal static IReadOnlyList<TipOfTheWeek> Parse(string text) =>
        [
            .. text.ReplaceLineEndings("\n")
                .Split("# ", StringSplitOptions.RemoveEmptyEntries)
                .Select(part => part.Split('\n', 2))
                .Select(part => new TipOfTheWeek(part[0].Trim(), part[^1].Trim())),
        ];

    private static string Read(string file)
    {
        using var stream = typeof(StarterTips).Assembly.GetManifestResourceStream(Prefix + file)!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
