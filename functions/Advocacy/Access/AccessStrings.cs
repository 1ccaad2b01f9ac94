using System.Resources;
using Advocacy.Platform.Pages;

namespace Advocacy.Access;

/// <summary>The texts of AccessStrings.resx.</summary>
internal static class AccessStrings
{
    internal static readonly ResourceManager All = new(typeof(AccessStrings));

    public static PageTexts For(string language) => new(All, language);
}
