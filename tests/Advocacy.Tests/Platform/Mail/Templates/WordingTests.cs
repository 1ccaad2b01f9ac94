using Advocacy.Platform.Mail.Templates;

namespace Advocacy.Tests.Platform.Mail.Templates;

public sealed class WordingTests
{
    [Theory]
    [InlineData("a\r\nb\tc", "a b c")]
    [InlineData("  a \u00a0 b  ", "a b")]
    [InlineData("a\0b\u001bc", "a b c")]
    [InlineData("a\u202eb\u2066c", "abc")]
    [InlineData("👩‍👧", "👩‍👧")]
    [InlineData("", "")]
    public void One_line_holds_no_breaks_controls_or_turns(string text, string line) =>
        Wording.OneLine(text).ShouldBe(line);

    [Fact]
    public void Lines_keep_single_empty_ones_only() =>
        Wording.Lines("\n a\r\n\r\n\r\n\r\nb\rc\n ").ShouldBe(["a", "", "b", "c"]);

    [Theory]
    [InlineData("one two three", 13, "one two three")]
    [InlineData("one two three", 12, "one two thr…")]
    [InlineData("one two three four", 16, "one two three…")]
    [InlineData("WWWWWWWWWW", 5, "WWWW…")]
    [InlineData("ab👩‍👧", 5, "ab…")]
    public void A_long_text_is_cut_after_a_word_and_never_within_a_character(string text, int most, string cut)
    {
        Wording.Shorten(text, most).ShouldBe(cut);
        cut.Length.ShouldBeLessThanOrEqualTo(most);
    }

    [Theory]
    [InlineData("Maja Holm", "Maja")]
    [InlineData("Holm, Maja Ellen", "Maja")]
    [InlineData("Anne-Grethe Dam", "Anne-Grethe")]
    [InlineData("Maja", "Maja")]
    [InlineData("Holm,", "Holm")]
    [InlineData("", "")]
    [InlineData(" \r\n", "")]
    [InlineData("Maja\r\nBcc: x", "Maja")]
    public void The_first_name_is_found_in_both_orders(string name, string first) =>
        Wording.FirstName(name).ShouldBe(first);
}
