using Advocacy.Content;
using Advocacy.Platform.Tone;

namespace Advocacy.Tone;

/// <summary>
/// The language that a text is really in. A text that says it is Danish and is English would be read with the wrong words, found
/// plain, and pass whatever it says.
/// </summary>
internal static class SpokenLanguage
{
    /// <summary>Shorter texts do not tell: a title may be all names.</summary>
    private const int FewestWords = 6;

    /// <summary>Under its own language, or under the other of ours where its words plainly are that.</summary>
    public static ToneText Of(string text, string language)
    {
        var named = new ToneText(text, language);
        return named.PrimaryLanguage is "da" or "en" && HasWords(text) && LanguageGuess.Of(text) is { } spoken
            ? spoken == named.PrimaryLanguage
                ? named
                : named with
                {
                    Language = spoken,
                }
            : named;
    }

    /// <summary>Whether a text that says it is Danish or English plainly is neither.</summary>
    public static bool IsNeither(TonePart part) =>
        new ToneText(part.Text, part.Language).PrimaryLanguage is "da" or "en"
        && HasWords(part.Text)
        && LanguageGuess.IsOther(part.Text);

    private static bool HasWords(string text)
    {
        var words = 0;
        foreach (var range in text.AsSpan().SplitAny(" \t\r\n"))
        {
            if (text.AsSpan(range).ContainsAnyExceptInRange('\0', '@') && ++words == FewestWords)
            {
                return true;
            }
        }
        return false;
    }
}
