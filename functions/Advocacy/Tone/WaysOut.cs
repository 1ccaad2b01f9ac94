namespace Advocacy.Tone;

/// <summary>What a person can do about a reason. The keys are kept with verdicts: a key that is no longer used keeps its text.</summary>
public static class WaysOut
{
    internal const string Rewrite = "rewrite";
    internal const string Brighten = "brighten";
    internal const string ReadYourself = "read-yourself";
    internal const string ChooseLanguage = "choose-language";
    internal const string AskResponsible = "ask-responsible";
    internal const string RemovePersonal = "remove-personal";
    internal const string CalmDown = "calm-down";
    internal const string MarkAdvertising = "mark-advertising";
    internal const string ShowEmployment = "show-employment";
    internal const string Decide = "decide";

    public static IReadOnlyList<string> All { get; } =
    [
        Rewrite,
        Brighten,
        ReadYourself,
        ChooseLanguage,
        AskResponsible,
        RemovePersonal,
        CalmDown,
        MarkAdvertising,
        ShowEmployment,
        Decide,
    ];

    /// <summary>One or two sentences for the review desk.</summary>
    /// <param name="wayOut">A reason's <see cref="ToneReason.WayOut"/>.</param>
    /// <param name="language">ISO 639-1; any but Danish is given English.</param>
    public static string Text(string wayOut, string language) => ToneStrings.For(language)[$"WayOut.{wayOut}"];
}
