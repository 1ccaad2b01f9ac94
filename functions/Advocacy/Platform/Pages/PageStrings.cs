using System.Resources;

namespace Advocacy.Platform.Pages;

/// <summary>The texts of PageStrings.resx.</summary>
internal static class PageStrings
{
    internal static readonly ResourceManager All = new(typeof(PageStrings));

    public static PageTexts For(string language) => new(All, language);
}
