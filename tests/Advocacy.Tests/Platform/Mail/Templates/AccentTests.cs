using Advocacy.Platform.Mail.Templates;
using FsCheck;
using FsCheck.Fluent;

namespace Advocacy.Tests.Platform.Mail.Templates;

public sealed class AccentTests
{
    [Fact]
    public void Text_is_readable_on_and_in_every_colour() =>
        Prop.ForAll(
                Gen.Choose(0, 0xffffff).Select(n => $"#{n:x6}").ToArbitrary(),
                colour =>
                {
                    var accent = Accent.Of(colour);
                    Accent.Contrast(accent.Colour, accent.OnColour).ShouldBeGreaterThanOrEqualTo(4.5);
                    Accent.Contrast(accent.OnLight, "#f3f1ec").ShouldBeGreaterThanOrEqualTo(4.5);
                    Accent.Contrast(accent.OnLight, "#ffffff").ShouldBeGreaterThanOrEqualTo(4.5);
                    Accent.Contrast(accent.OnDark, "#1d2226").ShouldBeGreaterThanOrEqualTo(4.5);
                    Accent.Contrast(accent.OnDark, "#121518").ShouldBeGreaterThanOrEqualTo(4.5);
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void A_colour_that_is_readable_already_stays_as_it_is() => Accent.Of("#0F5C5C").OnLight.ShouldBe("#0f5c5c");

    [Theory]
    [InlineData("#ffd400", "#000000")]
    [InlineData("#0f5c5c", "#ffffff")]
    public void The_button_takes_the_text_colour_that_reads_best(string colour, string text) =>
        Accent.Of(colour).OnColour.ShouldBe(text);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("#fff")]
    [InlineData("teal")]
    [InlineData("#12345g")]
    [InlineData("#123456;")]
    public void Anything_else_becomes_the_default(string? colour) => Accent.Of(colour).Colour.ShouldBe("#0f5c5c");

    [Fact]
    public void Contrast_is_that_of_WCAG()
    {
        Accent.Contrast("#000000", "#ffffff").ShouldBe(21, 0.001);
        Accent.Contrast("#777777", "#ffffff").ShouldBe(4.478, 0.001);
    }
}
