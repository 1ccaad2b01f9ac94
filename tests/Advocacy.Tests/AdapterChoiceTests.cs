using System.Text.Json;
using Advocacy.Functions;
using Advocacy.Local;
using Advocacy.Local.Hosting;
using Advocacy.Platform;
using Advocacy.Platform.Cosmos;
using Advocacy.Platform.Mail.SendGrid;
using Advocacy.Platform.Mail.Smtp;
using Advocacy.Platform.Queue;
using Advocacy.Platform.Sqlite;
using Advocacy.Platform.StorageQueues;
using Advocacy.Platform.Store;
using Advocacy.Platform.Tone;
using Advocacy.Tests.Local;
using Azure.Core;
using Azure.Identity;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Advocacy.Tests;

/// <summary>Whatever the settings plug the four ports into, both hosts can be made and start on it. Nothing here is reached.</summary>
public sealed class AdapterChoiceTests : IDisposable
{
    private static readonly string s_key = Convert.ToBase64String(new byte[32]);

    /// <summary>What each adapter asks for, and nothing else.</summary>
    private static readonly Dictionary<string, (string Name, string Value)[]> s_needs = new()
    {
        ["Store=Cosmos"] =
        [
            ("Advocacy:Cosmos:Endpoint", "https://advocacy.documents.azure.com/"),
            ("Advocacy:Secrets:LinkKeys:0", s_key),
            ("Advocacy:Secrets:PseudonymKey", s_key),
        ],
        ["Queue=Storage"] =
        [
            ("AdvocacyQueues:QueueServiceUri", "https://advocacy.queue.core.windows.net"),
            ("AdvocacyQueues:BlobServiceUri", "https://advocacy.blob.core.windows.net"),
        ],
        ["Tone=Language"] = [("Advocacy:Language:Endpoint", "https://advocacy.cognitiveservices.azure.com")],
        ["Tone=LanguageThenLexicon"] = [("Advocacy:Language:Endpoint", "https://advocacy.cognitiveservices.azure.com")],
        ["Mail=SendGrid"] = [("Advocacy:SendGrid:ApiKey", "SG." + new string('a', 66))],
        ["Mail=Smtp"] = [("Advocacy:Smtp:Host", "mail.example.com")],
    };

    private static readonly Dictionary<string, Type> s_adapters = new()
    {
        ["Store=Cosmos"] = typeof(CosmosDocumentStore),
        ["Queue=Storage"] = typeof(StorageWorkQueue),
        ["Tone=Language"] = typeof(LanguageToneAnalyzer),
        ["Tone=LanguageThenLexicon"] = typeof(FallbackToneAnalyzer),
        ["Mail=SendGrid"] = typeof(SendGridMailer),
        ["Mail=Smtp"] = typeof(SmtpMailer),
    };

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string> Choices() =>
        [
            .. s_needs.Keys,
            "Store=Cosmos Queue=Storage Tone=Language Mail=SendGrid",
            "Store=Cosmos Queue=Storage Tone=LanguageThenLexicon Mail=Smtp",
        ];

    [Theory]
    [MemberData(nameof(Choices))]
    public async Task Every_registered_service_resolves_in_both_hosts_and_the_settings_are_enough(string choice)
    {
        var settings = Settings(choice);
        var services = InAzure(settings);
        await using var azure = services.BuildServiceProvider(
            new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true }
        );
        await using var local = Local(settings);

        foreach (var provider in (IServiceProvider[])[azure, local.Services])
        {
            provider.GetRequiredService<IStartupValidator>().Validate();
            OptionsChecks.RefuseUnknownSections(provider.GetRequiredService<IConfiguration>(), provider);
            foreach (var type in services.Select(service => service.ServiceType).Where(IsOfTheCore))
            {
                provider.GetRequiredService(type).ShouldNotBeNull();
            }
            // The checks at start are registered as the framework's own type.
            provider.GetServices<IHostedService>().ShouldNotBeNull();
            foreach (var function in Functions())
            {
                ActivatorUtilities.CreateInstance(provider, function).ShouldNotBeNull();
            }
        }
    }

    [Theory]
    [MemberData(nameof(Choices))]
    public async Task A_port_is_switched_alone_and_the_others_stay_embedded(string choice)
    {
        var chosen = choice.Split(' ');
        await using var local = Local(Settings(choice));
        var made = Made(local.Services);

        made.Except(s_adapters.Values)
            .Order(Comparer<Type>.Create((a, b) => string.CompareOrdinal(a.Name, b.Name)))
            .ShouldBe(Embedded(chosen));
        made.Intersect(s_adapters.Values).ShouldBe(chosen.Select(one => s_adapters[one]), ignoreOrder: true);
    }

    /// <summary>The adapters that the ports lead to, and no other that is registered.</summary>
    private static List<Type> Made(IServiceProvider services)
    {
        var tone = services.GetRequiredService<IToneAnalyzer>().GetType();
        Type?[] made =
        [
            services.GetRequiredService<IDocumentStore>().GetType(),
            services.GetService<StorageWorkQueue>()?.GetType(),
            services.GetService<SqliteWorkQueue>()?.GetType(),
            tone,
            services.GetService<SendGridMailer>()?.GetType(),
            services.GetService<SmtpMailer>()?.GetType(),
        ];
        services.GetRequiredService<IWorkQueue>().ShouldBeOfType<TracedWorkQueue>();
        return [.. made.OfType<Type>()];
    }

    private static IEnumerable<Type> Embedded(string[] chosen)
    {
        (string Port, Type Adapter)[] embedded =
        [
            ("Tone=", typeof(LexiconToneAnalyzer)),
            ("Store=", typeof(SqliteDocumentStore)),
            ("Queue=", typeof(SqliteWorkQueue)),
        ];
        return embedded
            .Where(one => !chosen.Any(choice => choice.StartsWith(one.Port, StringComparison.Ordinal)))
            .Select(one => one.Adapter);
    }

    /// <summary>
    /// The SDK asks for a token as soon as a client is made. The real identity would look for one with the command-line tools of this
    /// machine, and trip over itself where the client is gone before they answer.
    /// </summary>
    private static TokenCredential NoIdentity { get; } =
        DelegatedTokenCredential.Create((_, _) => throw new AuthenticationFailedException("No identity in this test."));

    private static ServiceCollection InAzure(Dictionary<string, string?> settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(configuration).AddSingleton(NoIdentity).AddLogging();
        services.AddAdvocacyTelemetry(configuration);
        services.AddAdvocacy(configuration);
        return services;
    }

    private WebApplication Local(Dictionary<string, string?> settings)
    {
        _folder.Write("advocacy.json", JsonSerializer.Serialize(settings));
        return LocalHost.Build(_folder.Path, null, null, LogLevel.None, services => services.AddSingleton(NoIdentity));
    }

    private Dictionary<string, string?> Settings(string choice)
    {
        var settings = new Dictionary<string, string?> { ["Advocacy:Data:Folder"] = _folder.Path };
        foreach (var one in choice.Split(' '))
        {
            var (port, adapter) = (one.Split('=')[0], one.Split('=')[1]);
            settings[$"Advocacy:Adapters:{port}"] = adapter;
            foreach (var (name, value) in s_needs[one])
            {
                settings[name] = value;
            }
        }
        return settings;
    }

    private static bool IsOfTheCore(Type type) => type.Assembly == typeof(AdvocacyServices).Assembly;

    private static IEnumerable<Type> Functions() =>
        FunctionCatalog
            .Of(typeof(HarvestFeeds).Assembly, _ => null)
            .All.Select(function => function.Method.DeclaringType!)
            .Distinct();
}
