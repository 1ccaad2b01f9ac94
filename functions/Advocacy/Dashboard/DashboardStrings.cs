using System.Resources;
using Advocacy.Platform.Pages;

namespace Advocacy.Dashboard;

/// <summary>The texts of DashboardStrings.resx.</summary>
internal static class DashboardStrings
{
    internal static readonly ResourceManager All = new(typeof(DashboardStrings));

    public static PageTexts For(string language) => new(All, language);
}
