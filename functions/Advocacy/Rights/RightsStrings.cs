using System.Resources;
using Advocacy.Platform.Pages;

namespace Advocacy.Rights;

/// <summary>The texts of RightsStrings.resx.</summary>
internal static class RightsStrings
{
    internal static readonly ResourceManager All = new(typeof(RightsStrings));

    public static PageTexts For(string language) => new(All, language);
}
