using Advocacy.Platform.Tone;
using Advocacy.Tone;

namespace Advocacy.Tests.Tone;

public sealed class SpokenLanguageTests
{
    [Theory]
    [InlineData("We are very sorry that the plant will close", "da", "en")]
    [InlineData("Vi er meget kede af at fabrikken lukker", "en", "da")]
    [InlineData("Vi er meget kede af at fabrikken lukker", "en-GB", "da")]
    [InlineData("Vi er meget kede af at fabrikken lukker", "da-DK", "da-DK")]
    [InlineData("The new plant", "da", "da")]
    [InlineData("Nordlys Nordlys Nordlys Nordlys Nordlys Nordlys Nordlys", "da", "da")]
    [InlineData("We are very sorry that the plant will close", "fi", "fi")]
    public void A_text_is_read_in_the_language_that_it_is_in(string text, string named, string read) =>
        SpokenLanguage.Of(text, named).ShouldBe(new ToneText(text, read));

    [Theory]
    [InlineData("Wir freuen uns auf die neue Fabrik in Odense", "da", true)]
    [InlineData("Ми раді новій фабриці в Оденсе та людям", "en", true)]
    [InlineData("Vi glæder os til den nye fabrik i Odense", "da", false)]
    [InlineData("Wir freuen uns", "da", false)]
    [InlineData("Wir freuen uns auf die neue Fabrik in Odense", "de", false)]
    public void A_text_in_neither_of_ours_is_noticed(string text, string named, bool neither) =>
        SpokenLanguage.IsNeither(new("title", text, named)).ShouldBe(neither);
}
