using System.Resources;
using Advocacy.Platform.Pages;

namespace Advocacy.Failures;

/// <summary>The texts of FailureStrings.resx.</summary>
internal static class FailureStrings
{
    internal static readonly ResourceManager All = new(typeof(FailureStrings));

    public static PageTexts For(string language) => new(All, language);
}
