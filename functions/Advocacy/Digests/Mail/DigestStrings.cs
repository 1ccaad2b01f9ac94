using System.Globalization;
using System.Resources;

namespace Advocacy.Digests.Mail;

/// <summary>The digest's own words, from <c>DigestStrings.resx</c> (English) and <c>DigestStrings.da.resx</c>.</summary>
internal sealed class DigestStrings(string language)
{
    private static readonly ResourceManager Resources = new(typeof(DigestStrings));

    private readonly CultureInfo _culture = CultureInfo.GetCultureInfo(language == "da" ? "da" : "en");

    /// <summary>The language the words come in: <c>da</c> or <c>en</c>.</summary>
    public string Language => _culture.Name;

    public string this[string key] =>
        Resources.GetString(key, _culture) ?? throw new ArgumentException($"No text is called {key}.", nameof(key));

    public string Of(string key, params object[] values) => string.Format(_culture, this[key], values);

    /// <summary>Two to ten in words, as people write them; others in digits.</summary>
    public string Number(int number) =>
        this["Numbers"].Split(' ').ElementAtOrDefault(number - 2) ?? number.ToString(_culture);
}
