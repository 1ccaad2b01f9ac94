using System.Resources;
using Advocacy.Platform.Pages;

namespace Advocacy.Programme.Branding;

/// <summary>The texts of BrandingStrings.resx: the two pages that anybody in the company may read.</summary>
internal static class BrandingStrings
{
    internal static readonly ResourceManager All = new(typeof(BrandingStrings));

    public static PageTexts For(string language) => new(All, language);
}
