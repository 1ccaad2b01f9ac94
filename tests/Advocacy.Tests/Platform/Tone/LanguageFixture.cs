using Advocacy.Platform.Tone;
using Azure.Identity;

namespace Advocacy.Tests.Platform.Tone;

/// <summary>Makes the adapter for a <see cref="LanguageServer"/>, with waits of a millisecond.</summary>
internal static class LanguageFixture
{
    public static LanguageOptions Options(Uri endpoint) =>
        new()
        {
            Endpoint = endpoint.ToString(),
            Key = LanguageServer.Key,
            RetryDelaySeconds = 0.001,
            MaxRetryDelaySeconds = 0.001,
        };

    public static LanguageToneAnalyzer Analyzer(
        LanguageServer server,
        Action<LanguageOptions>? change = null,
        TimeProvider? time = null
    )
    {
        var options = Options(server.BaseUri);
        change?.Invoke(options);
        return new(LanguageClients.Create(options, new DefaultAzureCredential()), options, time ?? TimeProvider.System);
    }
}
