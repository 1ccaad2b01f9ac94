using Advocacy.Platform.Tone;
using Microsoft.Extensions.Logging.Testing;

namespace Advocacy.Tests.Platform.Tone;

public sealed class FallbackToneAnalyzerTests : ToneAnalyzerContract, IAsyncLifetime
{
    private readonly FakeLogger<FallbackToneAnalyzer> _log = new();
    private LanguageServer _server = null!;

    protected override IToneAnalyzer Analyzer =>
        new FallbackToneAnalyzer(LanguageFixture.Analyzer(_server), new LexiconToneAnalyzer(), _log);

    public async ValueTask InitializeAsync() => _server = await LanguageServer.StartAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task The_first_judges_what_it_can()
    {
        (await ReadAsync("We love it!", "en")).Analyzer.ShouldBe("azure-language/2025-01-01");

        _log.Collector.Count.ShouldBe(0);
    }

    [Fact]
    public async Task Only_what_the_first_cannot_judge_goes_to_the_second()
    {
        _server.Refuse("elendigt", "InvalidDocument", "The document is odd.");

        var readings = await Analyzer.AnalyzeAsync(
            [new("We love it!", "en"), new("Det er elendigt.", "da"), new("qapla'", "tlh")],
            TestContext.Current.CancellationToken
        );

        readings
            .Select(reading => reading.Analyzer)
            .ShouldBe(["azure-language/2025-01-01", LexiconToneAnalyzer.CurrentVersion, "azure-language/2025-01-01"]);
        readings
            .Select(reading => reading.Error)
            .ShouldBe([null, null, "Language 'tlh' is not understood by the analyser."]);
        readings[1].Sentiment.ShouldBe(Sentiment.Negative);
    }

    [Fact]
    public async Task Where_the_first_is_out_the_second_judges_all_and_the_log_says_why()
    {
        _server.Fail(times: 9, 503, "ServiceUnavailable");

        (await ReadAsync("We love it!", "en")).Analyzer.ShouldBe(LexiconToneAnalyzer.CurrentVersion);

        _log.Collector.GetSnapshot()
            .ShouldHaveSingleItem()
            .Message.ShouldBe(
                "The second tone analyser judges in place of the first. Azure AI Language judged nothing: it answered 503 ServiceUnavailable. It is out for now."
            );
    }

    [Fact]
    public async Task Who_cancels_gets_a_cancellation_and_no_second_opinion()
    {
        _server.Hang(times: 1);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);

        var reading = Analyzer.AnalyzeAsync([new("We love it!", "en")], stop.Token);
        await _server.ArrivalAsync();
        await stop.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => reading);
        _log.Collector.Count.ShouldBe(0);
    }
}

/// <summary>The contract holds while the service is out.</summary>
public sealed class FallbackToneAnalyzerInAnOutageTests : ToneAnalyzerContract, IAsyncLifetime
{
    private LanguageServer _server = null!;

    protected override IToneAnalyzer Analyzer =>
        new FallbackToneAnalyzer(
            LanguageFixture.Analyzer(_server, options => options.Retries = 0),
            new LexiconToneAnalyzer(),
            new FakeLogger<FallbackToneAnalyzer>()
        );

    public async ValueTask InitializeAsync()
    {
        _server = await LanguageServer.StartAsync();
        _server.Fail(times: 99, 503, "ServiceUnavailable");
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();
}
