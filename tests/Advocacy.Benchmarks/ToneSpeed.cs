using Advocacy.Platform.Tone;
using BenchmarkDotNet.Attributes;

namespace Advocacy.Benchmarks;

/// <summary>Short posts through the lexicon analyser on one core; the goal is 50,000 posts a second, 20 µs a post.</summary>
[ShortRunJob]
[MemoryDiagnoser]
public class ToneSpeed
{
    private const int Posts = 1000;

    private static readonly string[] Danish =
    [
        "Rekordresultat: omsætningen voksede med 12 procent i andet kvartal, og vi ansætter 40 nye kolleger.",
        "Generalforsamlingen holdes torsdag den 19. marts kl. 17 i kantinen på Vestergade 12. Alle er velkomne!",
        "Fyringsrunden ramte især produktionen hårdt, men løsningen virker ikke, siger medarbejderne.",
        "Læs interviewet med vores logistikchef om den nye fabrik i Odense: https://example.com/nyheder/2026",
    ];

    private static readonly string[] English =
    [
        "We reached our climate goal three years ahead of schedule, and we could not be more proud. 🎉",
        "Registration opens on 1 March. The webinar lasts 45 minutes and is held in English.",
        "Customers are angry about the long delays, but our support has not been very helpful.",
        "Read the interview with our head of logistics about the new plant: https://example.com/news/2026",
    ];

    private readonly LexiconToneAnalyzer _analyzer = new();
    private ToneText[] _texts = [];

    [Params("da", "en")]
    public string Language { get; set; } = "da";

    [GlobalSetup]
    public void Setup() => _texts = Texts(Language, Posts);

    internal static ToneText[] Texts(string language, int count)
    {
        var texts = language == "da" ? Danish : English;
        return [.. Enumerable.Range(0, count).Select(i => new ToneText(texts[i % texts.Length], language))];
    }

    [Benchmark(OperationsPerInvoke = Posts)]
    public Task<IReadOnlyList<ToneReading>> AnalyzeOnePost() => _analyzer.AnalyzeAsync(_texts);
}
