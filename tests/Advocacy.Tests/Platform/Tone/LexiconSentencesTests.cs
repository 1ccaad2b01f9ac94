using Advocacy.Platform.Tone;

namespace Advocacy.Tests.Platform.Tone;

public sealed class LexiconSentencesTests
{
    [Theory]
    // Plain ends
    [InlineData("Vi vandt. Det var sjovt!", "Vi vandt.|Det var sjovt!")]
    [InlineData("Hvornår? Nu!", "Hvornår?|Nu!")]
    [InlineData("Vi vandt … Det var sjovt", "Vi vandt …|Det var sjovt")]
    [InlineData("Hurra!!! Vi vandt?!", "Hurra!!!|Vi vandt?!")]
    [InlineData("Han sagde: “Vi vandt.” Så gik han.", "Han sagde: “Vi vandt.”|Så gik han.")]
    [InlineData("(Se side 4.) Tak.", "(Se side 4.)|Tak.")]
    // Abbreviations go on
    [InlineData("Det gælder f.eks. Odense og bl.a. Vejle. Tak.", "Det gælder f.eks. Odense og bl.a. Vejle.|Tak.")]
    [InlineData("Mødet er kl. 10 i lokale nr. 4. Tak.", "Mødet er kl. 10 i lokale nr. 4. Tak.")]
    [InlineData("Tag kaffe, te m.m. Det er gratis.", "Tag kaffe, te m.m.|Det er gratis.")]
    [InlineData("Omsætningen er 4 mio. kr. Det er flot.", "Omsætningen er 4 mio. kr.|Det er flot.")]
    [InlineData("H. C. Andersen boede her.", "H. C. Andersen boede her.")]
    // Numbers
    [InlineData("Den 28.05.2012 fik vi 1.200 ordrer. Tak.", "Den 28.05.2012 fik vi 1.200 ordrer.|Tak.")]
    [InlineData("Den 19. Marts er vi klar. Kom!", "Den 19. Marts er vi klar.|Kom!")]
    [InlineData("Vi begyndte i 1998. Nu er vi mange.", "Vi begyndte i 1998.|Nu er vi mange.")]
    // Lines
    [InlineData("Ny rekord\n\nVi solgte mere.", "Ny rekord|Vi solgte mere.")]
    [InlineData("Vi solgte mere end\nnogensinde før.", "Vi solgte mere end\nnogensinde før.")]
    [InlineData("Læs på example.com/a.b og se.", "Læs på example.com/a.b og se.")]
    public void Danish_text_is_cut_where_its_sentences_end(string text, string expected) =>
        Cut(text, danish: true).ShouldBe(expected.Split('|'));

    [Theory]
    [InlineData("Mr. Hansen met Dr. Smith. They talked.", "Mr. Hansen met Dr. Smith.|They talked.")]
    [InlineData("We won, i.e. Odense won. Thanks.", "We won, i.e. Odense won.|Thanks.")]
    [InlineData("We hired 40. They start in May.", "We hired 40.|They start in May.")]
    [InlineData("1. Open the box. 2. Read.", "1. Open the box.|2. Read.")]
    [InlineData("She works at Novo Inc. He does not.", "She works at Novo Inc.|He does not.")]
    public void English_text_is_cut_where_its_sentences_end(string text, string expected) =>
        Cut(text, danish: false).ShouldBe(expected.Split('|'));

    [Theory]
    [InlineData("")]
    [InlineData(" \r\n\t ")]
    public void White_space_is_no_sentence(string text) => Cut(text, danish: true).ShouldBeEmpty();

    [Fact]
    public void A_sentence_without_end_is_cut_at_white_space()
    {
        var sentences = Cut(string.Concat(Enumerable.Repeat("ord ", 1000)), danish: true);

        sentences.Count.ShouldBeGreaterThan(1);
        sentences.ShouldAllBe(s => s.Length <= 2000 && s.EndsWith("ord"));
        sentences.Sum(s => s.Split(' ').Length).ShouldBe(1000);
    }

    [Fact]
    public void A_surrogate_pair_is_never_cut()
    {
        var sentences = Cut("a" + string.Concat(Enumerable.Repeat("🎉", 2000)), danish: true);

        sentences.Any(s => char.IsHighSurrogate(s[^1]) || char.IsLowSurrogate(s[0])).ShouldBeFalse();
    }

    private static List<string> Cut(string text, bool danish)
    {
        var found = new List<string>();
        var sentences = new LexiconSentences(text, danish);
        while (sentences.MoveNext())
        {
            found.Add(sentences.Current.ToString());
        }
        return found;
    }
}
