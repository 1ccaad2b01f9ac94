using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Advocacy.Tests.Platform.Tone;
using Azure;
using Azure.AI.TextAnalytics;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Advocacy.Tests.StandIns;

/// <summary>The stand-in's client does what the package's does, as far as facts on the package are known.</summary>
public sealed class TextAnalyticsClientTests : IAsyncLifetime
{
    private static readonly AnalyzeSentimentOptions s_private = new() { DisableServiceLogs = true };

    private LanguageServer _server = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _server = await LanguageServer.StartAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Results_and_errors_come_in_the_order_of_the_documents()
    {
        var results = await AnalyzeAsync(
            new TextDocumentInput("b", "We love it!"),
            new TextDocumentInput("x", "") { Language = "da" },
            new TextDocumentInput("a", "Det er elendigt.") { Language = "da" }
        );

        results.Select(result => result.Id).ShouldBe(["b", "x", "a"]);
        results.Select(result => result.HasError).ShouldBe([false, true, false]);
        results.ModelVersion.ShouldBe(LanguageServer.ModelVersion);
        _server.Requests.Single().Documents.Select(document => document.Language).ShouldBe(["en", "da", "da"]);
        var love = results[0].DocumentSentiment;
        love.Sentiment.ShouldBe(TextSentiment.Positive);
        love.ConfidenceScores.Positive.ShouldBe(0.9);
        love.Warnings.ShouldBeEmpty();
        var sentence = love.Sentences.ShouldHaveSingleItem();
        (sentence.Text, sentence.Offset, sentence.Length).ShouldBe(("We love it!", 0, 11));
        sentence.ConfidenceScores.Negative.ShouldBe(0.05);
    }

    [Fact]
    public async Task An_error_of_a_document_is_the_inner_one_and_its_sentiment_cannot_be_had()
    {
        var failed = (await AnalyzeAsync(new TextDocumentInput("x", " "))).Single();

        (failed.Error.ErrorCode == TextAnalyticsErrorCode.InvalidDocument).ShouldBeTrue();
        ((string)failed.Error.ErrorCode).ShouldBe("InvalidDocument");
        failed.Error.Message.ShouldBe("Document text is empty.");
        Should
            .Throw<InvalidOperationException>(() => failed.DocumentSentiment)
            .Message.ShouldContain("InvalidDocument");
    }

    [Fact]
    public async Task More_than_ten_documents_are_refused_by_the_service()
    {
        var documents = Enumerable.Range(0, 11).Select(i => new TextDocumentInput($"{i}", "Text."));

        var error = await Should.ThrowAsync<RequestFailedException>(() => AnalyzeAsync([.. documents]));

        error.Status.ShouldBe(400);
        error.ErrorCode.ShouldBe("InvalidDocumentBatch");
        error.Message.ShouldContain("Max 10 records are permitted.");
    }

    [Fact]
    public async Task No_documents_are_no_request()
    {
        await Should.ThrowAsync<ArgumentException>(() => AnalyzeAsync());
        await Should.ThrowAsync<ArgumentNullException>(() => AnalyzeAsync(null!));

        _server.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_options_the_service_may_log_and_our_server_refuses()
    {
        var client = new TextAnalyticsClient(_server.BaseUri, new AzureKeyCredential(LanguageServer.Key));
        IEnumerable<TextDocumentInput> documents = [new("1", "Text.")];

        (
            await Should.ThrowAsync<RequestFailedException>(() =>
                client.AnalyzeSentimentBatchAsync(documents, (AnalyzeSentimentOptions?)null, Stop)
            )
        ).Status.ShouldBe(400);

        var plain = new TextAnalyticsRequestOptions { DisableServiceLogs = true, ModelVersion = "2025-01-01" };
        (await client.AnalyzeSentimentBatchAsync(documents, plain, Stop)).Value.Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_error_page_of_something_in_between_is_a_failure_with_its_status()
    {
        _server.Fail(times: 1, 404, "NotFound");
        (
            await Should.ThrowAsync<RequestFailedException>(() => AnalyzeAsync(new TextDocumentInput("1", "Text.")))
        ).ErrorCode.ShouldBe("NotFound");

        var nowhere = new TextAnalyticsClient(new Uri(_server.BaseUri, "/gateway"), new AzureKeyCredential("k"));
        (
            await Should.ThrowAsync<RequestFailedException>(() =>
                nowhere.AnalyzeSentimentBatchAsync([new TextDocumentInput("1", "Text.")], s_private, Stop)
            )
        ).Status.ShouldBe(404);
    }

    [Fact]
    public async Task An_identity_signs_in_for_the_services_scope_and_over_https_only()
    {
        using var certificate = LoopbackCertificate();
        await using var server = await LanguageServer.StartAsync(certificate);
        using var handler = new SocketsHttpHandler
        {
            SslOptions =
            {
                CertificateChainPolicy = new X509ChainPolicy
                {
                    TrustMode = X509ChainTrustMode.CustomRootTrust,
                    CustomTrustStore = { certificate },
                    RevocationMode = X509RevocationMode.NoCheck,
                },
            },
        };
        using var transport = new HttpClient(handler);
        var options = new TextAnalyticsClientOptions { Transport = new HttpClientTransport(transport) };
        var identity = new Identity();
        TextDocumentInput[] documents = [new("1", "We love it!")];

        var answer = await new TextAnalyticsClient(server.BaseUri, identity, options).AnalyzeSentimentBatchAsync(
            documents,
            s_private,
            Stop
        );

        answer.Value.Single().DocumentSentiment.Sentiment.ShouldBe(TextSentiment.Positive);
        identity.Scopes.ShouldBe(["https://cognitiveservices.azure.com/.default"]);
        await Should.ThrowAsync<InvalidOperationException>(() =>
            new TextAnalyticsClient(_server.BaseUri, identity).AnalyzeSentimentBatchAsync(documents, s_private, Stop)
        );
    }

    private async Task<AnalyzeSentimentResultCollection> AnalyzeAsync(params TextDocumentInput[] documents)
    {
        var client = new TextAnalyticsClient(_server.BaseUri, new AzureKeyCredential(LanguageServer.Key));
        return await client.AnalyzeSentimentBatchAsync(documents, s_private, Stop);
    }

    private static X509Certificate2 LoopbackCertificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        return request.CreateSelfSigned(
            new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero),
            new DateTimeOffset(2120, 1, 1, 0, 0, 0, TimeSpan.Zero)
        );
    }

    private sealed class Identity : TokenCredential
    {
        public List<string> Scopes { get; } = [];

        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
        {
            Scopes.AddRange(requestContext.Scopes);
            return new(LanguageServer.Token, TimeProvider.System.GetUtcNow().AddHours(1));
        }

        public override ValueTask<AccessToken> GetTokenAsync(
            TokenRequestContext requestContext,
            CancellationToken cancellationToken
        ) => ValueTask.FromResult(GetToken(requestContext, cancellationToken));
    }
}
