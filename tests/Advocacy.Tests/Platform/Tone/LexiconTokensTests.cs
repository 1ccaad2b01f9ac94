using Advocacy.Platform.Tone;

namespace Advocacy.Tests.Platform.Tone;

public sealed class LexiconTokensTests
{
    [Theory]
    [InlineData("Blåbærgrød er godt", "Word:Blåbærgrød Word:er Word:godt")]
    [InlineData("don't, won’t", "Word:don't Break:, Word:won’t")]
    [InlineData("kampgejst", "Word:kampgejst")]
    [InlineData("kamp­gejst", "Word:kamp­gejst")]
    [InlineData("café café", "Word:café Word:café")]
    [InlineData("Привет мир", "Word:Привет Word:мир")]
    public void Words_are_letters_of_any_script(string text, string expected) => Cut(text).ShouldBe(expected);

    [Theory]
    [InlineData("28.05.2012", "Number:28.05.2012")]
    [InlineData("1.200,50 kr.", "Number:1.200,50 Word:kr")]
    [InlineData("5G og B2B", "Number:5 Word:G Word:og Word:B2B")]
    public void Numbers_keep_their_points_and_commas(string text, string expected) => Cut(text).ShouldBe(expected);

    [Theory]
    [InlineData("Se https://example.com/good?x=1 nu", "Word:Se Link:https://example.com/good?x=1 Word:nu")]
    [InlineData("Se www.example.com nu", "Word:Se Link:www.example.com Word:nu")]
    [InlineData("Skriv til sad@example.com i dag", "Word:Skriv Word:til Link:sad@example.com Word:i Word:dag")]
    [InlineData("Tak @bad_company for hjælp", "Word:Tak Link:@bad_company Word:for Word:hjælp")]
    [InlineData("http er en protokol", "Word:http Word:er Word:en Word:protokol")]
    public void Links_and_mentions_are_no_words(string text, string expected) => Cut(text).ShouldBe(expected);

    [Theory]
    [InlineData("#stolt", "Word:stolt")]
    [InlineData("award-winning", "Word:award Word:winning")]
    [InlineData("vi – og I", "Word:vi Break:– Word:og Word:I")]
    [InlineData("vi - og I", "Word:vi Break:- Word:og Word:I")]
    [InlineData("(sic)", "Break:( Word:sic Break:)")]
    [InlineData("Nej! Hvad?", "Word:Nej Exclamation:! Word:Hvad Question:?")]
    public void Signs_inside_text_part_words_and_clauses(string text, string expected) => Cut(text).ShouldBe(expected);

    [Theory]
    [InlineData("🎉", "Sign:🎉")]
    [InlineData("❤️", "Sign:❤")]
    [InlineData("👍🏽", "Sign:👍")]
    [InlineData("fint:)", "Word:fint Sign::)")]
    [InlineData(":-( øv", "Sign::-( Word:øv")]
    [InlineData("<3", "Sign:<3")]
    [InlineData("8:30", "Number:8 Break:: Number:30")]
    [InlineData("Husk: Det", "Word:Husk Break:: Word:Det")]
    public void Emoji_and_emoticons_are_signs(string text, string expected) => Cut(text).ShouldBe(expected);

    private static string Cut(string text)
    {
        var found = new List<string>();
        var tokens = new LexiconTokens(text);
        while (tokens.MoveNext())
        {
            var token = tokens.Current;
            found.Add($"{token.Kind}:{text.AsSpan(token.Start, token.Length)}");
        }
        return string.Join(' ', found);
    }
}
