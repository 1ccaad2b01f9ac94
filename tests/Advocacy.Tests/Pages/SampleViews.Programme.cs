using Advocacy.People;
using Advocacy.Platform.Pages;
using Advocacy.Programme;
using Advocacy.Programme.Branding;
using Advocacy.Programme.Challenges;
using Advocacy.Programme.Goals;
using Advocacy.Programme.Pulse;
using Advocacy.Programme.Setup;
using Advocacy.Programme.Training;
using Microsoft.AspNetCore.Http;

namespace Advocacy.Tests.Pages;

/// <summary>The programme: the comms team's page, and what employees see of it.</summary>
internal static partial class SampleViews
{
    public static readonly IReadOnlyDictionary<string, Func<PageRenderer, Task<IResult>>> OfProgramme = new Dictionary<
        string,
        Func<PageRenderer, Task<IResult>>
    >(StringComparer.Ordinal)
    {
        ["programme-new-da"] = p => p.PageAsync<ProgrammePage, ProgrammeView>(NewProgramme("da")),
        ["programme-new-en"] = p => p.PageAsync<ProgrammePage, ProgrammeView>(NewProgramme("en")),
        ["programme-da"] = p => p.PageAsync<ProgrammePage, ProgrammeView>(FullProgramme("da")),
        ["programme-en"] = p => p.PageAsync<ProgrammePage, ProgrammeView>(FullProgramme("en")),
        ["programme-wrong-da"] = p =>
            p.PageAsync<ProgrammePage, ProgrammeView>(NewProgramme("da") with { Wrong = WrongChallenge }),
        ["pulse-da"] = p => p.PageAsync<PulsePage, PulseView>(Pulse("da")),
        ["pulse-en"] = p => p.PageAsync<PulsePage, PulseView>(Pulse("en") with { Chosen = 1 }),
        ["pulse-wrong-da"] = p => p.PageAsync<PulsePage, PulseView>(Pulse("da") with { NothingChosen = true }),
        ["pulse-answered-da"] = p =>
            p.PageAsync<PulsePage, PulseView>(Pulse("da") with { State = PulseState.Answered }),
        ["pulse-closed-en"] = p =>
            p.PageAsync<PulsePage, PulseView>(ClosedPulse("en", [new([0], 38), new([1], 9), new([2, 3], 6)])),
        ["pulse-few-da"] = p => p.PageAsync<PulsePage, PulseView>(ClosedPulse("da", [])),
        ["branding-da"] = p => p.PageAsync<BrandingPage, BrandingView>(new(Company, "da", OwnWords)),
        ["branding-en"] = p => p.PageAsync<BrandingPage, BrandingView>(new(Company, "en", null)),
        ["training-enthusiast-da"] = p => p.PageAsync<TrainingPage, TrainingView>(Training(Archetype.Enthusiast, "da")),
        ["training-specialist-en"] = p => p.PageAsync<TrainingPage, TrainingView>(Training(Archetype.Specialist, "en")),
        ["training-colleague-da"] = p => p.PageAsync<TrainingPage, TrainingView>(Training(Archetype.Colleague, "da")),
    };

    private static readonly LocalText OwnWords = new(
        "Hos os har tre af vores ledere fundet deres job gennem et opslag.",
        "Three of our managers found their job through a post."
    );

    private static readonly EnteredForm WrongChallenge = new(
        ProgrammeActs.Challenge,
        new Dictionary<string, string>
        {
            ["title-da"] = "Advent",
            ["from"] = "2026-12-24",
            ["until"] = "2026-12-01",
        },
        new Dictionary<string, FormFault>
        {
            ["title-en"] = FormFault.Missing,
            ["text-da"] = FormFault.Missing,
            ["text-en"] = FormFault.Missing,
            ["until"] = FormFault.Order,
            ["target"] = FormFault.Number,
            ["metric"] = FormFault.Choice,
        }
    );

    public static ProgrammeView NewProgramme(string language) =>
        new()
        {
            Company = Company,
            Language = language,
            FormToken = "token.mac",
            Today = new DateOnly(2026, 11, 24),
            Goals = [],
            Challenges = [],
            Pulses = [],
            Tips = new TipRotation([], UseStarterTips: true),
            GuidelinesHistory = [],
            Taken = new HashSet<ProgrammeStep>(),
        };

    public static ProgrammeView FullProgramme(string language) =>
        NewProgramme(language) with
        {
            Company = Company with { Why = OwnWords },
            Goals =
            [
                Goal(GoalMetric.Participation, 30, GoalPeriod.Month),
                Goal(GoalMetric.AudienceClicks, 12500, GoalPeriod.Quarter),
                Goal(GoalMetric.MinutesToShare, 1440, GoalPeriod.Month),
            ],
            Challenges =
            [
                new Challenge
                {
                    Id = "c1",
                    Title = StarterTexts.Challenge().Title,
                    Text = StarterTexts.Challenge().Text,
                    Metric = GoalMetric.Shares,
                    Target = 1200,
                    From = new DateOnly(2026, 11, 30),
                    Until = new DateOnly(2026, 12, 27),
                },
            ],
            Pulses =
            [
                Question with
                {
                    Id = "later",
                    FirstEdition = "2026-W50",
                    Weeks = 4,
                },
                ClosedPulse(language, [new([0], 38), new([1, 2, 3], 15)]).Question,
            ],
            Tips = new TipRotation(
                [
                    new CompanyTip
                    {
                        Id = "t1",
                        Title = new LocalText("Se filmen om gode billeder", "See the film on good pictures"),
                        Text = OwnWords,
                        Url =
                            "https://nordlys.example/a-very-long-address-of-a-film-that-does-not-break-anywhere-at-all",
                        For = [Archetype.Specialist],
                        AddedAt = Now,
                    },
                ],
                UseStarterTips: true
            ),
            Guidelines = Rules("2026-2"),
            GuidelinesHistory = [Rules("2026-2"), Rules("2026-1")],
            Branding = OwnWords,
            Saved = ProgrammeActs.Goals,
        };

    private static PulseQuestion Question =>
        new()
        {
            Id = "pulse",
            Question = StarterTexts.Pulse().Question,
            Answers = StarterTexts.Pulse().Answers,
            FirstEdition = "2026-W48",
        };

    private static PulseView Pulse(string language) =>
        new()
        {
            Company = Company,
            Language = language,
            Question = Question,
            State = PulseState.Open,
        };

    private static PulseView ClosedPulse(string language, IReadOnlyList<PulseGroup> groups) =>
        Pulse(language) with
        {
            State = PulseState.Closed,
            Question = Question with { FirstEdition = "2026-W40", Result = new PulseResult(Now, groups) },
        };

    private static TrainingView Training(Archetype archetype, string language) =>
        new(Company, language, archetype, FullProgramme(language).Tips.All(archetype, language));

    private static GoalTarget Goal(GoalMetric metric, int target, GoalPeriod period) =>
        new()
        {
            Id = GoalTarget.IdOf(metric),
            Metric = metric,
            Targets = [new TargetInForce(target, period, new DateOnly(2026, 11, 1))],
        };

    private static Guidelines Rules(string version) =>
        new()
        {
            Id = Guidelines.GuidelinesId,
            Version = version,
            Text = StarterTexts.Guidelines("Nordlys Energi"),
            Examples = StarterTexts.Examples("Nordlys Energi"),
            SavedAt = Now,
        };
}
