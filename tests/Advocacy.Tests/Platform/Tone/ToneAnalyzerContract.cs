using Advocacy.Platform.Tone;

namespace Advocacy.Tests.Platform.Tone;

/// <summary>What every tone analyser does; an adapter's tests derive from this and run it unchanged.</summary>
public abstract class ToneAnalyzerContract
{
    protected abstract IToneAnalyzer Analyzer { get; }

    [Theory]
    [InlineData("da", "Vi er meget glade og stolte over den fantastiske modtagelse!")]
    [InlineData("en", "We are very happy and proud of this fantastic success!")]
    public async Task Plain_praise_is_positive(string language, string text)
    {
        var reading = await ReadAsync(text, language);

        reading.Error.ShouldBeNull();
        reading.Sentiment.ShouldBe(Sentiment.Positive);
        reading.Positive.ShouldBeGreaterThan(reading.Negative);
    }

    [Theory]
    [InlineData("da", "Det var en frygtelig skuffelse, og servicen var elendig.")]
    [InlineData("en", "It was a terrible disappointment, and the service was awful.")]
    public async Task Plain_blame_is_negative(string language, string text)
    {
        var reading = await ReadAsync(text, language);

        reading.Error.ShouldBeNull();
        reading.Sentiment.ShouldBe(Sentiment.Negative);
        reading.Negative.ShouldBeGreaterThan(reading.Positive);
    }

    [Theory]
    [InlineData("da", "Mødet begynder klokken ti om tirsdagen.")]
    [InlineData("en", "The meeting begins at ten on Tuesday.")]
    public async Task A_plain_fact_is_neutral(string language, string text)
    {
        var reading = await ReadAsync(text, language);

        reading.Error.ShouldBeNull();
        reading.Sentiment.ShouldBe(Sentiment.Neutral);
    }

    [Theory]
    [InlineData("da", "Festen var dejlig. Mødet begynder klokken ti.")]
    [InlineData("en", "The party was wonderful. The meeting begins at ten.")]
    public async Task Sentences_are_read_one_by_one_and_none_is_mixed(string language, string text)
    {
        var reading = await ReadAsync(text, language);

        reading.Sentences.Select(s => s.Text.Trim()).ShouldBe(text.Split(". ").Select(s => s.TrimEnd('.') + "."));
        reading.Sentences.ShouldAllBe(s => s.Sentiment != Sentiment.Mixed && s.Confidence >= 0 && s.Confidence <= 1);
    }

    [Fact]
    public async Task A_batch_of_25_keeps_its_order()
    {
        var texts = Enumerable
            .Range(0, 25)
            .Select(i => i % 2 == 0 ? new ToneText("We love it!", "en") : new ToneText("Det er elendigt.", "da"))
            .ToList();

        var readings = await Analyzer.AnalyzeAsync(texts, TestContext.Current.CancellationToken);

        readings
            .Select(reading => reading.Sentiment)
            .ShouldBe(texts.Select(t => t.Language == "en" ? Sentiment.Positive : Sentiment.Negative));
    }

    [Fact]
    public async Task No_texts_give_no_readings() =>
        (await Analyzer.AnalyzeAsync([], TestContext.Current.CancellationToken)).ShouldBeEmpty();

    [Fact]
    public async Task A_language_that_is_not_supported_is_an_error_of_that_text_alone()
    {
        var readings = await Analyzer.AnalyzeAsync(
            [new("We love it!", "en"), new("qapla'", "tlh"), new("Det er elendigt.", "da")],
            TestContext.Current.CancellationToken
        );

        readings[0].Error.ShouldBeNull();
        readings[1].Error.ShouldNotBeNullOrWhiteSpace();
        readings[2].Error.ShouldBeNull();
    }

    [Theory]
    [InlineData("")]
    [InlineData("  \n ")]
    public async Task An_empty_text_is_an_error_or_neutral(string text)
    {
        var reading = await ReadAsync(text, "en");

        (reading.Error is not null || reading.Sentiment == Sentiment.Neutral).ShouldBeTrue();
        reading.Sentences.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_long_text_is_judged()
    {
        var text = string.Concat(
            Enumerable.Repeat("The meeting begins at ten. We are happy about the great success. ", 400)
        );

        var reading = await ReadAsync(text, "en");

        reading.Error.ShouldBeNull();
        reading.Sentiment.ShouldBe(Sentiment.Positive);
        ScoresSumToOne(reading);
    }

    [Theory]
    [InlineData("We love it!")]
    [InlineData("The meeting begins at ten.")]
    [InlineData("The food was great. The room was terrible.")]
    [InlineData("👍")]
    public async Task The_scores_are_shares_and_the_analyser_says_who_it_is(string text)
    {
        var reading = await ReadAsync(text, "en");

        ScoresSumToOne(reading);
        reading.Analyzer.ShouldMatch("^[^/]+/.+$");
    }

    protected static void ScoresSumToOne(ToneReading reading)
    {
        foreach (var score in (double[])[reading.Positive, reading.Neutral, reading.Negative])
        {
            score.ShouldBeInRange(0, 1);
        }
        (reading.Positive + reading.Neutral + reading.Negative).ShouldBe(1, tolerance: 0.011);
    }

    protected async Task<ToneReading> ReadAsync(string text, string language) =>
        (
            await Analyzer.AnalyzeAsync([new(text, language)], TestContext.Current.CancellationToken)
        ).ShouldHaveSingleItem();
}
