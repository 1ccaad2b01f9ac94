using Advocacy.Platform;
using Advocacy.Platform.Mail.Smtp;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Advocacy.Tests.Platform.Mail.Smtp;

public sealed class SmtpOptionsTests
{
    [Theory]
    [InlineData("Host=127.0.0.1;Security=None")]
    [InlineData("Host=::1;Security=None")]
    [InlineData("Host=localhost;Security=None")]
    [InlineData("Host=mail.nordlys.example")]
    [InlineData("Host=mail.nordlys.example;Security=Tls;Port=465;User=u;Password=p")]
    [InlineData("Host=mail.nordlys.example;Security=None;AllowPlainText=true")]
    public void These_are_right(string settings) => Should.NotThrow(() => Read(settings));

    [Theory]
    [InlineData("", "Advocacy:Smtp:Host is ''; it takes text.")]
    [InlineData("Host=mail.nordlys.example;Security=None", "AllowPlainText to true")]
    [InlineData("Host=10.0.0.4;Security=None", "Security is None")]
    [InlineData("Host=localhost.evil.example;Security=None", "Security is None")]
    [InlineData("Host=m.example;Security=Ssl", "Advocacy:Smtp:Security is 'Ssl'; it takes one of None, StartTls, Tls.")]
    [InlineData("Host=m.example;Port=0", "Advocacy:Smtp:Port is '0'; it takes a whole number from 1 to 65535.")]
    [InlineData("Host=m.example;User=u", "User and Password go together")]
    [InlineData("Host=m.example;Password=geheim", "User and Password go together")]
    public void These_are_wrong_and_say_why(string settings, string why)
    {
        var error = Should.Throw<OptionsValidationException>(() => Read(settings));

        error.Message.ShouldContain(why);
        error.Message.ShouldNotContain("geheim");
    }

    private static SmtpOptions Read(string settings)
    {
        var pairs = settings
            .Split(';', StringSplitOptions.RemoveEmptyEntries)
            .Select(pair => pair.Split('='))
            .Select(pair => KeyValuePair.Create($"{SmtpOptions.Section}:{pair[0]}", (string?)pair[1]));
        using var services = new ServiceCollection()
            .AddChecked<SmtpOptions>(
                new ConfigurationBuilder().AddInMemoryCollection(pairs).Build(),
                SmtpOptions.Section
            )
            .BuildServiceProvider();
        return services.GetRequiredService<SmtpOptions>();
    }
}
