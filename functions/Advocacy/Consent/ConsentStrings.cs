using System.Resources;
using Advocacy.Platform.Pages;

namespace Advocacy.Consent;

/// <summary>The texts of ConsentStrings.resx.</summary>
internal static class ConsentStrings
{
    internal static readonly ResourceManager All = new(typeof(ConsentStrings));

    public static PageTexts For(string language) => new(All, language);
}
