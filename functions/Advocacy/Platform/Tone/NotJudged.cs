namespace Advocacy.Platform.Tone;

/// <summary>
/// Readings of texts that could not be judged. Their errors are read by the comms team, after "The tone could not be judged."
/// </summary>
internal static class NotJudged
{
    public static ToneReading Empty(string analyzer) => Because(analyzer, "There is no text to judge.");

    public static ToneReading Language(string analyzer, string language) =>
        Because(analyzer, LanguageError(language)) with
        {
            UnknownLanguage = language,
        };

    public static string LanguageError(string language) => $"Language '{language}' is not understood by the analyser.";

    /// <param name="analyzer">As in <see cref="ToneReading.Analyzer"/>.</param>
    /// <param name="error">Whole sentences.</param>
    public static ToneReading Because(string analyzer, string error) =>
        new()
        {
            Sentiment = Sentiment.Neutral,
            Neutral = 1,
            Analyzer = analyzer,
            Error = error,
        };
}
