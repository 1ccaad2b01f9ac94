using Advocacy.Platform.Tone;

namespace Advocacy.Tests.Platform.Tone;

public sealed class LexiconListTests
{
    [Theory]
    [InlineData("da")]
    [InlineData("en")]
    public void The_lists_hold_many_words_of_both_signs(string language)
    {
        var lines = LexiconList.Load(language);

        lines.Count(line => line.Value > 0).ShouldBeGreaterThan(600);
        lines.Count(line => line.Value < 0).ShouldBeGreaterThan(600);
    }

    [Theory]
    [InlineData("da")]
    [InlineData("en")]
    [InlineData("emoji")]
    public void No_word_stands_twice_in_a_section_and_none_has_two_signs(string list)
    {
        var lines = LexiconList.Load(list);

        lines.GroupBy(line => (line.Section, line.Text)).Where(group => group.Skip(1).Any()).ShouldBeEmpty();
        lines
            .Where(line => line.Section is "adjectives" or "verbs" or "nouns" or "lone nouns" or "fixed")
            .GroupBy(line => line.Text)
            .Where(group => group.Select(line => line.Value).Distinct().Skip(1).Any())
            .ShouldBeEmpty();
    }

    [Theory]
    [InlineData("da")]
    [InlineData("en")]
    public void Every_word_is_written_as_it_is_looked_up(string language)
    {
        foreach (var line in LexiconList.Load(language))
        {
            line.Text.ShouldBe(line.Text.Trim().ToLowerInvariant());
            line.Text.Length.ShouldBeLessThanOrEqualTo(LexiconTable.LongestWord);
            line.Text.Split(' ').Length.ShouldBeLessThanOrEqualTo(LexiconTable.LongestPhrase);
        }
    }

    [Theory]
    [InlineData("[nouns]\nglæde", "line 2: expected word, tab, weight")]
    [InlineData("[nouns]\nglæde\tmeget", "line 2: expected word, tab, weight")]
    [InlineData("glæde\t2", "line 1: expected word, tab, weight in a section")]
    [InlineData("# ok\n[nouns]\n\nglæde\t6", "line 4: 6 is no weight of 'nouns'")]
    [InlineData("[intensifiers]\nmeget\t2", "line 2: 2 is no weight of 'intensifiers'")]
    [InlineData("[nuons]", "line 1: no such section 'nuons'")]
    public void A_wrong_line_is_named(string text, string message) =>
        Should.Throw<FormatException>(() => LexiconList.Read(new StringReader(text))).Message.ShouldContain(message);

    [Fact]
    public void A_list_of_ones_own_is_read()
    {
        var lines = LexiconList.Read(
            new StringReader("# words\n[adjectives]\nflot\t3\n\n[neutral]\nflotte\t0\n[negators]\nikke\t0\n")
        );
        var table = LexiconTable.Of(lines, danish: true);

        Find("flot").Weight.ShouldBe((sbyte)3);
        Find("flottere").Weight.ShouldBe((sbyte)3);
        // Its own entry wins over the form of another.
        Find("flotte").Weight.ShouldBe((sbyte)0);
        Find("ikke").Is(LexiconTraits.Negator).ShouldBeTrue();
        table.TryFind("grim", out _).ShouldBeFalse();

        LexiconEntry Find(string word)
        {
            table.TryFind(word, out var entry).ShouldBeTrue(word);
            return entry;
        }
    }
}
