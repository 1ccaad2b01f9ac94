using System.Globalization;
using System.Resources;

namespace Advocacy.Platform.Pages;

/// <summary>The languages that pages exist in.</summary>
public static class PageLanguage
{
    public const string Default = "en";

    /// <summary>Dates and numbers as the reader writes them. English is British: its readers work in Europe.</summary>
    /// <param name="language">ISO 639-1.</param>
    public static CultureInfo CultureOf(string language) =>
        CultureInfo.GetCultureInfo(Known(language) == "da" ? "da-DK" : "en-GB");

    /// <summary>The language that a browser asks for, where nobody is known: the first of ours in its Accept-Language header.</summary>
    public static string Of(string? acceptLanguage, string otherwise = Default) =>
        (acceptLanguage ?? "")
            .Split(',', 20)
            .Select(range => range.Split(';', '-')[0].Trim())
            .FirstOrDefault(range => range.ToLowerInvariant() is "da" or "en")
            ?.ToLowerInvariant()
        ?? Known(otherwise);

    /// <summary><c>da</c> or <c>en</c>, for the lang attribute.</summary>
    public static string Known(string language) => language == "da" ? "da" : Default;
}

/// <summary>One feature's texts in one language.</summary>
internal sealed class PageTexts(ResourceManager texts, string language)
{
    public CultureInfo Culture { get; } = PageLanguage.CultureOf(language);

    /// <exception cref="KeyNotFoundException">No such text: a page that says nothing is worse than one that fails its test.</exception>
    public string this[string key] =>
        texts.GetString(key, Culture) ?? throw new KeyNotFoundException($"{texts.BaseName} has no text '{key}'.");

    public string With(string key, params ReadOnlySpan<object?> values) => string.Format(Culture, this[key], values);

    /// <summary>Day and time in the offset that the instant carries: callers convert to the person's zone.</summary>
    public string When(DateTimeOffset at) =>
        at.ToString(
            Culture.TwoLetterISOLanguageName == "da" ? "d. MMMM yyyy 'kl.' HH.mm" : "d MMMM yyyy 'at' HH:mm",
            Culture
        );
}
