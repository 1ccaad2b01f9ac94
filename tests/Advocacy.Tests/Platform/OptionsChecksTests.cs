using Advocacy.Digests;
using Advocacy.Platform;
using Advocacy.Sharing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Advocacy.Tests.Platform;

public sealed class OptionsChecksTests
{
    [Theory]
    [InlineData(
        "Advocacy:Digests:MostPosts",
        "11",
        "Advocacy:Digests:MostPosts is '11'; it takes a whole number from 1 to 10."
    )]
    [InlineData(
        "Advocacy:Digests:MostPosts",
        "0",
        "Advocacy:Digests:MostPosts is '0'; it takes a whole number from 1 to 10."
    )]
    [InlineData(
        "Advocacy:Digests:MostPosts",
        "five",
        "Advocacy:Digests:MostPosts is 'five'; it takes a whole number from 1 to 10."
    )]
    [InlineData(
        "Advocacy:Digests:UnitShare",
        "1.5",
        "Advocacy:Digests:UnitShare is '1.5'; it takes a number from 0.01 to 1."
    )]
    [InlineData(
        "Advocacy:Digests:MostPost",
        "3",
        "Advocacy:Digests:MostPost is no setting; the settings of Advocacy:Digests are BatchSize, "
    )]
    [InlineData(
        "Advocacy:Site:BaseUrl",
        "nowhere",
        "Advocacy:Site:BaseUrl is 'nowhere'; it takes an absolute http or https URL."
    )]
    [InlineData(
        "Advocacy:Site:BaseUrl",
        "http://intranet.example",
        "Advocacy:Site: BaseUrl is 'http://intranet.example'; it takes an https URL (http only on this machine itself)."
    )]
    [InlineData(
        "Advocacy:Digests:MostPosts:0",
        "3",
        "Advocacy:Digests:MostPosts has parts; it takes a whole number from 1 to 10."
    )]
    [InlineData("Advocacy:Digests", "3", "Advocacy:Digests is '3'; it takes settings: BatchSize, ")]
    [InlineData(
        "Advocacy:Digest:MostPosts",
        "3",
        "Advocacy:Digest is no section of settings; there are Advocacy:Digests, Advocacy:Site."
    )]
    public void A_wrong_value_says_which_key_what_it_got_and_what_it_takes(string key, string value, string message) =>
        Should.Throw<OptionsValidationException>(() => Validate((key, value))).Message.ShouldContain(message);

    [Fact]
    public void What_is_not_set_has_its_default() =>
        Validate().GetRequiredService<DigestOptions>().MostPosts.ShouldBe(5);

    [Fact]
    public void What_is_set_is_taken() =>
        Validate(("Advocacy:Digests:MostPosts", "3")).GetRequiredService<DigestOptions>().MostPosts.ShouldBe(3);

    private static ServiceProvider Validate(params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value)))
            .Build();
        var services = new ServiceCollection()
            .AddChecked<DigestOptions>(configuration, "Advocacy:Digests")
            .AddChecked<SiteOptions>(configuration, "Advocacy:Site")
            .BuildServiceProvider();
        services.GetRequiredService<IStartupValidator>().Validate();
        OptionsChecks.RefuseUnknownSections(configuration, services);
        return services;
    }
}
