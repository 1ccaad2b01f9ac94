using System.Resources;
using Advocacy.Platform.Pages;

namespace Advocacy.Programme.Pulse;

/// <summary>The texts of PulseStrings.resx.</summary>
internal static class PulseStrings
{
    internal static readonly ResourceManager All = new(typeof(PulseStrings));

    public static PageTexts For(string language) => new(All, language);
}
