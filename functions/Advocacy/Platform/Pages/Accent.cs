using System.Globalization;
using System.Runtime.InteropServices;

namespace Advocacy.Platform.Pages;

/// <summary>
/// A company's colour made readable: whatever it is, text in it and text on it has a contrast of at least 4.5 to 1 (WCAG 2.2, AA), in
/// light and in dark.
/// </summary>
/// <param name="Light">On light surfaces.</param>
/// <param name="Dark">On dark surfaces.</param>
internal sealed record Accent(AccentShade Light, AccentShade Dark)
{
    public const string Fallback = "#0f5c5c";

    private const double Readable = 4.6;

    // The same surfaces as in site.css: the page and the card on it.
    private static readonly Rgb[] LightSurfaces = [new(255, 255, 255), new(245, 246, 247)];
    private static readonly Rgb[] DarkSurfaces = [new(27, 32, 37), new(17, 21, 24)];

    /// <param name="colour"><c>#rrggbb</c>; anything else is taken as <see cref="Fallback"/>.</param>
    public static Accent Of(string? colour)
    {
        var brand = Rgb.Parse(colour) ?? Rgb.Parse(Fallback)!.Value;
        return new Accent(
            Shade(brand, LightSurfaces, new Rgb(0, 0, 0), tint: 0.08),
            Shade(brand, DarkSurfaces, new Rgb(255, 255, 255), tint: 0.16)
        );
    }

    /// <summary>The custom properties that site.css reads.</summary>
    public string Css() =>
        $":root{{{Light.Css()}}}@media screen and (prefers-color-scheme:dark){{:root{{{Dark.Css()}}}}}";

    private static AccentShade Shade(Rgb brand, Rgb[] surfaces, Rgb towards, double tint)
    {
        var soft = surfaces[0].Mix(brand, tint);
        Rgb[] behind = [.. surfaces, soft];
        var readable = brand;
        for (var step = 1; step <= 50 && behind.Any(b => readable.ContrastTo(b) < Readable); step++)
        {
            readable = brand.Mix(towards, step / 50.0);
        }
        return new AccentShade(readable, surfaces[0], soft);
    }
}

/// <param name="Ink">Links, rules and the fill of buttons.</param>
/// <param name="OnInk">Text on a fill of <paramref name="Ink"/>.</param>
/// <param name="Soft">A quiet background that <paramref name="Ink"/> is readable on.</param>
internal sealed record AccentShade(Rgb Ink, Rgb OnInk, Rgb Soft)
{
    public string Css() => $"--accent:{Ink};--on-accent:{OnInk};--soft:{Soft}";
}

/// <summary>A colour in sRGB, each part from 0 to 255.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Rgb(byte R, byte G, byte B)
{
    public static Rgb? Parse(string? colour) =>
        colour is ['#', ..] and { Length: 7 }
        && uint.TryParse(colour.AsSpan(1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)
            ? new Rgb((byte)(value >> 16), (byte)(value >> 8), (byte)value)
            : null;

    /// <param name="share">0 is this colour, 1 the other.</param>
    public Rgb Mix(Rgb other, double share)
    {
        return new Rgb(Part(R, other.R), Part(G, other.G), Part(B, other.B));
        byte Part(byte mine, byte theirs) => (byte)Math.Round(mine + ((theirs - mine) * share));
    }

    /// <summary>From 1 to 21, as WCAG 2 defines it.</summary>
    public double ContrastTo(Rgb other)
    {
        var (a, b) = (Luminance(), other.Luminance());
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"#{R:x2}{G:x2}{B:x2}");

    private double Luminance()
    {
        return (0.2126 * Linear(R)) + (0.7152 * Linear(G)) + (0.0722 * Linear(B));
        static double Linear(byte part)
        {
            var s = part / 255.0;
            return s <= 0.04045 ? s / 12.92 : Math.Pow((s + 0.055) / 1.055, 2.4);
        }
    }
}
