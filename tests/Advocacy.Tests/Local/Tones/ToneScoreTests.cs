using Advocacy.Local.Tones;

namespace Advocacy.Tests.Local.Tones;

public sealed class ToneScoreTests
{
    [Fact]
    public void Accuracy_and_macro_F1_are_those_of_the_confusion_matrix()
    {
        var score = new ToneScore();
        foreach (var (label, judged) in ((int, int)[])[(1, 1), (1, 1), (1, 0), (0, 0), (0, -1), (-1, -1)])
        {
            score.Add(label, judged);
        }

        score.Accuracy.ShouldBe(4 / 6.0, 1e-9);
        // F1: positive 2·2/(3+2), neutral 2·1/(2+2), negative 2·1/(1+2)
        score.MacroF1.ShouldBe((0.8 + 0.5 + 2 / 3.0) / 3, 1e-9);
        score.Lines().Take(3).ShouldBe(["texts\t6", "accuracy\t0.6667", "macro-F1\t0.6556"]);
    }

    [Fact]
    public void No_texts_score_nothing() => new ToneScore().MacroF1.ShouldBe(0);

    [Theory]
    [InlineData("1\tGodt", "1", "Godt", 1)]
    [InlineData("+1\tGodt\tigen", "+1", "Godt\tigen", 1)]
    [InlineData("-1\t", "-1", "", -1)]
    [InlineData("0\tNu", "0", "Nu", 0)]
    public void What_stands_before_the_first_tab_is_the_label(string line, string label, string text, int sign)
    {
        var read = ToneLine.Of(7, line);

        read.ShouldBe(new ToneLine(7, label, text));
        read.Sign().ShouldBe(sign);
    }

    [Theory]
    [InlineData("Godt", "''")]
    [InlineData("god\tGodt", "'god'")]
    public void A_label_that_is_no_sign_is_named_with_its_line(string line, string named) =>
        Should
            .Throw<InvalidDataException>(() => ToneLine.Of(7, line).Sign())
            .Message.ShouldStartWith($"Line 7: its label is {named}; --evaluate takes -1, 0 or 1");
}
