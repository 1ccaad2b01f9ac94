using Advocacy.Platform;
using Advocacy.Platform.Tone;
using Azure.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Advocacy.Tests.Platform.Tone;

public sealed class LanguageOptionsTests
{
    [Theory]
    [InlineData("Endpoint", "https://acme.cognitiveservices.azure.com")]
    [InlineData("Endpoint", "http://127.0.0.1:5000")]
    [InlineData("TimeoutSeconds", "0.05")]
    [InlineData("Retries", "0")]
    [InlineData("GiveUpSeconds", "600")]
    public void What_can_work_is_taken(string key, string value) => Bind((key, value)).ShouldNotBeNull();

    [Theory]
    [InlineData("Endpoint", "", "Advocacy:Language:Endpoint is ''; it takes an absolute http or https URL.")]
    [InlineData("Endpoint", "acme", "Advocacy:Language:Endpoint is 'acme'; it takes an absolute http or https URL.")]
    [InlineData("Endpoint", "http://acme.example", "it takes an https URL (http only on this machine itself).")]
    [InlineData("Retries", "11", "Advocacy:Language:Retries is '11'; it takes a whole number from 0 to 10.")]
    [InlineData("Parallelism", "0", "Advocacy:Language:Parallelism is '0'; it takes a whole number from 1 to 16.")]
    [InlineData("TimeoutSeconds", "0", "Advocacy:Language:TimeoutSeconds is '0'; it takes a number from 0.05 to 100.")]
    [InlineData("ModelVersion", "", "Advocacy:Language:ModelVersion is ''; it takes text.")]
    public void What_cannot_work_is_refused(string key, string value, string message) =>
        Should.Throw<OptionsValidationException>(() => Bind((key, value))).Message.ShouldContain(message);

    [Fact]
    public void A_key_is_for_this_machine_alone()
    {
        Bind(("Endpoint", "http://localhost:5000"), ("Key", "k")).Key.ShouldBe("k");
        Should
            .Throw<OptionsValidationException>(() => Bind(("Endpoint", "https://acme.example"), ("Key", "k")))
            .Message.ShouldBe(
                "Advocacy:Language: Key is only for a stand-in on this machine; remove it and give the app's identity the role Cognitive Services User."
            );
    }

    [Fact]
    public void A_client_without_an_endpoint_says_what_is_missing() =>
        Should
            .Throw<InvalidOperationException>(() =>
                LanguageClients.Create(new LanguageOptions(), new DefaultAzureCredential())
            )
            .Message.ShouldStartWith("Advocacy:Language:Endpoint is not set;");

    [Fact]
    public void A_client_signs_in_with_the_apps_identity_where_there_is_no_key() =>
        LanguageClients
            .Create(new LanguageOptions { Endpoint = "https://acme.example" }, new DefaultAzureCredential())
            .ShouldNotBeNull();

    private static LanguageOptions Bind(params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([
                KeyValuePair.Create($"{LanguageOptions.Section}:Endpoint", (string?)"https://acme.example"),
            ])
            .AddInMemoryCollection(
                settings.Select(pair =>
                    KeyValuePair.Create($"{LanguageOptions.Section}:{pair.Key}", (string?)pair.Value)
                )
            )
            .Build();
        return new ServiceCollection()
            .AddChecked<LanguageOptions>(configuration, LanguageOptions.Section)
            .BuildServiceProvider()
            .GetRequiredService<LanguageOptions>();
    }
}
