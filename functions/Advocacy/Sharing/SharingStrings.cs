using System.Resources;
using Advocacy.Platform.Pages;

namespace Advocacy.Sharing;

/// <summary>The texts of SharingStrings.resx.</summary>
internal static class SharingStrings
{
    internal static readonly ResourceManager All = new(typeof(SharingStrings));

    public static PageTexts For(string language) => new(All, language);
}
