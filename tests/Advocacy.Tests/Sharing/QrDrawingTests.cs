using System.Globalization;
using System.Text.RegularExpressions;
using Advocacy.Sharing;
using QRCoder;

namespace Advocacy.Tests.Sharing;

public sealed partial class QrDrawingTests
{
    private const string Address = "https://shares.nordlys.example/share/AQIDBAUGBwgJCgsMDQ4PEA.c2lnbmF0dXJl";

    [Fact]
    public void The_path_draws_every_dark_module_and_no_other()
    {
        var drawing = QrDrawing.Of(Address);
        using var code = QRCodeGenerator.GenerateQrCode(Address, QRCodeGenerator.ECCLevel.L);

        var drawn = new HashSet<(int, int)>();
        foreach (Match run in Run().Matches(drawing.Path))
        {
            var (x, y, length) = (Number(run, 1), Number(run, 2), Number(run, 3));
            Number(run, 4).ShouldBe(length);
            for (var i = 0; i < length; i++)
            {
                drawn.Add((x + i, y)).ShouldBeTrue();
            }
        }
        Run().Replace(drawing.Path, "").ShouldBeEmpty();
        for (var y = 0; y < drawing.Size; y++)
        {
            for (var x = 0; x < drawing.Size; x++)
            {
                drawn.Contains((x, y)).ShouldBe(code.ModuleMatrix[y][x]);
            }
        }
    }

    [Fact]
    public void A_quiet_zone_of_four_modules_surrounds_it()
    {
        var drawing = QrDrawing.Of(Address);

        drawing.Path.ShouldStartWith("M4 4h7v1h-7z");
        Run().Matches(drawing.Path).ShouldAllBe(run => Number(run, 1) >= 4 && Number(run, 2) <= drawing.Size - 5);
    }

    [Fact]
    public void An_address_of_any_length_that_a_link_has_fits() =>
        QrDrawing.Of("https://" + new string('a', 1_500)).Size.ShouldBeLessThanOrEqualTo(177 + 8);

    private static int Number(Match run, int group) =>
        int.Parse(run.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"M(?<x>\d+) (?<y>\d+)h(?<width>\d+)v1h-(?<back>\d+)z", RegexOptions.None, 1000)]
    private static partial Regex Run();
}
