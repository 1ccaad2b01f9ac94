using Advocacy.Platform;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Advocacy.Tests.Platform;

public sealed class SecretOptionsTests
{
    private static readonly string Key = Convert.ToBase64String(new byte[32]);
    private static readonly string Other = Convert.ToBase64String([.. Enumerable.Repeat((byte)7, 40)]);

    [Fact]
    public void Secrets_of_the_settings_are_used_and_none_are_drawn()
    {
        using var folder = new Local.TemporaryFolder();
        using var services = Services(
            ("Advocacy:Data:Folder", folder.Path),
            ("Advocacy:Secrets:LinkKeys:0", Other),
            ("Advocacy:Secrets:LinkKeys:1", Key),
            ("Advocacy:Secrets:PseudonymKey", Key)
        );

        var secrets = services.GetRequiredService<Secrets>();

        secrets.LinkKeys.Select(key => Convert.ToBase64String(key.Span)).ShouldBe([Other, Key]);
        Convert.ToBase64String(secrets.PseudonymKey.Span).ShouldBe(Key);
        Directory.EnumerateFileSystemEntries(folder.Path).ShouldBeEmpty();
    }

    [Fact]
    public void One_machine_draws_its_own_where_the_settings_have_none()
    {
        using var folder = new Local.TemporaryFolder();
        using var services = Services(("Advocacy:Data:Folder", folder.Path));

        var secrets = services.GetRequiredService<Secrets>();

        secrets.LinkKeys.ShouldHaveSingleItem().Length.ShouldBe(32);
        File.Exists(Path.Combine(folder.Path, "secrets.json")).ShouldBeTrue();
    }

    [Theory]
    [InlineData("c2hvcnQ=", "Advocacy:Secrets:LinkKeys:0 is no key; it takes base64 of 32 random bytes or more")]
    [InlineData("not base64 at all", "Advocacy:Secrets:LinkKeys:0 is no key;")]
    public void A_key_that_is_none_is_named_and_not_shown(string key, string message)
    {
        var error = Refusal(("Advocacy:Secrets:LinkKeys:0", key), ("Advocacy:Secrets:PseudonymKey", Key));

        error.ShouldContain(message);
        error.ShouldNotContain(key);
    }

    [Fact]
    public void One_secret_without_the_other_is_refused()
    {
        Refusal(("Advocacy:Secrets:LinkKeys:0", Key)).ShouldContain("Advocacy:Secrets:PseudonymKey is not set;");
        Refusal(("Advocacy:Secrets:PseudonymKey", Key)).ShouldContain("Advocacy:Secrets:LinkKeys:0 is not set;");
    }

    [Fact]
    public void A_store_that_processes_share_needs_secrets_that_they_share() =>
        Refusal(("Advocacy:Adapters:Store", "Cosmos")).ShouldContain("needs the same keys in each of them");

    [Fact]
    public void An_adapter_that_does_not_exist_is_refused_with_those_that_do() =>
        Refusal(("Advocacy:Adapters:Mail", "Pigeon"))
            .ShouldContain("Advocacy:Adapters:Mail is 'Pigeon'; it takes one of Outbox, SendGrid, Smtp.");

    private static string Refusal(params (string Key, string Value)[] settings)
    {
        using var services = Services(settings);
        return Should.Throw<Exception>(() => services.GetRequiredService<IStartupValidator>().Validate()).ToString();
    }

    private static ServiceProvider Services(params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value)))
            .Build();
        return new ServiceCollection().AddLogging().AddAdvocacy(configuration).BuildServiceProvider();
    }
}
