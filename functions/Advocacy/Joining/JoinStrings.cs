using System.Resources;
using Advocacy.Platform.Pages;

namespace Advocacy.Joining;

/// <summary>The texts of JoinStrings.resx: of the join pages and of the mail between them.</summary>
internal static class JoinStrings
{
    internal static readonly ResourceManager All = new(typeof(JoinStrings));

    public static PageTexts For(string language) => new(All, language);
}
