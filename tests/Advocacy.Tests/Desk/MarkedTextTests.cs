using Advocacy.Desk;
using Advocacy.Tone;

namespace Advocacy.Tests.Desk;

public sealed class MarkedTextTests
{
    [Theory]
    [InlineData("plain", "", "plain")]
    [InlineData("a bad day", "2+3", "a |bad0| day")]
    [InlineData("bad", "0+3", "bad0")]
    [InlineData("a bad bad day", "2+7 6+3", "a |bad 0|bad01| day")] // one inside the other
    [InlineData("abcdef", "0+4 2+4", "ab0|cd01|ef1")] // overlapping
    [InlineData("abcdef", "0+3 3+3", "abc0|def1")] // side by side
    public void A_text_is_cut_where_reasons_begin_and_end(string text, string spans, string expected) =>
        Shown(text, [.. spans.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(span => Reason(text, span))])
            .ShouldBe(expected);

    [Theory]
    [InlineData(0, 3, "not")] // other words stand there now
    [InlineData(4, 3, "bad")]
    [InlineData(-1, 3, "bad")]
    [InlineData(int.MaxValue, 3, "bad")]
    [InlineData(0, 3, "badly")]
    [InlineData(null, null, "bad")]
    public void A_reason_whose_words_are_gone_marks_nothing(int? offset, int? length, string quote) =>
        Shown("bad", [new ToneReason("r", "m", quote) { Offset = offset, Length = length }]).ShouldBe("bad");

    [Fact]
    public void Nothing_of_a_text_is_lost()
    {
        const string text = "Linje 1\n\n😀 æøå";

        string.Concat(MarkedText.Of(text, [Reason(text, "3+9"), Reason(text, "0+2")]).Select(part => part.Text))
            .ShouldBe(text);
    }

    private static ToneReason Reason(string text, string span)
    {
        var at = span.Split('+').Select(int.Parse).ToList();
        return new("r", "m", text.Substring(at[0], at[1])) { Offset = at[0], Length = at[1] };
    }

    private static string Shown(string text, IReadOnlyList<ToneReason> reasons) =>
        string.Join('|', MarkedText.Of(text, reasons).Select(part => part.Text + string.Concat(part.Reasons)));
}
