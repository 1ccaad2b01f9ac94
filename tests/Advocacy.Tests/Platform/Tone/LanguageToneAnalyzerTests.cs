using System.Globalization;
using Advocacy.Platform.Tone;
using Azure;
using Azure.AI.TextAnalytics;
using Microsoft.Extensions.Time.Testing;

namespace Advocacy.Tests.Platform.Tone;

public sealed class LanguageToneAnalyzerTests : ToneAnalyzerContract, IAsyncLifetime
{
    private LanguageServer _server = null!;

    protected override IToneAnalyzer Analyzer => LanguageFixture.Analyzer(_server);

    public async ValueTask InitializeAsync() => _server = await LanguageServer.StartAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task A_reading_carries_scores_sentences_and_the_models_version()
    {
        var reading = await ReadAsync("We love it! The room was awful. The meeting begins at ten.", "en");

        reading.Sentiment.ShouldBe(Sentiment.Mixed);
        (reading.Positive, reading.Neutral, reading.Negative).ShouldBe((0.33, 0.33, 0.33));
        reading.Analyzer.ShouldBe("azure-language/2025-01-01");
        reading.Sentences.ShouldBe([
            new("We love it!", Sentiment.Positive, 0.9),
            new("The room was awful.", Sentiment.Negative, 0.9),
            new("The meeting begins at ten.", Sentiment.Neutral, 0.9),
        ]);
    }

    [Fact]
    public async Task Twenty_five_texts_make_three_requests_in_order()
    {
        var texts = Enumerable.Range(0, 25).Select(i => new ToneText($"Text {i}.", "en")).ToList();

        var readings = await LanguageFixture
            .Analyzer(_server, options => options.Parallelism = 1)
            .AnalyzeAsync(texts, TestContext.Current.CancellationToken);

        _server.Requests.Select(request => request.Documents.Count).ShouldBe([10, 10, 5]);
        _server
            .Requests.SelectMany(request => request.Documents)
            .Select(d => d.Text)
            .ShouldBe(texts.Select(t => t.Text));
        readings.Select(reading => reading.Sentences.Single().Text).ShouldBe(texts.Select(t => t.Text));
    }

    [Fact]
    public async Task Requests_run_side_by_side_as_many_as_allowed()
    {
        _server.Hang(times: 2);
        var texts = Enumerable.Range(0, 40).Select(i => new ToneText($"Text {i}.", "en")).ToList();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);

        var reading = LanguageFixture
            .Analyzer(_server, options => options.Parallelism = 2)
            .AnalyzeAsync(texts, stop.Token);
        await _server.ArrivalAsync();
        await _server.ArrivalAsync();

        _server.Requests.Count.ShouldBe(2);
        await stop.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => reading);
    }

    [Theory]
    [InlineData("da-DK", "da")]
    [InlineData("EN", "en")]
    public async Task The_language_is_passed_without_region_and_capitals(string language, string passed)
    {
        await ReadAsync("Text.", language);

        _server.Requests.Single().Documents.Single().Language.ShouldBe(passed);
    }

    [Fact]
    public async Task A_text_without_words_or_language_is_never_sent()
    {
        var readings = await Analyzer.AnalyzeAsync(
            [new("", "en"), new(" \n", "en"), new("Words.", "")],
            TestContext.Current.CancellationToken
        );

        readings
            .Select(reading => reading.Error)
            .ShouldBe([
                "There is no text to judge.",
                "There is no text to judge.",
                "Language '' is not understood by the analyser.",
            ]);
        _server.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_error_of_one_document_is_the_reading_of_that_text_alone()
    {
        _server.Refuse("secret", "InvalidDocument", "The document is odd.");

        var readings = await Analyzer.AnalyzeAsync(
            [new("We love it!", "en"), new("A secret.", "en"), new("qapla'", "tlh")],
            TestContext.Current.CancellationToken
        );

        readings
            .Select(reading => reading.Error)
            .ShouldBe([
                null,
                "Azure AI Language could not judge the text: The document is odd (InvalidDocument).",
                "Language 'tlh' is not understood by the analyser.",
            ]);
        readings.ShouldAllBe(reading => reading.Analyzer == "azure-language/2025-01-01");
    }

    [Fact]
    public async Task A_long_text_goes_in_parts_that_the_service_takes_and_all_of_it_is_judged()
    {
        // 20,000 text elements: a family of seven code points, letters with two accents each, a flag.
        const string Sentence = "👨‍👩‍👧‍👦 We lo\u0301\u0323ve the great hall 🇩🇰. ";
        var elements = new StringInfo(Sentence).LengthInTextElements;
        var text = string.Concat(Enumerable.Repeat(Sentence, 20_000 / elements)) + "At the end the food was terrible.";

        var reading = await ReadAsync(text, "en");

        reading.Error.ShouldBeNull();
        reading.Sentiment.ShouldBe(Sentiment.Mixed);
        reading.Sentences[^1].ShouldBe(new("At the end the food was terrible.", Sentiment.Negative, 0.9));
        ScoresSumToOne(reading);
        var parts = _server.Requests.Single().Documents.Select(document => document.Text).ToList();
        parts.Count.ShouldBe(4);
        parts.ShouldAllBe(part => new StringInfo(part).LengthInTextElements <= 5_120 && part.EndsWith('.'));
        string.Join(' ', parts).ShouldBe(text);
    }

    [Fact]
    public async Task A_long_text_of_which_a_part_is_refused_is_not_judged()
    {
        _server.Refuse("secret", "InvalidDocument", "The document is odd.");
        var text = string.Concat(Enumerable.Repeat("We love the great hall. ", 1_000)) + "A secret.";

        (await ReadAsync(text, "en")).Error.ShouldNotBeNull().ShouldContain("The document is odd");
    }

    [Fact]
    public async Task Ten_texts_of_large_characters_stay_below_a_megabyte_a_request()
    {
        var large = string.Concat(Enumerable.Repeat("👨‍👩‍👧‍👦", 5_000));

        var readings = await Analyzer.AnalyzeAsync(
            [.. Enumerable.Repeat(new ToneText(large, "en"), 10)],
            TestContext.Current.CancellationToken
        );

        readings.ShouldAllBe(reading => reading.Error == null);
        _server.Requests.Count.ShouldBe(5);
        _server.Requests.ShouldAllBe(request => request.Bytes < 1_000_000);
        _server.Requests.Max(request => request.Bytes).ShouldBeGreaterThan(500_000);
    }

    [Theory]
    [InlineData(429, "TooManyRequests")]
    [InlineData(500, "InternalServerError")]
    [InlineData(503, "ServiceUnavailable")]
    public async Task What_passes_is_tried_again(int status, string code)
    {
        _server.Fail(times: 2, status, code);

        (await ReadAsync("We love it!", "en")).Sentiment.ShouldBe(Sentiment.Positive);

        _server.Requests.Count.ShouldBe(3);
    }

    [Fact]
    public async Task Retry_After_is_obeyed_and_a_wait_that_is_too_long_is_left_to_the_queue()
    {
        // Without it the next try would come after a millisecond, and succeed.
        _server.Fail(times: 1, 429, "TooManyRequests", retryAfter: "3600");

        var error = await ThrowsAsync(options => options.GiveUpSeconds = 0.5);

        error.Message.ShouldBe("Azure AI Language judged nothing: it did not answer in time.");
        _server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_call_is_given_up_when_its_time_is_over()
    {
        _server.Hang(times: 1);
        var time = new FakeTimeProvider();

        var reading = LanguageFixture
            .Analyzer(_server, time: time)
            .AnalyzeAsync([new("We love it!", "en")], TestContext.Current.CancellationToken);
        await _server.ArrivalAsync();
        time.Advance(TimeSpan.FromSeconds(99));
        reading.IsCompleted.ShouldBeFalse();
        time.Advance(TimeSpan.FromSeconds(1));

        (await Should.ThrowAsync<LanguageUnavailableException>(() => reading)).Message.ShouldEndWith("in time.");
    }

    [Fact]
    public async Task An_outage_throws_after_the_last_try()
    {
        _server.Fail(times: 9, 503, "ServiceUnavailable");

        var error = await ThrowsAsync(options => options.Retries = 2);

        error.Message.ShouldBe(
            "Azure AI Language judged nothing: it answered 503 ServiceUnavailable. It is out for now."
        );
        error.InnerException.ShouldBeOfType<RequestFailedException>().Message.ShouldContain("The test asked for this.");
        _server.Requests.Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_service_that_hangs_is_an_outage_after_the_last_try()
    {
        _server.Hang(times: 9);

        var error = await ThrowsAsync(options => (options.TimeoutSeconds, options.Retries) = (0.05, 1));

        error.Message.ShouldBe("Azure AI Language judged nothing: tried 2 times, at last it did not answer in time.");
        _server.Requests.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("""{"kind":"SentimentAnalysisResults","results":{"documents":[""")]
    [InlineData("""{"kind":"SentimentAnalysisResults"}""")]
    [InlineData("<html>Maintenance</html>")]
    [InlineData("null")]
    public async Task An_answer_that_cannot_be_read_is_an_outage(string body)
    {
        _server.Say(body);

        (await ThrowsAsync()).Message.ShouldBe(
            "Azure AI Language judged nothing: its answer could not be read (JsonException)."
        );
    }

    [Fact]
    public async Task An_answer_that_leaves_a_text_out_is_an_outage()
    {
        _server.Say(
            """{"kind":"SentimentAnalysisResults","results":{"documents":[],"errors":[],"modelVersion":"2025-01-01"}}"""
        );

        (await ThrowsAsync()).Message.ShouldBe("Azure AI Language answered 0 of 1 texts.");
    }

    [Fact]
    public async Task A_wrong_key_says_what_to_do_and_is_not_tried_again()
    {
        var error = await ThrowsAsync(options => options.Key = "wrong");

        error.Message.ShouldBe(
            "Azure AI Language judged nothing: it answered 401 Unauthorized. Give the app's identity the role Cognitive Services User on the Language account."
        );
        _server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_service_that_is_not_there_is_an_outage()
    {
        Uri address;
        await using (var gone = await LanguageServer.StartAsync())
        {
            address = gone.BaseUri;
        }

        var error = await ThrowsAsync(options => (options.Endpoint, options.Retries) = (address.ToString(), 0));

        error.Message.ShouldBe(
            "Azure AI Language judged nothing: it could not be reached. Check Advocacy:Language:Endpoint."
        );
    }

    [Fact]
    public async Task Who_cancels_gets_a_cancellation()
    {
        _server.Hang(times: 1);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);

        var reading = Analyzer.AnalyzeAsync([new("We love it!", "en")], stop.Token);
        await _server.ArrivalAsync();
        await stop.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => reading);
    }

    [Fact]
    public async Task A_client_of_a_test_can_give_any_answer()
    {
        var options = new LanguageOptions();
        var analyzer = new LanguageToneAnalyzer(new MadeClient(), options, TimeProvider.System);

        var readings = await analyzer.AnalyzeAsync(
            [new("Good and bad.", "en"), new("Odd.", "en")],
            TestContext.Current.CancellationToken
        );

        readings[0].Sentences.ShouldBe([new("Good and bad.", Sentiment.Negative, 0.5)]);
        readings[1].Error.ShouldBe("Azure AI Language could not judge the text: Odd (InvalidDocument).");
        readings[1].Analyzer.ShouldBe("azure-language/test");
    }

    private Task<LanguageUnavailableException> ThrowsAsync(Action<LanguageOptions>? change = null) =>
        Should.ThrowAsync<LanguageUnavailableException>(() =>
            LanguageFixture
                .Analyzer(_server, change)
                .AnalyzeAsync([new("We love it!", "en")], TestContext.Current.CancellationToken)
        );

    /// <summary>Made with the protected constructor; answers with a mixed sentence, which the service never does.</summary>
    private sealed class MadeClient : TextAnalyticsClient
    {
        public override Task<Response<AnalyzeSentimentResultCollection>> AnalyzeSentimentBatchAsync(
            IEnumerable<TextDocumentInput> documents,
            AnalyzeSentimentOptions? options = null,
            CancellationToken cancellationToken = default
        )
        {
            var mixed = TextAnalyticsModelFactory.DocumentSentiment(
                TextSentiment.Mixed,
                0.4,
                0.1,
                0.5,
                [TextAnalyticsModelFactory.SentenceSentiment(TextSentiment.Mixed, "Good and bad.", 0.4, 0.1, 0.5)]
            );
            var results = TextAnalyticsModelFactory.AnalyzeSentimentResultCollection(
                [
                    TextAnalyticsModelFactory.AnalyzeSentimentResult("0", default, mixed),
                    TextAnalyticsModelFactory.AnalyzeSentimentResult(
                        "1",
                        TextAnalyticsModelFactory.TextAnalyticsError(TextAnalyticsErrorCode.InvalidDocument, "Odd.")
                    ),
                ],
                null,
                "test"
            );
            return Task.FromResult(Response.FromValue(results, null!));
        }
    }
}
