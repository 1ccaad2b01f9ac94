using Advocacy.Dashboard;

namespace Advocacy.Tests.Dashboard;

public sealed class HeadlineTests
{
    private static string Of(Advocacy.Insights.Dashboard.DashboardFigures figures, string language) =>
        string.Join(" ", Headline.Of(figures, DashboardStrings.For(language)));

    [Fact]
    public void It_says_in_words_what_the_week_brought() =>
        Of(SampleFigures.HalfAYear(), "en")
            .ShouldBe(
                "68 colleagues shared 136 times, and their posts were clicked 618 times. That is 16% more clicks than the week before. "
                    + "“Vi åbner Danmarks største varmepumpe i Esbjerg” did best. 2 of 5 goals are reached."
            );

    [Fact]
    public void Where_few_shared_it_says_so_and_no_number() =>
        Of(SampleFigures.FirstWeek(), "da")
            .ShouldBe(
                "Kollegernes opslag blev klikket 11 gange. Hvor mange der delte, vises ikke: det er for få, eller det ville røbe for få."
            );

    [Fact]
    public void A_new_company_is_told_when_there_will_be_something() =>
        Of(SampleFigures.Nothing(), "en").ShouldStartWith("Nothing has come of this week yet.");

    [Fact]
    public void What_waits_for_somebody_leads_to_where_it_is_seen_to() =>
        Headline
            .ToDo(SampleFigures.HalfAYear(), DashboardStrings.For("en"))
            .Select(one => one.Place)
            .ShouldBe(["/drop", "/desk", "/sources?show=ailing", "/desk/failures"]);

    [Theory]
    [InlineData("da", "1.234,5", "12,3", "1 t. 35 min.", "1 d.")]
    [InlineData("en", "1,234.5", "12.3", "1 h 35 min", "1 d")]
    public void Figures_are_written_as_the_reader_does(
        string language,
        string number,
        string percent,
        string minutes,
        string day
    )
    {
        var texts = DashboardStrings.For(language);

        texts.Number(1234.5m).ShouldBe(number);
        texts.Percent(12.3m).ShouldStartWith(percent);
        texts.Minutes(95).ShouldBe(minutes);
        texts.Minutes(1440).ShouldBe(day);
        texts.Number(null).ShouldBe(texts["NotShown"]);
    }
}
