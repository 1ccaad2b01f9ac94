using Advocacy.Content;
using Advocacy.Platform.Tone;

namespace Advocacy.Tone;

/// <summary>Judges texts that are no post yet: nothing is stored.</summary>
public sealed class ToneTrial(IToneAnalyzer analyzer, TonePolicy policy)
{
    /// <summary>What the gate would make of each text as a share text by itself, in the same order.</summary>
    /// <param name="texts">Each with the language it says it is in.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="Exception">The analyser is out.</exception>
    public async Task<IReadOnlyList<TriedTone>> JudgeAsync(
        IReadOnlyList<ToneText> texts,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(texts);
        var spoken = texts.Select(text => SpokenLanguage.Of(text.Text, text.Language)).ToList();
        var readings = await analyzer.AnalyzeAsync(spoken, cancellationToken);
        return [.. spoken.Zip(readings, Judge)];
    }

    private TriedTone Judge(ToneText text, ToneReading reading)
    {
        IReadOnlyList<TonePart> parts = text.Text.Length == 0 ? [] : [new("text", text.Text, text.Language)];
        return new(reading, policy.Judge(parts, commercial: false, reading));
    }

    /// <summary><c>da</c> or <c>en</c> where the words tell, else <c>null</c>.</summary>
    public static string? LanguageOf(string text) => LanguageGuess.Of(text);
}

/// <param name="Reading">What the analyser measured.</param>
/// <param name="Verdict">What the policy makes of it.</param>
public sealed record TriedTone(ToneReading Reading, ToneVerdict Verdict)
{
    /// <summary>-1, 0 or 1; a mixed text is 0.</summary>
    public int Sign =>
        Reading.Sentiment switch
        {
            Sentiment.Positive => 1,
            Sentiment.Negative => -1,
            _ => 0,
        };

    /// <summary>How sure the sentiment is, 0 to 1: its own share; of a mixed text, how evenly the two sides weigh.</summary>
    public double Confidence =>
        Reading.Sentiment switch
        {
            Sentiment.Positive => Reading.Positive,
            Sentiment.Negative => Reading.Negative,
            Sentiment.Neutral => Reading.Neutral,
            _ => 1 - Math.Abs(Reading.Positive - Reading.Negative),
        };
}
