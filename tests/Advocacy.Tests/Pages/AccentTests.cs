using Advocacy.Platform.Pages;
using FsCheck;
using FsCheck.Fluent;

namespace Advocacy.Tests.Pages;

public sealed class AccentTests
{
    private static readonly Rgb White = new(255, 255, 255);
    private static readonly Rgb Night = new(17, 21, 24);

    [Fact]
    public void Every_colour_is_made_readable_in_light_and_in_dark() =>
        Prop.ForAll<byte, byte, byte>(
                (r, g, b) =>
                {
                    var accent = Accent.Of(new Rgb(r, g, b).ToString());

                    return Readable(accent.Light) && Readable(accent.Dark);
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void A_colour_that_is_readable_is_left_alone() =>
        Accent.Of("#0f5c5c").Light.Ink.ShouldBe(new Rgb(0x0f, 0x5c, 0x5c));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("teal")]
    [InlineData("#12345")]
    [InlineData("#12345g")]
    [InlineData("#-12345")]
    [InlineData("red}</style><script>")]
    public void What_is_no_colour_becomes_the_fallback(string? colour) =>
        Accent.Of(colour).ShouldBe(Accent.Of(Accent.Fallback));

    [Fact]
    public void Black_on_white_has_the_contrast_that_the_standard_says() =>
        new Rgb(0, 0, 0).ContrastTo(White).ShouldBe(21, 0.001);

    [Fact]
    public void The_surfaces_are_those_of_the_stylesheet()
    {
        var css = SiteStyle.For(null);

        Accent.Of(null).Light.OnInk.ShouldBe(White);
        css.ShouldContain("--surface: #fff;");
        css.ShouldContain("--page: #f5f6f7;");
        css.ShouldContain($"--surface: {Accent.Of(null).Dark.OnInk};");
        css.ShouldContain($"--page: {Night};");
    }

    private static bool Readable(AccentShade shade) =>
        shade.Ink.ContrastTo(shade.OnInk) >= 4.5 && shade.Ink.ContrastTo(shade.Soft) >= 4.5;
}
