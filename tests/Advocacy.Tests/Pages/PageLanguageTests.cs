using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using Advocacy.Consent;
using Advocacy.Content.Sources;
using Advocacy.Platform.Pages;
using Advocacy.Programme.Branding;
using Advocacy.Programme.Pulse;
using Advocacy.Programme.Setup;
using Advocacy.Sharing;

namespace Advocacy.Tests.Pages;

public sealed partial class PageLanguageTests
{
    public static TheoryData<string> Sets => ["page", "consent", "sharing", "pulse", "setup", "branding", "sources"];

    [Theory]
    [InlineData("da", "da")]
    [InlineData("da-DK,da;q=0.9,en;q=0.8", "da")]
    [InlineData("de-DE, EN-us;q=0.7, da;q=0.3", "en")]
    [InlineData("de", "en")]
    [InlineData("", "en")]
    [InlineData(null, "en")]
    [InlineData(";;;,,,-", "en")]
    public void A_stranger_gets_the_first_of_our_languages_that_the_browser_asks_for(string? header, string expected) =>
        PageLanguage.Of(header).ShouldBe(expected);

    [Fact]
    public void A_stranger_who_asks_for_none_of_ours_gets_the_companys() => PageLanguage.Of("sv", "da").ShouldBe("da");

    [Theory]
    [MemberData(nameof(Sets))]
    public void Every_text_exists_in_both_languages_with_the_same_places(string set)
    {
        var texts = Set(set);
        var english = All(texts, CultureInfo.InvariantCulture);
        var danish = All(texts, CultureInfo.GetCultureInfo("da"));

        danish.Keys.ShouldBe(english.Keys, ignoreOrder: true);
        foreach (var (key, text) in english)
        {
            Places(danish[key]).ShouldBe(Places(text), key);
            danish[key].ShouldNotBeNullOrWhiteSpace(key);
        }
    }

    [Fact]
    public void A_missing_text_is_named() =>
        Should
            .Throw<KeyNotFoundException>(() => ConsentStrings.For("da")["Nonsense"])
            .Message.ShouldContain("'Nonsense'");

    private static ResourceManager Set(string name) =>
        name switch
        {
            "page" => PageStrings.All,
            "consent" => ConsentStrings.All,
            "pulse" => PulseStrings.All,
            "setup" => SetupStrings.All,
            "branding" => BrandingStrings.All,
            "sources" => SourcesStrings.All,
            _ => SharingStrings.All,
        };

    private static Dictionary<string, string> All(ResourceManager texts, CultureInfo culture) =>
        texts
            .GetResourceSet(culture, createIfNotExists: true, tryParents: false)!
            .Cast<DictionaryEntry>()
            .ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!);

    private static IEnumerable<string> Places(string text) =>
        Place().Matches(text).Select(match => match.Value).Order();

    [GeneratedRegex(@"\{\d\}", RegexOptions.None, 1000)]
    private static partial Regex Place();
}
