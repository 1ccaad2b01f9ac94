using Advocacy.Content;
using Advocacy.Sharing;

namespace Advocacy.Tests.Content;

public sealed class DerivedTextsTests
{
    private const string Title = "Tangrev set fra luften";

    private const string Summary =
        "Morgensol, blikstille hav og møller på række. Vores dronepilot stod op klokken fire for at fange øjeblikket. "
        + "Filmen viser 24 møller på halvandet minut. Har du hørt, hvor stille en havmølle kan være? "
        + "Læs mere om holdet bag på vores side. Lyden er optaget helt tæt på vingerne, uden musik.";

    [Fact]
    public void A_post_with_substance_gets_five_texts_or_more_for_any_channel_and_a_longerone_for_LinkedIn()
    {
        var texts = DerivedTexts.Of(Title, Summary, "da").ToList();

        texts
            .Where(text => text.Channel is null)
            .Select(text => text.Text)
            .ShouldBe([
                "Tangrev set fra luften",
                "»Morgensol, blikstille hav og møller på række.«",
                "»Har du hørt, hvor stille en havmølle kan være?«\n\nTangrev set fra luften",
                "Et tal at hæfte sig ved: »Filmen viser 24 møller på halvandet minut.«",
                "Værd at bide mærke i: »Vores dronepilot stod op klokken fire for at fange øjeblikket.«",
                "Og så er der det her: »Lyden er optaget helt tæt på vingerne, uden musik.«",
            ]);
        var longer = texts.Single(text => text.Channel == "linkedin");
        longer.Text.ShouldStartWith($"{Title}\n\n»Morgensol");
        longer.Text.ShouldEndWith("«\n\nHvad tænker du?");
    }

    [Fact]
    public void English_has_words_of_its_own() =>
        DerivedTexts
            .Of(
                "We open in Aarhus",
                "It took two years and 14 permits to get here. And it is worth it, say the people next door.",
                "en"
            )
            .Select(text => text.Text)
            .ShouldBe([
                "We open in Aarhus",
                "“And it is worth it, say the people next door.”",
                "What do you make of this?\n\nWe open in Aarhus",
                "A number worth a second look: “It took two years and 14 permits to get here.”",
                "Worth a read: We open in Aarhus",
                "We open in Aarhus\n\n“It took two years and 14 permits to get here. And it is worth it, say the people next door.”\n\nWhat do you think?",
            ]);

    [Fact]
    public void Other_languages_get_only_their_own_words() =>
        DerivedTexts
            .Of(
                "Wir öffnen in Kiel",
                "Zwei Jahre lang haben wir daran gebaut. Jetzt laufen die ersten 12 Anlagen im Hafen. Wer hätte das gedacht? Im Mai folgen die anderen Häfen.",
                "de"
            )
            .Select(text => text.Text)
            .ShouldBe([
                "Wir öffnen in Kiel",
                "„Zwei Jahre lang haben wir daran gebaut.“",
                "„Wer hätte das gedacht?“\n\nWir öffnen in Kiel",
                "„Jetzt laufen die ersten 12 Anlagen im Hafen.“",
                "„Im Mai folgen die anderen Häfen.“",
            ]);

    [Fact]
    public void A_title_alone_gives_what_it_can()
    {
        Texts("We open in Aarhus", "We open in Aarhus.", "en")
            .ShouldBe([
                "We open in Aarhus",
                "What do you make of this?\n\nWe open in Aarhus",
                "Worth a read: We open in Aarhus",
            ]);
        Texts("Wir öffnen", "", "de").ShouldBe(["Wir öffnen"]);
        Texts("Hvad koster vinden?", "", "da").ShouldBe(["Hvad koster vinden?", "Værd at læse: Hvad koster vinden?"]);
        Texts("140 nye naboer", "", "da").ShouldContain("Læg mærke til tallet: 140 nye naboer");
    }

    [Theory]
    [InlineData("Vi åbner i 2026 med fest for alle naboer.")]
    [InlineData("Mød os kl. 9 i kantinen for alle naboer.")]
    [InlineData("Mød os den 3. december i kantinen i byen.")]
    [InlineData("Mød os klokken 10:30 i kantinen i byen.")]
    [InlineData("Vi bruger standarden ISO-9001 hver eneste dag.")]
    [InlineData("Vi kører med version 3.2.1 hver eneste dag.")]
    [InlineData("Se tegning nr. 17 på opslagstavlen i byen.")]
    public void A_year_a_date_a_time_and_an_identifier_are_no_numbers(string sentence) =>
        Texts(Title, $"En sætning om noget helt andet her. {sentence}", "da")
            .ShouldNotContain(text => text.StartsWith("Et tal", StringComparison.Ordinal));

    [Theory]
    [InlineData("Vi sparer 12 % af al strøm i hallen.")]
    [InlineData("Hver mølle vejer 1.200 ton med det hele.")]
    [InlineData("Det er 3,5 procent mere end det sidste.")]
    [InlineData("Nu forsyner vi 14 000 hjem med varme.")]
    public void An_amount_is_a_number(string sentence) =>
        Texts(Title, $"En sætning om noget helt andet her. {sentence}", "da")
            .ShouldContain($"Et tal at hæfte sig ved: »{sentence}«");

    [Theory]
    [InlineData("Læs hele historien om holdet på siden.")]
    [InlineData("Read the whole story about the team here.")]
    [InlineData("Søg senest fredag den 11. december i år.")]
    [InlineData("Hun fandt forklaringen på de drilske målere.")]
    [InlineData("They were faster than anybody had thought.")]
    [InlineData("Skriv til os på post@example.com i dag.")]
    [InlineData("Find det på https://example.com i dag nu.")]
    [InlineData("og så kom der en halv sætning til her.")]
    [InlineData("En sætning, der blev klippet over midt i…")]
    public void What_cannot_stand_alone_is_not_quoted(string sentence) =>
        Texts(Title, sentence, "da").ShouldNotContain(text => text.Contains('»'));

    [Fact]
    public void A_quotation_inside_a_quotation_does_not_end_it() =>
        Texts(Title, "Maja siger: »Det blæser meget heroppe« og ler.", "da")
            .ShouldContain("»Maja siger: 'Det blæser meget heroppe' og ler.«");

    [Theory]
    [InlineData("da")]
    [InlineData("en")]
    public void Texts_for_any_channel_fit_every_channel_with_disclosure_and_link(string language)
    {
        var sentence = string.Join(' ', Enumerable.Repeat("bølgerne", 19)) + " 24.";
        const string rest =
            "\n\nJeg arbejder hos Havgry Energi og Varme.\n\nhttps://advocacy.havgry.example/l/T9bZ0m2tS1-q7wR4xY8vCA-bluesky-2026w48";

        foreach (
            var text in DerivedTexts
                .Of(Title, $"{char.ToUpperInvariant(sentence[0])}{sentence[1..]} {Summary}", language)
                .Where(text => text.Channel is null)
        )
        {
            foreach (var channel in ShareChannels.All.Where(channel => channel.Text == ShareTextHandling.Prefilled))
            {
                ShareLength
                    .Count(channel.Key, "Reklame: " + text.Text + rest)
                    .ShouldBeLessThanOrEqualTo(ShareLength.MostOf(channel.Key)!.Value, text.Text);
            }
        }
    }

    private static List<string> Texts(string title, string summary, string language) =>
        [.. DerivedTexts.Of(title, summary, language).Select(text => text.Text)];
}
