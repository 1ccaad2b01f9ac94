using Advocacy.Platform.Cosmos;
using Advocacy.Platform.Store;
using Microsoft.Azure.Cosmos;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Advocacy.Tests.Platform.Cosmos;

public sealed class CosmosOptionsTests
{
    private const string Account = "https://name.documents.azure.com/";
    private const string Emulator = "http://localhost:8081/";

    [Theory]
    [InlineData("Endpoint", "", "Advocacy:Cosmos:Endpoint is ''; it takes an absolute http or https URL.")]
    [InlineData("Endpoint", "name", "Advocacy:Cosmos:Endpoint is 'name'; it takes an absolute http or https URL.")]
    [InlineData(
        "Endpoint",
        "http://name.documents.azure.com/",
        "it takes an https URL (http only on this machine itself)."
    )]
    [InlineData("Key", "c2VjcmV0", "a key is for the emulator only. Remove it and give the app's identity the role")]
    [InlineData("CreateIfMissing", "true", "in Azure the containers are created by infra/")]
    [InlineData("MostRetries", "101", "Advocacy:Cosmos:MostRetries is '101'; it takes a whole number from 0 to 100.")]
    [InlineData(
        "MostRetrySeconds",
        "0",
        "Advocacy:Cosmos:MostRetrySeconds is '0'; it takes a whole number from 1 to 300."
    )]
    [InlineData("Database", "", "Advocacy:Cosmos:Database is ''; it takes text.")]
    public void A_wrong_setting_is_named(string key, string value, string message)
    {
        var error = Should.Throw<OptionsValidationException>(() => Validate(Account, (key, value)));

        error.Message.ShouldContain(message);
        error.Message.ShouldNotContain("c2VjcmV0");
    }

    [Fact]
    public void An_account_needs_an_endpoint_only()
    {
        var options = Validate(Account);

        options.Database.ShouldBe("advocacy");
        options.IsEmulator.ShouldBeFalse();
    }

    [Fact]
    public void An_emulator_may_have_a_key_and_its_containers_created() =>
        Validate(Emulator, ("Key", "c2VjcmV0"), ("CreateIfMissing", "true")).IsEmulator.ShouldBeTrue();

    [Fact]
    public void A_key_never_goes_to_another_machine()
    {
        var error = Should.Throw<InvalidOperationException>(() =>
            CosmosClients.Create(new CosmosOptions { Endpoint = Account, Key = "c2VjcmV0" })
        );

        error.Message.ShouldContain("reached with an identity");
        error.Message.ShouldNotContain("c2VjcmV0");
    }

    [Fact]
    public void A_missing_endpoint_is_said() =>
        Should
            .Throw<InvalidOperationException>(() => CosmosClients.Create(new CosmosOptions()))
            .Message.ShouldContain("Advocacy:Cosmos:Endpoint is not set");

    [Fact]
    public void An_account_is_reached_directly_and_an_emulator_through_its_gateway()
    {
        using var account = CosmosClients.Create(
            new CosmosOptions
            {
                Endpoint = Account,
                MostRetries = 4,
                MostRetrySeconds = 7,
            }
        );
        using var firewall = CosmosClients.Create(new CosmosOptions { Endpoint = Account, Gateway = true });
        using var emulator = CosmosClients.Create(new CosmosOptions { Endpoint = Emulator, Key = "c2VjcmV0" });

        account.ClientOptions.ConnectionMode.ShouldBe(ConnectionMode.Direct);
        account.ClientOptions.MaxRetryAttemptsOnRateLimitedRequests.ShouldBe(4);
        account.ClientOptions.MaxRetryWaitTimeOnRateLimitedRequests.ShouldBe(TimeSpan.FromSeconds(7));
        account.ClientOptions.ServerCertificateCustomValidationCallback.ShouldBeNull();
        firewall.ClientOptions.ConnectionMode.ShouldBe(ConnectionMode.Gateway);
        emulator.ClientOptions.ConnectionMode.ShouldBe(ConnectionMode.Gateway);
        emulator.ClientOptions.LimitToEndpoint.ShouldBeTrue();
        Environment.GetEnvironmentVariable("COSMOS_DISABLE_IMDS_ACCESS").ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task The_store_and_its_check_at_start_resolve()
    {
        await using var services = new ServiceCollection()
            .AddCosmosStore(Configuration(Emulator, ("Key", "c2VjcmV0")))
            .BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true });

        services.GetRequiredService<IDocumentStore>().ShouldBeOfType<CosmosDocumentStore>();
        services.GetServices<IHostedService>().ShouldHaveSingleItem();
    }

    private static CosmosOptions Validate(string endpoint, params (string Key, string Value)[] settings)
    {
        using var services = new ServiceCollection()
            .AddCosmosStore(Configuration(endpoint, settings))
            .BuildServiceProvider();
        services.GetRequiredService<IStartupValidator>().Validate();
        return services.GetRequiredService<CosmosOptions>();
    }

    private static IConfiguration Configuration(string endpoint, params (string Key, string Value)[] settings) =>
        new ConfigurationBuilder()
            .AddInMemoryCollection([KeyValuePair.Create("Advocacy:Cosmos:Endpoint", (string?)endpoint)])
            .AddInMemoryCollection(
                settings.Select(pair => KeyValuePair.Create($"Advocacy:Cosmos:{pair.Key}", (string?)pair.Value))
            )
            .Build();
}
