using System.Globalization;

namespace Advocacy.Platform.Mail.Templates;

/// <summary>
/// A company's colour, made readable: WCAG 2.2 asks for a contrast of 4.5 between text and ground.
/// </summary>
internal sealed record Accent
{
    private const double Readable = 4.5;
    private const string Fallback = "#0f5c5c";

    // The pages that the mail's text stands on; white and the dark card are the hardest of each kind.
    private const string LightPage = "#f3f1ec";
    private const string DarkCard = "#1d2226";
    private const string Ink = "#000000";

    private Accent(string colour)
    {
        Colour = colour;
        OnColour = Contrast(colour, "#ffffff") >= Contrast(colour, Ink) ? "#ffffff" : Ink;
        OnLight = Towards(colour, "#000000", LightPage);
        OnDark = Towards(colour, "#ffffff", DarkCard);
    }

    /// <summary>As configured, <c>#rrggbb</c>.</summary>
    public string Colour { get; }

    /// <summary>Text on <see cref="Colour"/>: white or ink.</summary>
    public string OnColour { get; }

    /// <summary>The colour as text on the light page, darkened as far as needed.</summary>
    public string OnLight { get; }

    /// <summary>The colour as text on the dark page, lightened as far as needed; ink is readable on it too.</summary>
    public string OnDark { get; }

    /// <summary>Anything but <c>#rrggbb</c> becomes the default colour.</summary>
    public static Accent Of(string? colour) => new(IsColour(colour) ? colour!.ToLowerInvariant() : Fallback);

    /// <summary>WCAG contrast ratio of two <c>#rrggbb</c>, 1 to 21.</summary>
    public static double Contrast(string one, string other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static bool IsColour(string? colour) =>
        colour is ['#', .. { Length: 6 } digits] && digits.All(char.IsAsciiHexDigit);

    private static string Towards(string colour, string end, string ground)
    {
        var mixed = colour;
        for (var step = 1; step <= 20 && Contrast(mixed, ground) < Readable; step++)
        {
            mixed = Mix(colour, end, step / 20.0);
        }
        return mixed;
    }

    private static string Mix(string from, string to, double share)
    {
        var (a, b) = (Channels(from), Channels(to));
        var mixed = a.Zip(b, (x, y) => (int)Math.Round(x + (y - x) * share)).ToArray();
        return string.Create(CultureInfo.InvariantCulture, $"#{mixed[0]:x2}{mixed[1]:x2}{mixed[2]:x2}");
    }

    private static double Luminance(string colour)
    {
        var linear = Channels(colour)
            .Select(c => c / 255.0)
            .Select(c => c <= 0.04045 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4))
            .ToArray();
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
    }

    private static int[] Channels(string colour) => [.. Convert.FromHexString(colour.AsSpan(1)).Select(b => (int)b)];
}
