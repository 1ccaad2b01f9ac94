using Advocacy.Content;

namespace Advocacy.Tests.Content;

public sealed class SuggestedTextsTests
{
    private static readonly ContentDrop s_drop = new() { Url = "https://x.dk/a", Title = "x" };

    [Fact]
    public void A_post_gets_texts_of_its_own_words_in_its_language()
    {
        Texts("Vi åbner i Aarhus", "Det er stort. Og nyt.", "da")
            .ShouldBe(["Vi åbner i Aarhus", "»Det er stort.«", "Værd at læse: Vi åbner i Aarhus"]);
        Texts("We open in Aarhus", "It is big! And new.", "en")
            .ShouldBe(["We open in Aarhus", "“It is big!”", "Worth a read: We open in Aarhus"]);
        Texts("Wir öffnen", "", "de").ShouldBe(["Wir öffnen"]);
    }

    [Fact]
    public void A_summary_that_only_repeats_the_title_gives_no_text_of_its_own() =>
        Texts("We open in Aarhus", "We open in Aarhus.", "en")
            .ShouldBe(["We open in Aarhus", "Worth a read: We open in Aarhus"]);

    [Theory]
    [InlineData("", "")]
    [InlineData("No end", "No end")]
    [InlineData("One. Two.", "One.")]
    [InlineData("Really? Yes.", "Really?")]
    [InlineData("He said \"no.\" Then he left.", "He said \"no.\"")]
    [InlineData("Vi har f.eks. Novo med. Og andre.", "Vi har f.eks. Novo med.")]
    [InlineData("Mød os kl. 9 den 3. December i Odense. Kom!", "Mød os kl. 9 den 3. December i Odense.")]
    [InlineData("Vækst på 3.5 procent i år. Flot.", "Vækst på 3.5 procent i år.")]
    [InlineData("Skrevet af J. Hansen fra Vejle. Tak!", "Skrevet af J. Hansen fra Vejle.")]
    [InlineData("see x.dk today. yes", "see x.dk today. yes")]
    public void The_first_sentence_ends_where_a_reader_says(string text, string sentence) =>
        SuggestedTexts.FirstSentence(text).ShouldBe(sentence);

    [Fact]
    public void A_sentence_without_end_is_cut() =>
        SuggestedTexts.FirstSentence(string.Concat(Enumerable.Repeat("ord ", 1_000))).Length.ShouldBeInRange(270, 280);

    private static IEnumerable<string> Texts(string title, string summary, string language) =>
        SuggestedTexts.Of(s_drop, title, summary, language).Select(text => text.Text);
}
