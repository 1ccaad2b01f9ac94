using Advocacy.Content;
using Advocacy.Platform.Store;
using Advocacy.Platform.Tone;

namespace Advocacy.Tone;

/// <summary>Readings of texts: from memory where the same analyser has read the same text before, else from the analyser.</summary>
public sealed class ToneReadings(IDocumentStore store, IToneAnalyzer analyzer, ContentOptions options)
{
    /// <summary>One reading of all texts, which says of which.</summary>
    /// <inheritdoc cref="ReadAsync"/>
    internal async Task<ToneReading> ReadWholeAsync(
        IReadOnlyList<ToneText> texts,
        CancellationToken cancellationToken
    ) => PostTone.Merge(await ReadAsync(texts, cancellationToken)) with { TextHash = PostTone.HashOf(texts) };

    /// <summary>One reading for each text, in the same order.</summary>
    /// <exception cref="Exception">The store or the analyser is out.</exception>
    public async Task<IReadOnlyList<ToneReading>> ReadAsync(
        IReadOnlyList<ToneText> texts,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(texts);
        var different = texts.Distinct().ToList();
        var known = await Task.WhenAll(different.Select(text => RecallAsync(text, cancellationToken)));
        var readings = different
            .Zip(known)
            .Where(pair => pair.Second is not null)
            .ToDictionary(p => p.First, p => p.Second!);

        var open = different.Where(text => !readings.ContainsKey(text)).ToList();
        if (open.Count > 0)
        {
            var fresh = await analyzer.AnalyzeAsync(open, cancellationToken);
            if (fresh.Count != open.Count)
            {
                // Whose reading is whose is then a guess, and a guess could let through what is wrong.
                throw new InvalidOperationException(
                    $"The analyser {analyzer.Version} gave {fresh.Count} readings for {open.Count} texts."
                );
            }
            foreach (var (text, reading) in open.Zip(fresh))
            {
                readings[text] = reading;
            }
            await Task.WhenAll(
                open.Zip(fresh)
                    // What could not be judged may be judged another time.
                    .Where(pair => pair.Second.Error is null)
                    .Select(pair => RememberAsync(pair.First, pair.Second, cancellationToken))
            );
        }
        return [.. texts.Select(text => readings[text])];
    }

    private async Task<ToneReading?> RecallAsync(ToneText text, CancellationToken cancellationToken)
    {
        var id = RememberedTone.IdOf(analyzer.Version, text);
        return (await store.ReadAsync<RememberedTone>(Containers.Posts, id, id, cancellationToken))?.Value.ReadingOf(
            text
        );
    }

    private Task RememberAsync(ToneText text, ToneReading reading, CancellationToken cancellationToken) =>
        RememberedTone.Of(analyzer.Version, text, reading, options.KeepPostDays * 24 * 60 * 60) is { } remembered
            ? store.TryCreateAsync(Containers.Posts, remembered, cancellationToken)
            : Task.CompletedTask;
}
