using Advocacy.Engagement;

namespace Advocacy.Sharing;

/// <summary>What the page's forms and addresses say, as strings that nobody may be trusted to have left alone.</summary>
internal static class ShareWords
{
    public const string SharedSection = "shared";
    public const string NotForMeSection = "not-for-me";
    public const string TextSection = "text";

    public static string LocationOf(Told told) =>
        $"?told={(told == Told.Shared ? SharedSection : NotForMeSection)}#told";

    public static Told? ToldOf(string? value) =>
        value switch
        {
            SharedSection => Told.Shared,
            NotForMeSection => Told.NotForMe,
            _ => null,
        };

    public static string ChannelOf(string? value) => ShareChannels.IsKnown(value) ? value! : ShareChannels.Other;

    public static NotForMeReason ReasonOf(string? value) =>
        Enum.GetValues<NotForMeReason>()
            .Where(reason => reason.ToString() == value)
            .DefaultIfEmpty(NotForMeReason.Other)
            .First();
}
