using System.Reflection;
using System.Text.Json;
using Advocacy.Functions;
using Advocacy.Local;
using Advocacy.Local.Hosting;
using Advocacy.Platform;
using Advocacy.Platform.Cosmos;
using Advocacy.Platform.Store;
using Advocacy.Sharing;
using Advocacy.Tests.Local;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Advocacy.Tests.Infra;

/// <summary>The app's settings in the template are those that the code and the platform read, both ways.</summary>
public sealed class SettingsTests(BicepFixture bicep)
{
    /// <summary>Read by the platform, and where that is said.</summary>
    private static readonly Dictionary<string, string> s_platform = new()
    {
        ["AzureWebJobsStorage__accountName"] = "the host's own storage, by identity",
        ["AzureWebJobsStorage__credential"] = "the host's own storage, by identity",
        ["AzureWebJobsStorage__clientId"] = "the host's own storage, by identity",
        ["AzureWebJobsDisableHomepage"] = "the platform's page at /",
        ["AZURE_CLIENT_ID"] = "DefaultAzureCredential: which user-assigned identity",
        ["APPLICATIONINSIGHTS_AUTHENTICATION_STRING"] = "the host's telemetry, by identity",
        ["OTEL_TRACES_SAMPLER"] = "the host's traces",
        ["OTEL_TRACES_SAMPLER_ARG"] = "the host's traces",
        ["OVERRIDE_USE_MI_FIC_ASSERTION_CLIENTID"] = "the sign-in: an identity instead of a client secret",
    };

    public static TheoryData<string> Installations() => ["dev", "prod", "smtp"];

    [Theory]
    [MemberData(nameof(Installations))]
    public async Task Each_setting_is_one_that_the_code_or_the_platform_reads(string installation)
    {
        var settings = (await TemplateAsync(installation)).Settings;
        var sections = AppSections.Known();

        settings.Count.ShouldBeGreaterThan(15);
        foreach (
            var name in settings.Keys.Where(name => !s_platform.ContainsKey(name) && name != Telemetry.ConnectionString)
        )
        {
            var (section, rest) = AppSections.Split(name);
            sections.ShouldContainKey(section, $"{name}: no options class has the section {section}.");
            sections[section].ShouldContain(rest[0], StringComparer.OrdinalIgnoreCase, $"{name} is no setting.");
        }
    }

    [Theory]
    [MemberData(nameof(Installations))]
    public async Task Each_port_is_plugged_into_azure(string installation)
    {
        var settings = (await TemplateAsync(installation)).Settings;

        foreach (var port in typeof(AdapterOptions).GetProperties())
        {
            var chosen = settings[$"Advocacy__Adapters__{port.Name}"];
            // The first of each is the embedded one, which loses its data with the instance.
            Convert.ToInt32(Enum.Parse(port.PropertyType, chosen), null).ShouldBeGreaterThan(0, port.Name);
        }
    }

    [Fact]
    public async Task Each_connection_of_a_trigger_is_reached_by_identity()
    {
        var settings = (await bicep.DevAsync()).Settings;
        var connections = FunctionCatalog
            .Of(typeof(HarvestFeeds).Assembly, _ => null)
            .Queues.Select(function => function.Trigger.GetCustomAttribute<QueueTriggerAttribute>()!.Connection!)
            .Distinct()
            .ToList();

        connections.ShouldNotBeEmpty();
        foreach (var connection in connections)
        {
            settings[$"{connection}__queueServiceUri"].ShouldEndWith(".primaryEndpoints.queue]");
            settings[$"{connection}__blobServiceUri"].ShouldEndWith(".primaryEndpoints.blob]");
            settings[$"{connection}__credential"].ShouldBe("managedidentity");
            settings[$"{connection}__clientId"].ShouldBe(settings["AZURE_CLIENT_ID"]);
        }
    }

    [Theory]
    [MemberData(nameof(Installations))]
    public async Task The_app_starts_with_the_settings_it_is_given(string installation)
    {
        var configuration = AppSections.Configuration((await TemplateAsync(installation)).Settings);
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(configuration).AddLogging();
        services.AddAdvocacyTelemetry(configuration);
        services.AddAdvocacy(configuration);
        await using var provider = services.BuildServiceProvider();

        OptionsChecks.RefuseUnknownSections(configuration, provider);
        provider.GetRequiredService<IStartupValidator>().Validate();
        provider.GetRequiredService<Secrets>().LinkKeys.ShouldHaveSingleItem();
    }

    [Theory]
    [MemberData(nameof(Installations))]
    public async Task The_same_settings_run_a_laptop_against_the_installation(string installation)
    {
        var settings = AppSections.Configuration((await TemplateAsync(installation)).Settings);
        using var folder = new TemporaryFolder();
        folder.Write(
            "advocacy.json",
            JsonSerializer.Serialize(settings.AsEnumerable().Where(setting => setting.Value is not null).ToDictionary())
        );

        await using var host = LocalHost.Build(folder.Path, null, null, LogLevel.None);

        var configuration = host.Services.GetRequiredService<IConfiguration>();
        OptionsChecks.RefuseUnknownSections(configuration, host.Services);
        host.Services.GetRequiredService<IStartupValidator>().Validate();
        host.Services.GetRequiredService<IDocumentStore>().ShouldBeOfType<CosmosDocumentStore>();
    }

    [Theory]
    [MemberData(nameof(Installations))]
    public async Task A_visitor_is_told_apart_by_the_address_that_azures_front_end_saw(string installation)
    {
        var settings = (await TemplateAsync(installation)).Settings;

        // Without it every visitor has the front end's address, and one of them can use up everybody's limit.
        AppSections
            .Configuration(settings)
            .GetSection(SiteOptions.Section)
            .Get<SiteOptions>()!
            .TrustedProxies.ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(Installations))]
    public async Task Secrets_are_references_to_the_vault_and_each_names_one_that_is_there(string installation)
    {
        var template = await TemplateAsync(installation);
        var made = template.Of("Microsoft.KeyVault/vaults/secrets").Select(secret => secret.OwnName).ToList();
        var vault = template.One("Microsoft.KeyVault/vaults").Name;

        var references = template
            .Settings.Where(setting =>
                setting.Key.StartsWith("Advocacy__Secrets__", StringComparison.Ordinal)
                || setting.Key.EndsWith("Key", StringComparison.Ordinal)
                || setting.Key.EndsWith("Password", StringComparison.Ordinal)
            )
            .Select(setting => setting.Value)
            .ToList();

        references.Count.ShouldBe(3);
        references.ShouldBe(
            made.Select(name => $"@Microsoft.KeyVault(VaultName={vault};SecretName={name})"),
            ignoreOrder: true
        );
    }

    [Fact]
    public async Task Nobody_must_sign_in_where_employees_go_and_the_sign_in_has_no_secret()
    {
        var template = await bicep.WithSmtpAndSignInAsync();

        var signIn = template.One("Microsoft.Web/sites/config");

        signIn.Property("globalValidation", "unauthenticatedClientAction").GetString().ShouldBe("AllowAnonymous");
        var registration = signIn.Property("identityProviders", "azureActiveDirectory", "registration");
        template.Settings.Keys.ShouldContain(registration.GetProperty("clientSecretSettingName").GetString()!);
        (await bicep.DevAsync()).Of("Microsoft.Web/sites/config").ShouldBeEmpty();
    }

    private Task<Template> TemplateAsync(string installation) =>
        installation switch
        {
            "dev" => bicep.DevAsync(),
            "prod" => bicep.ProdAsync(),
            _ => bicep.WithSmtpAndSignInAsync(),
        };
}
