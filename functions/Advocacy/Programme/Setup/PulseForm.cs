using Advocacy.Digests;
using Advocacy.Platform;
using Advocacy.Programme.Pulse;

namespace Advocacy.Programme.Setup;

internal static class PulseForm
{
    public const int MostAnswers = 5;
    public const int MostWeeks = 4;

    /// <summary>How many editions ahead a question can be planned.</summary>
    private const int Ahead = 12;

    /// <summary>The editions that may be the first, beginning with the one of today.</summary>
    public static IReadOnlyList<string> EditionsFrom(string edition) =>
        [.. Enumerable.Range(0, Ahead).Select(week => Edition.IdOf(Edition.MondayOf(edition).AddDays(7 * week)))];

    public static PulseQuestion Read(FormReader form, string currentEdition)
    {
        var question = form.Local("question", FormReader.LongestLine);
        var answers = Enumerable
            .Range(0, MostAnswers)
            // The first two must be there; of the others those that are.
            .Select(i =>
                i < 2
                    ? form.Local($"answer{i}", FormReader.LongestLine)
                    : form.LocalOrNone($"answer{i}", FormReader.LongestLine)
            )
            .OfType<LocalText>()
            .ToList();
        var first = form.Value("first");
        if (!EditionsFrom(currentEdition).Contains(first))
        {
            form.Fault("first", FormFault.Choice);
            first = currentEdition;
        }
        return new PulseQuestion
        {
            // The same question sent twice is one.
            Id = Ids.Of("pulse", first, question.Da, question.En),
            Question = question,
            Answers = answers,
            FirstEdition = first,
            Weeks = form.Number("weeks", 1, MostWeeks) ?? 1,
        };
    }
}
