using Advocacy.Consent;

namespace Advocacy.Tests.Consent;

public sealed class ConsentWordingsTests
{
    private readonly ConsentWordings _wordings = new();

    // A released text never changes, because consents on record carry its hash. Where this fails for a row that was here
    // before: put the old text back and write the new one as a new version.
    [Theory]
    [InlineData(
        "2026-1",
        ConsentPurpose.ClickMeasurement,
        "da",
        "eb32fb634c818e89eb4f880bcd87505c5e2a3a205311f54e2417b642ffebb737"
    )]
    [InlineData(
        "2026-1",
        ConsentPurpose.ClickMeasurement,
        "en",
        "d421d1178e9f8980d40f9a5019e356dd0febd40d2a8887b626c702eb16bf7eed"
    )]
    [InlineData(
        "2026-1",
        ConsentPurpose.DigestEmail,
        "da",
        "3abf42048d0d782a5f75016f2666c2e5c971200b61b248409599167a121921ce"
    )]
    [InlineData(
        "2026-1",
        ConsentPurpose.DigestEmail,
        "en",
        "2bf2820b1d29d746a5bec57e6aef904f1a42fa019bf556f6ea9682fbdbc5f2ca"
    )]
    [InlineData(
        "2026-1",
        ConsentPurpose.ShareStatistics,
        "da",
        "ef538e406c1a211e871500a1f3f955cebee48bc6648f8a17f90ff211bd9a7c4a"
    )]
    [InlineData(
        "2026-1",
        ConsentPurpose.ShareStatistics,
        "en",
        "0f59b98e1c76abb19245830d489fcfdcff97c975294f3449f29932435e8d4af0"
    )]
    [InlineData(
        "2026-2",
        ConsentPurpose.ClickMeasurement,
        "da",
        "1135a037d03a06753d6fe800a1957089b8ba194114f47f09b99a1dc89bde20e0"
    )]
    [InlineData(
        "2026-2",
        ConsentPurpose.ClickMeasurement,
        "en",
        "c9748d44faa29774fc573bf667ee1d962931532e67560a5ae9f1d41c344f7228"
    )]
    [InlineData(
        "2026-2",
        ConsentPurpose.DigestEmail,
        "da",
        "3abf42048d0d782a5f75016f2666c2e5c971200b61b248409599167a121921ce"
    )]
    [InlineData(
        "2026-2",
        ConsentPurpose.DigestEmail,
        "en",
        "2bf2820b1d29d746a5bec57e6aef904f1a42fa019bf556f6ea9682fbdbc5f2ca"
    )]
    [InlineData(
        "2026-2",
        ConsentPurpose.ShareStatistics,
        "da",
        "ef538e406c1a211e871500a1f3f955cebee48bc6648f8a17f90ff211bd9a7c4a"
    )]
    [InlineData(
        "2026-2",
        ConsentPurpose.ShareStatistics,
        "en",
        "0f59b98e1c76abb19245830d489fcfdcff97c975294f3449f29932435e8d4af0"
    )]
    public void A_released_wording_is_what_it_was(
        string version,
        ConsentPurpose purpose,
        string language,
        string hash
    ) => _wordings.Find(version, purpose, language).ShouldNotBeNull().Hash.ShouldBe(hash);

    [Fact]
    public void Every_wording_is_pinned_by_the_test_above()
    {
        var pinned = typeof(ConsentWordingsTests)
            .GetMethod(nameof(A_released_wording_is_what_it_was))!
            .GetCustomAttributes(typeof(InlineDataAttribute), inherit: false);

        _wordings.All.Count.ShouldBe(pinned.Length);
    }

    // Nor does what a released version means: whoever said yes to it is asked again, or not, by this number.
    [Theory]
    [InlineData("2026-1", ConsentPurpose.DigestEmail, 1)]
    [InlineData("2026-1", ConsentPurpose.ClickMeasurement, 1)]
    [InlineData("2026-1", ConsentPurpose.ShareStatistics, 1)]
    [InlineData("2026-2", ConsentPurpose.DigestEmail, 1)]
    [InlineData("2026-2", ConsentPurpose.ClickMeasurement, 2)]
    [InlineData("2026-2", ConsentPurpose.ShareStatistics, 1)]
    public void A_released_revision_is_what_it_was(string version, ConsentPurpose purpose, int revision) =>
        _wordings
            .All.Where(wording => wording.Version == version && wording.Purpose == purpose)
            .Select(wording => wording.Revision)
            .ShouldBe([revision, revision]);

    [Fact]
    public void Every_revision_is_pinned_by_the_test_above() =>
        typeof(ConsentWordingsTests)
            .GetMethod(nameof(A_released_revision_is_what_it_was))!
            .GetCustomAttributes(typeof(InlineDataAttribute), inherit: false)
            .Length.ShouldBe(_wordings.Versions.Count * Enum.GetValues<ConsentPurpose>().Length);

    [Fact]
    public void Every_purpose_can_be_asked_for_in_both_languages_with_the_current_words()
    {
        foreach (var purpose in Enum.GetValues<ConsentPurpose>())
        {
            foreach (var language in (string[])["da", "en"])
            {
                var wording = _wordings.Current(purpose, language);

                (wording.Purpose, wording.Version, wording.Language).ShouldBe(
                    (purpose, ConsentWordings.CurrentVersion, language)
                );
            }
        }
        _wordings.Versions[^1].ShouldBe(ConsentWordings.CurrentVersion);
    }

    [Fact]
    public void A_language_without_words_is_asked_in_English() =>
        _wordings.Current(ConsentPurpose.DigestEmail, "fi").Language.ShouldBe("en");

    [Theory]
    [InlineData("2025-9", "da")]
    [InlineData("2026-1", "fi")]
    [InlineData("2026-1", "DA")]
    [InlineData("", "")]
    public void Words_that_never_were_are_not_found(string version, string language) =>
        _wordings.Find(version, ConsentPurpose.DigestEmail, language).ShouldBeNull();

    [Theory]
    [InlineData("da", "frivilligt", "siger nej", "2 år", "uden at sige hvorfor")]
    [InlineData("en", "voluntary", "say no", "2 years", "without giving a reason")]
    public void Each_wording_says_what_the_law_wants_said(string language, params string[] words)
    {
        foreach (var wording in _wordings.All.Where(w => w.Language == language))
        {
            foreach (var word in words)
            {
                wording.Text.ShouldContain(word);
            }
            wording.Text.ShouldNotContain("\r");
        }
    }
}
