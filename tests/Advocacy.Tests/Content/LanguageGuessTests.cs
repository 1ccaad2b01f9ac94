using Advocacy.Content;

namespace Advocacy.Tests.Content;

public sealed class LanguageGuessTests
{
    [Theory]
    [InlineData("Vi åbner et nyt kontor i Aarhus til foråret", "da")]
    [InlineData("Mød vores nye direktør og hør om planerne", "da")]
    [InlineData("En af de bedste arbejdspladser i Danmark er en del af en stor familie", "da")]
    [InlineData("Tag med til åbent hus den 3. december", "da")]
    [InlineData("Sådan gjorde de det", "da")]
    [InlineData("Kvartalsregnskab: omsætningen steg med 12 %", "da")]
    [InlineData("We are opening a new office in Aarhus this spring", "en")]
    [InlineData("How the team cut its energy use by half", "en")]
    [InlineData("Meet our CEO: what is next for the industry?", "en")]
    [InlineData("The Ørsted story and what we can learn from it", "en")]
    public void The_words_tell(string text, string language) => LanguageGuess.Of(text).ShouldBe(language);

    [Theory]
    [InlineData("")]
    [InlineData("2026 Q3")]
    [InlineData("Novo Nordisk")]
    [InlineData("Vi öppnar ett nytt kontor för våra kunder i Malmö där många är")]
    [InlineData("Nicht nur in Deutschland leiden die Menschen unter der Hitze, so ist es")]
    [InlineData("Obama le recuerda a Trump que no es de nuestro equipo")]
    [InlineData("Le rapport des agences affirme que la campagne est finie")]
    [InlineData("Verskeie getuies in die saak is vol vertroue dat die twee mans van sy moord wel skuldig is")]
    [InlineData("Wir eröffnen ein neues Büro für unsere Kunden in München, größer als")]
    public void Where_they_do_not_there_is_no_guess(string text) => LanguageGuess.Of(text).ShouldBeNull();
}
