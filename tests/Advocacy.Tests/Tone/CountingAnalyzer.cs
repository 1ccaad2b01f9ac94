using Advocacy.Platform.Tone;

namespace Advocacy.Tests.Tone;

/// <summary>The lexicon, and what it was asked.</summary>
internal sealed class CountingAnalyzer : IToneAnalyzer
{
    private readonly List<ToneText> _texts = [];

    public int Calls { get; private set; }
    public IReadOnlyList<ToneText> Texts => _texts;
    public Exception? Outage { get; set; }

    /// <summary>How many readings are missing from each answer.</summary>
    public int Missing { get; set; }

    public string Version { get; set; } = LexiconToneAnalyzer.CurrentVersion;

    public async Task<IReadOnlyList<ToneReading>> AnalyzeAsync(
        IReadOnlyList<ToneText> texts,
        CancellationToken cancellationToken = default
    )
    {
        // Many may ask at once.
        lock (_texts)
        {
            Calls++;
            _texts.AddRange(texts);
        }
        return Outage is null
            ? [.. (await new LexiconToneAnalyzer().AnalyzeAsync(texts, cancellationToken)).SkipLast(Missing)]
            : throw Outage;
    }
}
