using System.Resources;
using Advocacy.Platform.Pages;

namespace Advocacy.Programme.Setup;

/// <summary>The texts of SetupStrings.resx.</summary>
internal static class SetupStrings
{
    internal static readonly ResourceManager All = new(typeof(SetupStrings));

    public static PageTexts For(string language) => new(All, language);
}
