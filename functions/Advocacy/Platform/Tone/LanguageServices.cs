using Azure.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Advocacy.Platform.Tone;

/// <summary>Azure AI Language's part of the composition.</summary>
internal static class LanguageServices
{
    public static IServiceCollection AddLanguage(this IServiceCollection services, IConfiguration configuration) =>
        services
            .AddChecked<LanguageOptions>(configuration, LanguageOptions.Section)
            .AddSingleton(provider =>
                LanguageClients.Create(
                    provider.GetRequiredService<LanguageOptions>(),
                    provider.GetRequiredService<TokenCredential>()
                )
            )
            .AddSingleton<LanguageToneAnalyzer>();
}
