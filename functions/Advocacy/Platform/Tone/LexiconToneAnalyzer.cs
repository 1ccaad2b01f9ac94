using System.Collections.Frozen;

namespace Advocacy.Platform.Tone;

/// <summary>
/// The embedded tone analyser: Danish and English, on word lists of our own (<c>Lexicon/</c>). Needs no network, gives the same
/// reading for the same text for ever, and may be used from any number of threads.
/// </summary>
public sealed class LexiconToneAnalyzer : IToneAnalyzer
{
    /// <summary>Changes with every change of lists or rules that may change a reading.</summary>
    public const string CurrentVersion = "lexicon/2";

    public string Version => CurrentVersion;

    private static readonly FrozenDictionary<string, Lazy<LexiconTable>> Tables = new Dictionary<
        string,
        Lazy<LexiconTable>
    >
    {
        ["da"] = new(() => LexiconTable.Load("da")),
        ["en"] = new(() => LexiconTable.Load("en")),
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    [ThreadStatic]
    private static LexiconScorer? t_scorer;

    public Task<IReadOnlyList<ToneReading>> AnalyzeAsync(
        IReadOnlyList<ToneText> texts,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(texts);
        var readings = new ToneReading[texts.Count];
        for (var i = 0; i < readings.Length; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            readings[i] = Analyze(texts[i]);
        }
        return Task.FromResult<IReadOnlyList<ToneReading>>(readings);
    }

    /// <summary>One text's reading.</summary>
    internal static ToneReading Analyze(ToneText text)
    {
        if (!Tables.TryGetValue(text.PrimaryLanguage, out var table))
        {
            return NotJudged.Language(CurrentVersion, text.Language);
        }

        var scorer = t_scorer ??= new LexiconScorer();
        var summary = new LexiconSummary();
        var sentences = new LexiconSentences(text.Text, table.Value.IsDanish);
        while (sentences.MoveNext())
        {
            var score = scorer.Score(sentences.Current, table.Value);
            summary.Add(sentences.Current, score);
        }
        return summary.IsEmpty ? NotJudged.Empty(CurrentVersion) : summary.Reading(CurrentVersion);
    }
}
