using Advocacy.People;

namespace Advocacy.Programme.Training;

/// <summary>
/// The tips and the short course that this program brings along for each archetype, as they lie in <c>Texts/</c> and <c>Courses/</c>. Both languages
/// hold the same ones in the same order.
/// </summary>
internal static class StarterTips
{
    private static readonly Lazy<IReadOnlyDictionary<(Archetype, string), IReadOnlyList<TipOfTheWeek>>> All = new(() =>
        Enum.GetValues<Archetype>()
            .SelectMany(_ => new[] { "da", "en" }, (archetype, language) => (archetype, language))
            .ToDictionary(
                key => key,
                key =>
                    (IReadOnlyList<TipOfTheWeek>)
                        [
                            .. TextFiles
                                .Titled($"Training/Texts/{key.archetype}", key.language)
                                .Select(text => new TipOfTheWeek(text.Title, text.Text)),
                        ]
            )
    );

    /// <param name="language"><c>da</c> or <c>en</c>.</param>
    public static IReadOnlyList<TipOfTheWeek> Of(Archetype archetype, string language) =>
        All.Value[(archetype, language)];

    /// <summary>Four lessons, each with something to try.</summary>
    /// <inheritdoc cref="Of"/>
    public static IReadOnlyList<TitledText> CourseOf(Archetype archetype, string language) =>
        TextFiles.Titled($"Training/Courses/{archetype}", language);
}
