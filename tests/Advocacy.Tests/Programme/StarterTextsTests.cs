using Advocacy.Programme;

namespace Advocacy.Tests.Programme;

public sealed class StarterTextsTests
{
    [Fact]
    public void Every_starter_text_is_there_in_both_languages_and_names_the_company()
    {
        foreach (
            var text in (LocalText[])
                [StarterTexts.Why("Acme"), StarterTexts.Guidelines("Acme"), StarterTexts.Examples("Acme")]
        )
        {
            text.Da.ShouldNotBe(text.En);
            text.Da.Split("\n\n").Length.ShouldBe(text.En.Split("\n\n").Length);
            foreach (var words in (string[])[text.Da, text.En])
            {
                words.ShouldContain("Acme");
                words.ShouldNotContain("{");
            }
        }
        StarterTexts.Branding("da").Count.ShouldBe(StarterTexts.Branding("en").Count);
        var (question, answers) = StarterTexts.Pulse();
        question.Da.ShouldNotBe(question.En);
        answers.Count.ShouldBe(4);
        answers.ShouldAllBe(answer => answer.Da != answer.En);
        StarterTexts.Challenge().Text.Da.ShouldContain("Vi tæller kun, hvad vi alle når tilsammen");
    }

    [Theory]
    [InlineData(null, 2026, "2026-1")]
    [InlineData("2026-1", 2026, "2026-2")]
    [InlineData("2026-9", 2026, "2026-10")]
    [InlineData("2026-3", 2027, "2027-1")]
    // Dated ahead, as a company's folder may have it: never backwards.
    [InlineData("2028-1", 2027, "2028-2")]
    [InlineData("first", 2026, "2026-1")]
    public void A_version_is_followed_by_the_next_of_its_year(string? version, int year, string next) =>
        GuidelinesVersions.After(version, year).ShouldBe(next);
}
