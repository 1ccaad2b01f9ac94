using Microsoft.AspNetCore.Http;

namespace Advocacy.Consent;

/// <summary>The purposes as <c>PurposeChoices.razor</c> shows them and gets them back.</summary>
internal static class PurposeForm
{
    /// <summary>The version that people are asked with now.</summary>
    public static string VersionNow(this ConsentWordings wordings) =>
        wordings.Current(ConsentPurpose.DigestEmail, "en").Version;

    /// <summary>True where the form was made of the words that are asked with now: nobody says yes to words they did not see.</summary>
    public static bool ShowedWordsOfNow(this IFormCollection form, ConsentWordings wordings) =>
        form[ConfirmConsentView.WordingField] == wordings.VersionNow();

    /// <summary>Every purpose with the words to ask with now.</summary>
    public static IReadOnlyList<PurposeChoice> Choices(
        this ConsentWordings wordings,
        string language,
        IReadOnlyList<ConsentPurpose> ticked
    ) =>
        [
            .. Enum.GetValues<ConsentPurpose>()
                .Select(purpose => new PurposeChoice(
                    purpose,
                    wordings.Current(purpose, language).Text,
                    ticked.Contains(purpose)
                )),
        ];

    /// <summary>The known ones among the fields <c>purpose</c>, each once.</summary>
    public static IReadOnlyList<ConsentPurpose> Ticked(IFormCollection form) =>
        [.. Enum.GetValues<ConsentPurpose>().Where(purpose => form["purpose"].Contains(purpose.ToString()))];
}
