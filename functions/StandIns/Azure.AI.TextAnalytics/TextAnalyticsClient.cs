using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.AI.TextAnalytics;

/// <summary>Calls Azure AI Language: <c>POST {endpoint}/language/:analyze-text?api-version=…</c>.</summary>
public class TextAnalyticsClient
{
    private const string KeyHeader = "Ocp-Apim-Subscription-Key";
    private const string Scope = "https://cognitiveservices.azure.com/.default";

    private readonly HttpPipeline _pipeline = null!;
    private readonly Uri _endpoint = null!;
    private readonly string _apiVersion = "";

    /// <summary>For tests, which subclass the client.</summary>
    protected TextAnalyticsClient() { }

    public TextAnalyticsClient(Uri endpoint, AzureKeyCredential credential)
        : this(endpoint, credential, new TextAnalyticsClientOptions()) { }

    public TextAnalyticsClient(Uri endpoint, AzureKeyCredential credential, TextAnalyticsClientOptions options)
        : this(endpoint, options, new KeyPolicy(credential ?? throw new ArgumentNullException(nameof(credential)))) { }

    public TextAnalyticsClient(Uri endpoint, TokenCredential credential)
        : this(endpoint, credential, new TextAnalyticsClientOptions()) { }

    public TextAnalyticsClient(Uri endpoint, TokenCredential credential, TextAnalyticsClientOptions options)
        : this(endpoint, options, new BearerTokenAuthenticationPolicy(credential, Scope)) { }

    private TextAnalyticsClient(Uri endpoint, TextAnalyticsClientOptions options, HttpPipelinePolicy authentication)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        ArgumentNullException.ThrowIfNull(options);
        _endpoint = endpoint;
        _apiVersion = options.ApiVersion;
        _pipeline = HttpPipelineBuilder.Build(
            new HttpPipelineOptions(options)
            {
                PerRetryPolicies = { authentication },
                RequestFailedDetailsParser = new ServiceErrorParser(),
            }
        );
    }

    /// <summary>One result for each document, in the order of <paramref name="documents"/>.</summary>
    /// <exception cref="RequestFailedException">The service refused the request as a whole, or could not be reached.</exception>
    public virtual Task<Response<AnalyzeSentimentResultCollection>> AnalyzeSentimentBatchAsync(
        IEnumerable<TextDocumentInput> documents,
        AnalyzeSentimentOptions? options = null,
        CancellationToken cancellationToken = default
    ) => AnalyzeAsync(documents, options ?? new AnalyzeSentimentOptions(), cancellationToken);

    /// <inheritdoc cref="AnalyzeSentimentBatchAsync(IEnumerable{TextDocumentInput}, AnalyzeSentimentOptions?, CancellationToken)"/>
    public virtual Task<Response<AnalyzeSentimentResultCollection>> AnalyzeSentimentBatchAsync(
        IEnumerable<TextDocumentInput> documents,
        TextAnalyticsRequestOptions options,
        CancellationToken cancellationToken = default
    ) => AnalyzeAsync(documents, AnalyzeSentimentOptions.From(options), cancellationToken);

    private async Task<Response<AnalyzeSentimentResultCollection>> AnalyzeAsync(
        IEnumerable<TextDocumentInput> documents,
        AnalyzeSentimentOptions options,
        CancellationToken cancellationToken
    )
    {
        var inputs = documents?.ToList() ?? throw new ArgumentNullException(nameof(documents));
        if (inputs.Count == 0)
        {
            throw new ArgumentException("Value cannot be an empty collection.", nameof(documents));
        }

        using var message = _pipeline.CreateMessage();
        var request = message.Request;
        request.Method = RequestMethod.Post;
        request.Uri.Reset(_endpoint);
        request.Uri.AppendPath("/language/:analyze-text", escape: false);
        request.Uri.AppendQuery("api-version", _apiVersion);
        if (options.IncludeStatistics)
        {
            request.Uri.AppendQuery("showStats", "true");
        }
        request.Headers.Add("Accept", "application/json");
        request.Headers.Add("Content-Type", "application/json");
        request.Content = RequestContent.Create(SentimentRequest.Of(inputs, options).ToJson());

        await _pipeline.SendAsync(message, cancellationToken).ConfigureAwait(false);
        if (message.Response.Status != 200)
        {
            throw new RequestFailedException(message.Response);
        }
        var answer = SentimentAnswer.Parse(message.Response.Content);
        return Response.FromValue(answer.ToCollection(inputs), message.Response);
    }

    private sealed class KeyPolicy(AzureKeyCredential credential) : HttpPipelineSynchronousPolicy
    {
        public override void OnSendingRequest(HttpMessage message) =>
            message.Request.Headers.SetValue(KeyHeader, credential.Key);
    }
}
