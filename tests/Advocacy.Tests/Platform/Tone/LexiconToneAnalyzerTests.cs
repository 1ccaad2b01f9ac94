using Advocacy.Platform.Tone;
using FsCheck;
using FsCheck.Fluent;

namespace Advocacy.Tests.Platform.Tone;

public sealed class LexiconToneAnalyzerTests : ToneAnalyzerContract
{
    protected override IToneAnalyzer Analyzer { get; } = new LexiconToneAnalyzer();

    [Fact]
    public async Task An_unknown_language_is_named()
    {
        var reading = await ReadAsync("Olemme iloisia.", "fi");

        reading.Error.ShouldBe("Language 'fi' is not understood by the analyser.");
        reading.Analyzer.ShouldBe(LexiconToneAnalyzer.CurrentVersion);
        ScoresSumToOne(reading);
    }

    [Theory]
    [InlineData("da-DK")]
    [InlineData("DA")]
    public async Task A_region_and_capitals_in_the_language_do_not_matter(string language) =>
        (await ReadAsync("Vi er glade!", language)).Sentiment.ShouldBe(Sentiment.Positive);

    [Theory]
    [InlineData("The food was great. The room was terrible.", Sentiment.Mixed)]
    [InlineData("The food was great. The room has two doors.", Sentiment.Positive)]
    [InlineData("The food was great, tasty and wonderful! I love it! The room was noisy.", Sentiment.Positive)]
    [InlineData("The room was dirty and noisy. The staff were rude and lazy. The tea was good.", Sentiment.Negative)]
    public async Task A_text_is_mixed_only_where_neither_side_is_clearly_stronger(string text, Sentiment expected) =>
        (await ReadAsync(text, "en")).Sentiment.ShouldBe(expected);

    [Fact]
    public async Task A_cancelled_batch_stops()
    {
        await Should.ThrowAsync<OperationCanceledException>(() =>
            Analyzer.AnalyzeAsync([new("We love it!", "en")], new CancellationToken(canceled: true))
        );
    }

    [Fact]
    public async Task Many_threads_read_the_same_as_one()
    {
        var texts = Enumerable
            .Range(0, 400)
            .Select(i => new ToneText(
                $"Rekord nummer {i}: vi er {(i % 3 == 0 ? "ikke " : "")}glade for fabrikken!",
                "da"
            ))
            .ToList();
        var expected = await Analyzer.AnalyzeAsync(texts, TestContext.Current.CancellationToken);
        var readings = new ToneReading[texts.Count];

        Parallel.For(0, texts.Count, i => readings[i] = LexiconToneAnalyzer.Analyze(texts[i]));

        readings.Select(Scores).ShouldBe(expected.Select(Scores));

        static (double, double, double) Scores(ToneReading reading) =>
            (reading.Positive, reading.Neutral, reading.Negative);
    }

    [Theory]
    [InlineData("da")]
    [InlineData("en")]
    public void Any_text_at_all_gets_scores_that_sum_to_one(string language)
    {
        Prop.ForAll(
                ArbMap.Default.ArbFor<string>().Filter(text => text is not null),
                text =>
                {
                    var reading = LexiconToneAnalyzer.Analyze(new ToneText(text, language));
                    ScoresSumToOne(reading);
                    return reading.Sentences.All(s => s.Confidence is >= 0 and <= 1 && text.Contains(s.Text));
                }
            )
            .QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData('a')]
    [InlineData('.')]
    [InlineData('\n')]
    [InlineData('\ud83d')]
    [InlineData('\'')]
    [InlineData('#')]
    [InlineData(':')]
    public void A_hundred_thousand_of_one_character_do_no_harm(char character) =>
        ScoresSumToOne(LexiconToneAnalyzer.Analyze(new ToneText(new string(character, 100_000), "da")));
}
