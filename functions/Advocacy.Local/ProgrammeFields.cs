using System.Globalization;
using Advocacy.People;
using Advocacy.Platform;
using Advocacy.Programme;
using Advocacy.Programme.Goals;
using Advocacy.Programme.Pulse;
using Advocacy.Programme.Training;

namespace Advocacy.Local;

/// <summary>Reads the programme's part of <c>company.json</c>.</summary>
internal static class ProgrammeFields
{
    private const int LongestLine = 120;
    private const int LongestTip = 600;

    public static CompanyProgramme Read(JsonFields root) => new(Goals(root), Tips(root), Pulse(root));

    /// <summary>Text in both languages; empty where it is wrong.</summary>
    public static LocalText? Local(JsonFields text, int longest)
    {
        if (!text.IsObject("an object with da and en"))
        {
            return null;
        }
        text.RefuseOthersThan("da", "en");
        return new LocalText(text.RequiredText("da", longest), text.RequiredText("en", longest));
    }

    /// <summary>A list of dates.</summary>
    public static IReadOnlyList<DateOnly> Days(JsonFields root, string name) =>
        [
            .. root.Items(name)
                .Select(day => day.Text("a day such as \"2026-12-28\"", 10, text => Day(text) is not null))
                .OfType<string>()
                .Select(text => Day(text)!.Value),
        ];

    private static List<(GoalMetric, int, GoalPeriod)> Goals(JsonFields root)
    {
        var goals = new List<(GoalMetric, int, GoalPeriod)>();
        foreach (var goal in root.Items("goals"))
        {
            if (!goal.IsObject("an object with metric, target and period"))
            {
                continue;
            }
            goal.RefuseOthersThan("metric", "target", "period");
            var metric = Named<GoalMetric>(goal, "metric");
            var target = goal.Number("target", 1, GoalTarget.MostOf(metric ?? GoalMetric.Shares));
            if (!goal.Has("target"))
            {
                goal.Fault("target", "is missing");
            }
            goals.Add((metric ?? default, target ?? 1, Named<GoalPeriod>(goal, "period") ?? default));
        }
        return goals;
    }

    private static List<CompanyTip> Tips(JsonFields root)
    {
        var tips = new List<CompanyTip>();
        foreach (var tip in root.Items("tips"))
        {
            if (!tip.IsObject("an object with title and text"))
            {
                continue;
            }
            tip.RefuseOthersThan("title", "text", "url", "for");
            var title = Required(tip, "title", LongestLine);
            tips.Add(
                new CompanyTip
                {
                    Id = Ids.Of("tip", title.Da, title.En),
                    Title = title,
                    Text = Required(tip, "text", LongestTip),
                    Url = tip.Url("url"),
                    For = [.. tip.Items("for").Select(Archetype).OfType<Archetype>()],
                    AddedAt = DateTimeOffset.UnixEpoch,
                }
            );
        }
        return tips;
    }

    private static PulseQuestion? Pulse(JsonFields root)
    {
        if (root.Member("pulse") is not { } pulse || !pulse.IsObject("an object with question and answers"))
        {
            return null;
        }
        pulse.RefuseOthersThan("question", "answers", "weeks");
        var question = Required(pulse, "question", LongestLine);
        var answers = pulse.Items("answers").Select(answer => Local(answer, LongestLine)).OfType<LocalText>().ToList();
        if (answers.Count is < 2 or > 5)
        {
            pulse.Fault("answers", $"got {answers.Count}, takes 2 to 5");
        }
        return new PulseQuestion
        {
            Id = Ids.Of("pulse", question.Da, question.En),
            Question = question,
            Answers = answers,
            // The loader says which, because a folder is good for any week.
            FirstEdition = "",
            Weeks = pulse.Number("weeks", 1, 4) ?? 1,
        };
    }

    private static LocalText Required(JsonFields parent, string name, int longest)
    {
        if (parent.Member(name) is { } text)
        {
            return Local(text, longest) ?? new LocalText("", "");
        }
        parent.Fault(name, "is missing");
        return new LocalText("", "");
    }

    private static T? Named<T>(JsonFields parent, string name)
        where T : struct, Enum
    {
        if (!parent.Has(name))
        {
            parent.Fault(name, "is missing");
        }
        return parent.Member(name) is { } value ? Named<T>(value) : null;
    }

    private static T? Named<T>(JsonFields value)
        where T : struct, Enum =>
        value.Text($"one of {string.Join(", ", Enum.GetNames<T>())}", 40, Enum.GetNames<T>().Contains) is { } text
            ? Enum.Parse<T>(text)
            : null;

    private static Archetype? Archetype(JsonFields value) => Named<Archetype>(value);

    private static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, default, out var day) ? day : null;
}
