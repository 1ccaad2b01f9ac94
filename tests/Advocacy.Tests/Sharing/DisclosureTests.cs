using Advocacy.Content;
using Advocacy.Programme;
using Advocacy.Sharing;

namespace Advocacy.Tests.Sharing;

public sealed class DisclosureTests
{
    [Theory]
    [InlineData("da", "Jeg arbejder hos Nordlys.")]
    [InlineData("en", "I work at Nordlys.")]
    [InlineData("sv", "Jag arbetar på Nordlys.")]
    [InlineData("nb", "Jeg jobber i Nordlys.")]
    [InlineData("no", "Jeg jobber i Nordlys.")]
    [InlineData("de", "Ich arbeite bei Nordlys.")]
    [InlineData("fr", "I work at Nordlys.")]
    public void The_text_ends_with_the_employment_in_its_own_language(string language, string sentence) =>
        Compose("Nye møller!", language).ShouldBe($"Nye møller!\n\n{sentence}");

    [Theory]
    [InlineData("DK", "da", "Reklame: Hej")]
    [InlineData("dk", "da", "Reklame: Hej")]
    [InlineData("DK", "en", "Reklame / Advertisement: Hej")]
    [InlineData("DK", "fr", "Reklame / Advertisement: Hej")]
    [InlineData("DK", "nb", "Reklame: Hej")]
    [InlineData("SE", "sv", "Reklam: Hej")]
    [InlineData("SE", "da", "Reklam / Reklame: Hej")]
    [InlineData("NO", "no", "Reklame: Hej")]
    [InlineData("NO", "en", "Reklame / Advertisement: Hej")]
    [InlineData("DE", "de", "Werbung: Hej")]
    [InlineData("DE", "en", "Werbung / Advertisement: Hej")]
    [InlineData("GB", "en", "Ad: Hej")]
    [InlineData("US", "en", "Ad: Hej")]
    [InlineData("US", "da", "Ad / Reklame: Hej")]
    [InlineData("XX", "en", "Advertisement: Hej")]
    [InlineData("XX", "da", "Advertisement / Reklame: Hej")]
    public void A_commercial_post_begins_with_the_word_of_the_country(string country, string language, string start) =>
        Compose("Hej", language, commercial: true, country).ShouldStartWith(start + "\n\n");

    [Fact]
    public void A_post_that_is_not_commercial_is_not_called_advertising() =>
        Compose("Hej", "da").ShouldNotContain("Reklame");

    [Theory]
    [InlineData("Reklame: kom og se")]
    [InlineData("REKLAME | kom og se")]
    [InlineData("Annonce – kom og se")]
    [InlineData("[Reklame] kom og se")]
    [InlineData("(Annonce) kom og se")]
    [InlineData("Reklame\nKom og se")]
    public void A_text_that_begins_with_the_marking_gets_no_second_one(string text) =>
        Compose(text, "da", commercial: true).ShouldStartWith(text + "\n\n");

    [Theory]
    [InlineData("Reklame virker, siger en ny undersøgelse")]
    [InlineData("Reklamefilm fra havet")]
    [InlineData("#reklame kom og se")]
    [InlineData("Ad: kom og se")]
    [InlineData("Kom og se #reklame")]
    [InlineData("Annonce-afdelingen flytter")]
    public void What_only_looks_like_a_marking_is_none_in_Denmark(string text) =>
        Compose(text, "da", commercial: true).ShouldStartWith("Reklame: " + text);

    [Theory]
    [InlineData("da", "Jeg arbejder hos Nordlys, og det er sjovt.")]
    [InlineData("da", "Sjov dag. JEG ER ANSAT HOS  NORDLYS")]
    [InlineData("en", "I work for Nordlys and love it")]
    [InlineData("en", "As an employee of Nordlys: come and see.")]
    [InlineData("de", "Ich arbeite für Nordlys.")]
    public void A_text_that_names_the_employment_gets_no_second_sentence(string language, string text) =>
        Compose(text, language).ShouldBe(text);

    [Theory]
    [InlineData("Nordlys bygger møller")]
    [InlineData("Jeg arbejder ikke hos Nordlys")]
    [InlineData("Jeg arbejder hos Nordlyset")]
    [InlineData("Maja siger: »Jeg arbejder hos Nordlys for klimaets skyld«")]
    [InlineData("Maja siger: \"Jeg arbejder hos Nordlys for klimaets skyld\"")]
    public void Naming_the_company_or_quoting_a_colleague_discloses_nothing(string text) =>
        Compose(text, "da").ShouldBe($"{text}\n\nJeg arbejder hos Nordlys.");

    [Fact]
    public void A_name_that_ends_in_a_full_stop_gets_no_second_one() =>
        Compose("Hi", "en", company: "Acme Inc.").ShouldBe("Hi\n\nI work at Acme Inc.");

    [Fact]
    public void A_name_full_of_signs_is_taken_literally()
    {
        Compose("Hi", "en", company: "A+B (C) {0} $1").ShouldBe("Hi\n\nI work at A+B (C) {0} $1.");
        Compose("I work at A+B (C)", "en", company: "A+B (C)").ShouldBe("I work at A+B (C)");
    }

    [Fact]
    public void What_is_composed_is_complete_already()
    {
        var once = Compose("  Kom og se \n", "en", commercial: true);

        Compose(once, "en", commercial: true).ShouldBe(once);
    }

    [Fact]
    public void A_text_of_nothing_still_discloses() => Compose("  ", "da").ShouldBe("Jeg arbejder hos Nordlys.");

    private static string Compose(
        string text,
        string language,
        bool commercial = false,
        string country = "DK",
        string company = "Nordlys"
    ) =>
        Disclosure.Compose(
            new ShareText("t", language, text),
            new Post
            {
                Id = "p",
                Url = "https://nordlys.example/a",
                Title = "A",
                Language = language,
                Commercial = commercial,
                PublishedAt = DateTimeOffset.UnixEpoch,
                TakenInAt = DateTimeOffset.UnixEpoch,
            },
            new CompanyProfile
            {
                Id = CompanyProfile.CompanyId,
                Name = company,
                Country = country,
                SenderAddress = "digest@nordlys.example",
                SenderName = "Nordlys",
                ReplyAddress = "kom@nordlys.example",
            }
        );
}
