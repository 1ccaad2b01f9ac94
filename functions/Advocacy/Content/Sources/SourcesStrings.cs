using System.Globalization;
using System.Resources;
using Advocacy.Platform.Pages;

namespace Advocacy.Content.Sources;

/// <summary>The texts of SourcesStrings.resx.</summary>
internal static class SourcesStrings
{
    internal static readonly ResourceManager All = new(typeof(SourcesStrings));

    public static PageTexts For(string language) => new(All, language);

    /// <summary>"3 hours ago": the team may sit in any zone.</summary>
    public static string Ago(this PageTexts texts, DateTimeOffset? at, DateTimeOffset now)
    {
        if (at is not { } then)
        {
            return texts["Never"];
        }
        var passed = now - then;
        return passed < TimeSpan.FromMinutes(1) ? texts["JustNow"]
            : passed < TimeSpan.FromHours(1) ? texts.Count("Minutes", (int)passed.TotalMinutes)
            : passed < TimeSpan.FromDays(1) ? texts.Count("Hours", (int)passed.TotalHours)
            : texts.Count("Days", (int)passed.TotalDays);
    }

    /// <summary>The text named by the key, in the singular or the plural.</summary>
    public static string Count(this PageTexts texts, string key, int count) =>
        texts.With(count == 1 ? key + "One" : key, count);

    /// <summary>As its speakers call it.</summary>
    public static string LanguageName(string language) => CultureInfo.GetCultureInfo(language).NativeName;
}
