using Microsoft.Extensions.Logging;

namespace Advocacy.Platform.Tone;

/// <summary>
/// Asks one analyser and, where it is out or cannot judge a text, another. Each reading says which of them measured it.
/// </summary>
/// <param name="first">Judges what it can.</param>
/// <param name="second">Judges the rest; throws only where nothing at all can be judged.</param>
/// <param name="logger">Hears each time that <paramref name="first"/> is out.</param>
public sealed class FallbackToneAnalyzer(
    IToneAnalyzer first,
    IToneAnalyzer second,
    ILogger<FallbackToneAnalyzer> logger
) : IToneAnalyzer
{
    public string Version => $"{first.Version}, else {second.Version}";

    public async Task<IReadOnlyList<ToneReading>> AnalyzeAsync(
        IReadOnlyList<ToneText> texts,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(texts);
        IReadOnlyList<ToneReading> readings;
        try
        {
            readings = await first.AnalyzeAsync(texts, cancellationToken);
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            FallbackToneLog.IsOut(logger, error.Message);
            return await second.AnalyzeAsync(texts, cancellationToken);
        }

        var open = Enumerable.Range(0, texts.Count).Where(i => readings[i].Error is not null).ToList();
        if (open.Count == 0)
        {
            return readings;
        }
        var others = await second.AnalyzeAsync([.. open.Select(i => texts[i])], cancellationToken);
        var all = readings.ToArray();
        foreach (var (i, other) in open.Zip(others))
        {
            // Where neither can, the first one's reason stands.
            all[i] = other.Error is null ? other : all[i];
        }
        return all;
    }
}
