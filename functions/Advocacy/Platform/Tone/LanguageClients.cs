using Azure;
using Azure.AI.TextAnalytics;
using Azure.Core;

namespace Advocacy.Platform.Tone;

/// <summary>Makes the client of Azure AI Language from its options.</summary>
public static class LanguageClients
{
    /// <exception cref="InvalidOperationException">No endpoint is configured.</exception>
    public static TextAnalyticsClient Create(LanguageOptions options, TokenCredential credential)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (string.IsNullOrEmpty(options.Endpoint))
        {
            throw new InvalidOperationException(
                $"{LanguageOptions.Section}:{nameof(LanguageOptions.Endpoint)} is not set; it takes the Language account's endpoint, https://NAME.cognitiveservices.azure.com."
            );
        }
        var endpoint = new Uri(options.Endpoint);
        return string.IsNullOrEmpty(options.Key)
            ? new TextAnalyticsClient(endpoint, credential, ClientOptions(options))
            : new TextAnalyticsClient(endpoint, new AzureKeyCredential(options.Key), ClientOptions(options));
    }

    internal static TextAnalyticsClientOptions ClientOptions(LanguageOptions options) =>
        new()
        {
            Retry =
            {
                Mode = RetryMode.Exponential,
                MaxRetries = options.Retries,
                Delay = TimeSpan.FromSeconds(options.RetryDelaySeconds),
                MaxDelay = TimeSpan.FromSeconds(options.MaxRetryDelaySeconds),
                NetworkTimeout = TimeSpan.FromSeconds(options.TimeoutSeconds),
            },
        };
}
