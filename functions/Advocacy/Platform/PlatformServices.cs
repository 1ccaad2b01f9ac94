using Advocacy.Platform.Cosmos;
using Advocacy.Platform.Limits;
using Advocacy.Platform.Mail;
using Advocacy.Platform.Mail.SendGrid;
using Advocacy.Platform.Mail.Smtp;
using Advocacy.Platform.Pages;
using Advocacy.Platform.Queue;
using Advocacy.Platform.Sqlite;
using Advocacy.Platform.StorageQueues;
using Advocacy.Platform.Store;
using Advocacy.Platform.Telemetry;
using Advocacy.Platform.Tone;
using Azure.Core;
using Azure.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Advocacy.Platform;

/// <summary>The four ports, each plugged into the adapter that <see cref="AdapterOptions"/> names, and what all features stand on.</summary>
internal static class PlatformServices
{
    public static IServiceCollection AddPlatform(this IServiceCollection services, IConfiguration configuration)
    {
        services
            .AddChecked<AdapterOptions>(configuration, AdapterOptions.Section)
            .AddChecked<DataOptions>(configuration, DataOptions.Section)
            .AddChecked<SecretOptions>(configuration, SecretOptions.Section)
            .AddSingleton<IValidateOptions<SecretOptions>, SecretOptions.Check>()
            .AddSingleton<DataFolder>()
            .AddSingleton(SecretsOf)
            .AddSingleton<Pseudonyms>()
            .AddSingleton<LinkSigner>()
            .AddChecked<FailureOptions>(configuration, FailureOptions.Section)
            .AddSingleton<FailureLog>()
            .AddSingleton<RateLimits>()
            .AddSingleton<QueueWork>()
            .AddSingleton<MessageReader>()
            .AddSingleton<PoisonRescue>()
            .AddMetrics()
            .AddSingleton<Metrics>()
            .AddSingleton<PageRenderer>();
        var chosen = Chosen(configuration);
        return services
            .AddStore(chosen.Store, configuration)
            .AddQueue(chosen.Queue, configuration)
            .AddTone(chosen.Tone, configuration)
            .AddMail(chosen.Mail, configuration);
    }

    /// <summary>What cannot be read is left at its default here: the check at start names it.</summary>
    private static AdapterOptions Chosen(IConfiguration configuration)
    {
        var section = configuration.GetSection(AdapterOptions.Section);
        return new AdapterOptions
        {
            Store = Choice<StoreAdapter>(section["Store"]),
            Queue = Choice<QueueAdapter>(section["Queue"]),
            Tone = Choice<ToneAdapter>(section["Tone"]),
            Mail = Choice<MailAdapter>(section["Mail"]),
        };
    }

    private static T Choice<T>(string? text)
        where T : struct, Enum => Enum.TryParse<T>(text, ignoreCase: true, out var choice) ? choice : default;

    private static IServiceCollection AddStore(
        this IServiceCollection services,
        StoreAdapter adapter,
        IConfiguration configuration
    ) =>
        adapter switch
        {
            StoreAdapter.Cosmos => services.AddIdentity().AddCosmosStore(configuration),
            _ => services
                .AddKnown(CosmosOptions.Section)
                .AddSqliteFile()
                .AddSingleton<SqliteDocumentStore>()
                .AddSingleton<IDocumentStore>(provider => provider.GetRequiredService<SqliteDocumentStore>()),
        };

    private static IServiceCollection AddQueue(
        this IServiceCollection services,
        QueueAdapter adapter,
        IConfiguration configuration
    ) =>
        adapter switch
        {
            QueueAdapter.Storage => services
                .AddChecked<StorageQueueOptions>(configuration, StorageQueueOptions.Section)
                .AddSingleton<StorageAccount>()
                .AddSingleton<StorageWorkQueue>()
                .AddSingleton<IWorkQueue>(Traced<StorageWorkQueue>),
            _ => services
                .AddKnown(StorageQueueOptions.Section)
                .AddSqliteFile()
                .AddSingleton<SqliteWorkQueue>()
                .AddSingleton<IWorkQueue>(Traced<SqliteWorkQueue>),
        };

    private static TracedWorkQueue Traced<T>(IServiceProvider provider)
        where T : IWorkQueue =>
        new TracedWorkQueue(provider.GetRequiredService<T>(), provider.GetRequiredService<TimeProvider>());

    private static IServiceCollection AddTone(
        this IServiceCollection services,
        ToneAdapter adapter,
        IConfiguration configuration
    )
    {
        services.AddSingleton<LexiconToneAnalyzer>();
        if (adapter == ToneAdapter.Lexicon)
        {
            return services
                .AddKnown(LanguageOptions.Section)
                .AddSingleton<IToneAnalyzer>(provider => provider.GetRequiredService<LexiconToneAnalyzer>());
        }
        services.AddIdentity().AddLanguage(configuration);
        return adapter == ToneAdapter.Language
            ? services.AddSingleton<IToneAnalyzer>(provider => provider.GetRequiredService<LanguageToneAnalyzer>())
            : services.AddSingleton<IToneAnalyzer>(provider => new FallbackToneAnalyzer(
                provider.GetRequiredService<LanguageToneAnalyzer>(),
                provider.GetRequiredService<LexiconToneAnalyzer>(),
                provider.GetRequiredService<ILogger<FallbackToneAnalyzer>>()
            ));
    }

    private static IServiceCollection AddMail(
        this IServiceCollection services,
        MailAdapter adapter,
        IConfiguration configuration
    )
    {
        // The settings of those that are not chosen may stay where they are.
        services.AddKnown(SendGridOptions.Section).AddKnown(SmtpOptions.Section);
        return adapter switch
        {
            MailAdapter.SendGrid => services.AddSendGridMailer(configuration),
            MailAdapter.Smtp => services.AddSmtpMailer(configuration),
            _ => services.AddOutboxMailer(provider => provider.GetRequiredService<DataFolder>().Outbox),
        };
    }

    /// <summary>The app's identity in Azure (<c>AZURE_CLIENT_ID</c> names it), the developer's own on a laptop.</summary>
    private static IServiceCollection AddIdentity(this IServiceCollection services)
    {
        services.TryAddSingleton<TokenCredential>(_ => new DefaultAzureCredential());
        return services;
    }

    private static Secrets SecretsOf(IServiceProvider provider) =>
        provider.GetRequiredService<IOptions<SecretOptions>>().Value is { AreSet: true } options
            ? options.ToSecrets()
            : provider.GetRequiredService<DataFolder>().Secrets();

    private static IServiceCollection AddSqliteFile(this IServiceCollection services)
    {
        services.TryAddSingleton(OpenDatabase);
        return services;
    }

    /// <summary>The secrets are drawn before the first data is written: data without them is refused.</summary>
    private static SqliteFile OpenDatabase(IServiceProvider provider)
    {
        _ = provider.GetRequiredService<Secrets>();
        return new SqliteFile(
            provider.GetRequiredService<DataFolder>().Database,
            provider.GetRequiredService<TimeProvider>()
        );
    }
}
