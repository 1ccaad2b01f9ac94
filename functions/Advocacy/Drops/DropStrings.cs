using System.Resources;
using Advocacy.Platform.Pages;

namespace Advocacy.Drops;

/// <summary>The texts of DropStrings.resx: of the drop and suggestion pages and of the mail that answers.</summary>
internal static class DropStrings
{
    internal static readonly ResourceManager All = new(typeof(DropStrings));

    public static PageTexts For(string language) => new(All, language);
}
