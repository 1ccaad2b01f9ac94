namespace Advocacy.Platform.Tone;

/// <summary>The port to sentiment analysis.</summary>
public interface IToneAnalyzer
{
    /// <summary>
    /// Which analyser this is, and in which version, for example <c>lexicon/2</c>. The same text under the same version need not be
    /// analysed again.
    /// </summary>
    string Version { get; }

    /// <summary>
    /// One reading for each text, in the same order. A text that cannot be judged (language not supported, empty) gets a reading with
    /// <see cref="ToneReading.Error"/>; an outage throws, so that the queue tries again.
    /// </summary>
    Task<IReadOnlyList<ToneReading>> AnalyzeAsync(
        IReadOnlyList<ToneText> texts,
        CancellationToken cancellationToken = default
    );
}

/// <param name="Text">Plain text, any length.</param>
/// <param name="Language">ISO 639-1, for example <c>da</c>.</param>
public sealed record ToneText(string Text, string Language)
{
    /// <summary>The language without its region: <c>da-DK</c> is Danish.</summary>
    internal string PrimaryLanguage =>
        Language.IndexOf('-', StringComparison.Ordinal) is > 0 and var end ? Language[..end] : Language;
}

public enum Sentiment
{
    Positive,
    Neutral,
    Negative,
    Mixed,
}

/// <summary>What an analyser measured. The three scores are from 0 to 1 and sum to 1.</summary>
public sealed record ToneReading
{
    public required Sentiment Sentiment { get; init; }
    public double Positive { get; init; }
    public double Neutral { get; init; }
    public double Negative { get; init; }
    public IReadOnlyList<SentenceTone> Sentences { get; init; } = [];

    /// <summary>Which analyser and version measured it, for example <c>lexicon/1</c>.</summary>
    public required string Analyzer { get; init; }

    /// <summary>Why the text could not be judged; <c>null</c> where it was.</summary>
    public string? Error { get; init; }

    /// <summary>The language that the analyser does not understand, where that is why; several with ", " between them.</summary>
    public string? UnknownLanguage { get; init; }

    /// <summary>Of the texts that it is about, where it is kept with them; <c>null</c> in readings from before there was one.</summary>
    public string? TextHash { get; init; }
}

/// <param name="Text">The sentence.</param>
/// <param name="Sentiment">Never <see cref="Sentiment.Mixed"/>.</param>
/// <param name="Confidence">From 0 to 1.</param>
public sealed record SentenceTone(string Text, Sentiment Sentiment, double Confidence);
