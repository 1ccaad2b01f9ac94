using Advocacy.Content;

namespace Advocacy.Tests.Content;

public sealed class SuggestedTextsTests
{
    private static readonly ContentDrop s_drop = new() { Url = "https://x.dk/a", Title = "x" };

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

    [Fact]
    public void What_was_dropped_with_the_post_is_used_alone_each_with_its_channel_and_language()
    {
        var drop = s_drop with
        {
            ShareTexts =
            [
                new DroppedText(" Kom og se.\r\nDet er\u0007 stort. "),
                new DroppedText("Come and see.", "EN", " LinkedIn "),
                new DroppedText("Kom og se.\nDet er stort."),
            ],
        };

        SuggestedTexts
            .Of(drop, "Titel", "Et resumé.", "da")
            .ShouldBe([new("t1", "da", "Kom og se.\nDet er stort."), new("t2", "en", "Come and see.", "linkedin")]);
    }

    [Fact]
    public void What_is_derived_is_numbered() =>
        SuggestedTexts.Of(s_drop, "Vi åbner i Aarhus", "", "da").Select(text => text.Id).ShouldBe(["t1", "t2", "t3"]);
}
