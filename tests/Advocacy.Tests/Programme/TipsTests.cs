using Advocacy.Digests;
using Advocacy.People;
using Advocacy.Programme;
using Advocacy.Programme.Training;

namespace Advocacy.Tests.Programme;

public sealed class TipsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<Archetype> Archetypes() => [.. Enum.GetValues<Archetype>()];

    [Theory]
    [MemberData(nameof(Archetypes))]
    public void Each_archetype_has_at_least_twelve_tips_and_a_course_of_its_own_in_both_languages(Archetype archetype)
    {
        var (danish, english) = (StarterTips.Of(archetype, "da"), StarterTips.Of(archetype, "en"));
        danish.Count.ShouldBeGreaterThanOrEqualTo(12);
        english.Count.ShouldBe(danish.Count);
        StarterTips.CourseOf(archetype, "da").Count.ShouldBe(StarterTips.CourseOf(archetype, "en").Count);
        StarterTips.CourseOf(archetype, "da").Count.ShouldBeGreaterThanOrEqualTo(4);

        foreach (var tip in danish.Concat(english))
        {
            tip.Title.Length.ShouldBeInRange(5, 70, tip.Title);
            tip.Text.Length.ShouldBeInRange(40, 300, tip.Title);
            (tip.Title + tip.Text).ShouldNotContain("#");
        }
        foreach (var language in (string[])["da", "en"])
        {
            var others = Enum.GetValues<Archetype>()
                .Where(one => one != archetype)
                .SelectMany(one => StarterTips.Of(one, language));
            StarterTips.Of(archetype, language).Intersect(others).ShouldBeEmpty();
            StarterTips.Of(archetype, language).Distinct().Count().ShouldBe(danish.Count);
        }
    }

    [Fact]
    public void A_week_has_the_same_tip_however_often_it_is_asked_and_the_next_week_another()
    {
        var tips = new TipRotation([], UseStarterTips: true);

        tips.For("2026-W48", Archetype.Specialist, "da").ShouldBe(tips.For("2026-W48", Archetype.Specialist, "da"));
        tips.For("2026-W48", Archetype.Specialist, "da").ShouldNotBe(tips.For("2026-W49", Archetype.Specialist, "da"));
        tips.For("2026-W48", Archetype.Specialist, "da").ShouldNotBe(tips.For("2026-W48", Archetype.Colleague, "da"));
    }

    [Fact]
    public void Every_tip_comes_once_before_the_first_comes_again_over_a_year_of_53_weeks()
    {
        var tips = new TipRotation([], UseStarterTips: true);
        var count = tips.All(Archetype.Colleague, "en").Count;
        // From the last weeks of 2026, which has 53, into 2027.
        var monday = Edition.MondayOf("2026-W50");

        var shown = Enumerable
            .Range(0, 2 * count)
            .Select(week => tips.For(Edition.IdOf(monday.AddDays(7 * week)), Archetype.Colleague, "en")!)
            .ToList();

        shown.Take(count).Distinct().Count().ShouldBe(count);
        shown.Skip(count).ShouldBe(shown.Take(count));
    }

    [Fact]
    public void Both_languages_show_the_same_tip_in_the_same_week()
    {
        var tips = new TipRotation([], UseStarterTips: true);

        for (var week = 0; week < 20; week++)
        {
            var edition = Edition.IdOf(new DateOnly(2026, 11, 23).AddDays(7 * week));
            var danish = tips.All(Archetype.Enthusiast, "da").ToList();
            var english = tips.All(Archetype.Enthusiast, "en").ToList();
            danish
                .IndexOf(tips.For(edition, Archetype.Enthusiast, "da")!)
                .ShouldBe(english.IndexOf(tips.For(edition, Archetype.Enthusiast, "en")!));
        }
    }

    [Fact]
    public async Task The_companys_own_tips_are_for_whom_it_says_and_starter_tips_can_be_left_out()
    {
        await using var world = await new World().WithCompanyAsync();
        var tips = world.Get<Tips>();
        await tips.AddAsync(Tip("film", "https://acme.example/film", Archetype.Specialist), Ct);

        (await tips.ReadAsync(Ct))
            .All(Archetype.Specialist, "da")[0]
            .ShouldBe(new TipOfTheWeek("film da", "Se film", "https://acme.example/film"));
        (await tips.ReadAsync(Ct)).All(Archetype.Colleague, "da").ShouldBe(StarterTips.Of(Archetype.Colleague, "da"));
        await tips.SaveAsync(new TipSettings { Id = TipSettings.SettingsId, UseStarterTips = false }, Ct);

        (await tips.ForAsync("2026-W48", Archetype.Specialist, "en", Ct))!.Title.ShouldBe("film en");
        (await tips.ForAsync("2026-W48", Archetype.Colleague, "en", Ct)).ShouldBeNull();
    }

    [Fact]
    public async Task A_tip_that_names_no_place_leads_to_the_training_page_of_its_archetype()
    {
        await using var world = await new World().WithCompanyAsync();

        (await world.Get<Tips>().ForAsync("2026-W48", Archetype.Enthusiast, "da", Ct))!.Url.ShouldBe(
            "http://127.0.0.1:7071/training/enthusiast"
        );
    }

    private static CompanyTip Tip(string name, string? url, params Archetype[] archetypes) =>
        new()
        {
            Id = name,
            Title = new LocalText($"{name} da", $"{name} en"),
            Text = new LocalText($"Se {name}", $"See {name}"),
            Url = url,
            For = archetypes,
            AddedAt = DateTimeOffset.UnixEpoch,
        };
}
