using Microsoft.AspNetCore.Http;

namespace Advocacy.Consent;

/// <summary>The purposes as <c>PurposeChoices.razor</c> shows them and gets them back.</summary>
internal static class PurposeForm
{
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
