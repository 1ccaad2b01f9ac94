using Advocacy.Platform.Tone;

namespace Advocacy.Tests.Platform.Tone;

/// <summary>What words do to one another, in sentences as companies write them.</summary>
public sealed class LexiconRulesTests
{
    [Theory]
    // A negator turns what follows
    [InlineData("da", "Vi er ikke tilfredse med leveringen.", -1)]
    [InlineData("da", "Det er aldrig sjovt at vente.", -1)]
    [InlineData("da", "Ingen var glade for den nye plan.", -1)]
    [InlineData("en", "We are not happy with the delivery.", -1)]
    [InlineData("en", "The answer wasn't helpful.", -1)]
    [InlineData("en", "It was never good.", -1)]
    // … and in Danish the verb before it, or what stands first
    [InlineData("da", "Det lykkedes ikke.", -1)]
    [InlineData("da", "Bedre bliver det ikke.", -1)]
    // What is not bad is not good either
    [InlineData("da", "Der er ingen problemer med anlægget i dag, siger driften.", 0)]
    [InlineData("en", "It is not a problem.", 0)]
    // Not every "not" negates, and none reaches past the comma
    [InlineData("da", "Det er ikke kun nemt, det er fantastisk.", 1)]
    [InlineData("en", "It is not only easy, it is wonderful.", 1)]
    [InlineData("da", "Nej, vi er ikke i Odense, vi er glade.", 1)]
    [InlineData("en", "We did not move, we are happy here.", 1)]
    public void Negation(string language, string text, int expected) => SignOf(text, language).ShouldBe(expected);

    [Theory]
    [InlineData("da", "Vi er utrolig glade.", "Vi er glade.")]
    [InlineData("da", "Resultatet er særdeles flot.", "Resultatet er flot.")]
    [InlineData("da", "Vi er glade.", "Vi er nogenlunde glade.")]
    [InlineData("da", "Vi er glade!", "Vi er glade.")]
    [InlineData("da", "Vi er GLADE for huset.", "Vi er glade for huset.")]
    [InlineData("da", "Vi er glade.", "Er vi glade?")]
    [InlineData("en", "We are extremely happy.", "We are happy.")]
    [InlineData("en", "This is a truly great result.", "This is a great result.")]
    [InlineData("en", "We are happy.", "We are somewhat happy.")]
    [InlineData("en", "We are happy 🎉", "We are happy")]
    public void The_first_is_said_with_more_force_than_the_second(string language, string strong, string weak) =>
        Read(strong, language).Positive.ShouldBeGreaterThan(Read(weak, language).Positive);

    [Theory]
    [InlineData("da", "Det var svært, men vi er stolte.", 1)]
    [InlineData("da", "Vi er glade for huset, men kontoret er elendigt.", -1)]
    [InlineData("en", "It was difficult, but we are proud.", 1)]
    [InlineData("en", "The house is nice, but the office is terrible.", -1)]
    [InlineData("da", "Selvom vejret var dårligt, var festen dejlig og sjov.", 1)]
    [InlineData("en", "Although the weather was bad, the party was wonderful.", 1)]
    public void What_follows_but_outweighs_and_what_follows_although_does_not(
        string language,
        string text,
        int expected
    ) => SignOf(text, language).ShouldBe(expected);

    [Theory]
    [InlineData("da", "Vi har lyst til at være her.", 1)]
    [InlineData("da", "Maskinen gik i stykker.", -1)]
    [InlineData("da", "Vi kan godt lide farven.", 1)]
    [InlineData("da", "Ikke mindst i Odense.", 0)]
    [InlineData("en", "Forty people were laid off.", -1)]
    [InlineData("en", "We look forward to it.", 1)]
    [InlineData("en", "The machine is out of order.", -1)]
    [InlineData("en", "As well as in Odense.", 0)]
    public void A_phrase_means_more_than_its_words(string language, string text, int expected) =>
        SignOf(text, language).ShouldBe(expected);

    [Theory]
    [InlineData("🎉", 1)]
    [InlineData("Fredag 😡", -1)]
    [InlineData("Se billedet ❤️", 1)]
    [InlineData("Odense :-(", -1)]
    [InlineData("#stolt", 1)]
    [InlineData("Se https://fantastisk.dk/dejlig", 0)]
    [InlineData("Tak@elendig.dk", 0)]
    public void Signs_speak_and_links_do_not(string text, int expected) => SignOf(text, "da").ShouldBe(expected);

    private static ToneReading Read(string text, string language) =>
        LexiconToneAnalyzer.Analyze(new ToneText(text, language));

    private static int SignOf(string text, string language) =>
        Read(text, language).Sentiment switch
        {
            Sentiment.Positive => 1,
            Sentiment.Negative => -1,
            _ => 0,
        };
}
