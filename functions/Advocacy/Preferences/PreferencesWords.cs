using System.Globalization;
using System.Resources;
using Advocacy.Consent;
using Advocacy.Platform.Pages;

namespace Advocacy.Preferences;

/// <summary>The texts of PreferencesStrings.resx.</summary>
internal static class PreferencesStrings
{
    internal static readonly ResourceManager All = new(typeof(PreferencesStrings));

    public static PageTexts For(string language) => new(All, language);
}

/// <summary>How the page names what is stored.</summary>
internal static class PreferencesWords
{
    /// <summary>The id of the part of the page that a notice belongs to.</summary>
    public static string PartOf(Saved saved) =>
        saved switch
        {
            Saved.Purpose => "purposes",
            Saved.Digest or Saved.DigestNow => "digest",
            Saved.Pause or Saved.PauseEnded => "pause",
            Saved.Topics => "topics",
            Saved.Language => "language",
            _ => "guidelines",
        };

    /// <summary>A language in its own name, for example <c>dansk</c>; the code where the system does not know it.</summary>
    public static string LanguageName(string code)
    {
        try
        {
            return CultureInfo.GetCultureInfo(code, predefinedOnly: true).NativeName;
        }
        catch (CultureNotFoundException)
        {
            return code;
        }
    }

    public static string Day(DateOnly date, PageTexts texts) =>
        date.ToString(texts.Culture.DateTimeFormat.LongDatePattern, texts.Culture);

    /// <summary>Where a decision was made, in the reader's words; as it is on record where there are none for it.</summary>
    public static string Where(ConsentEvent decision, PageTexts texts) =>
        decision.Cause switch
        {
            ConsentCause.Roster => texts.With("WhereRoster", Evidence(decision.Channel)),
            ConsentCause.MailProvider => texts["WhereMailProvider"],
            ConsentCause.Erasure => texts["WhereErasure"],
            _ => decision.Channel switch
            {
                "preferences" => texts["WherePreferences"],
                "confirm-page" => texts["WhereConfirmPage"],
                "one-click" => texts["WhereOneClick"],
                "join-page" => texts["WhereJoin"],
                "invitation" => texts["WhereInvitation"],
                var other when other.StartsWith("import:", StringComparison.Ordinal) => texts.With(
                    "WhereRoster",
                    Evidence(other)
                ),
                var other => other,
            },
        };

    private static string Evidence(string channel) =>
        channel.StartsWith("import:", StringComparison.Ordinal) ? channel["import:".Length..].Trim() : channel;
}
