using System.Resources;
using Advocacy.Platform.Pages;

namespace Advocacy.Desk;

/// <summary>The texts of DeskStrings.resx.</summary>
internal static class DeskStrings
{
    internal static readonly ResourceManager All = new(typeof(DeskStrings));

    public static PageTexts For(string language) => new(All, language);
}
