using Advocacy.Platform;
using Advocacy.Platform.Mail.SendGrid;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Advocacy.Tests.Platform.Mail.SendGrid;

public sealed class SendGridOptionsTests
{
    [Theory]
    [InlineData("ApiKey=SG.a-b_c")]
    [InlineData("ApiKey=SG.a;EuResidency=true")]
    [InlineData("ApiKey=SG.a;BaseUrl=http://127.0.0.1:1/")]
    [InlineData("ApiKey=SG.a;BaseUrl=https://mail.example/;PersonalizationsPerRequest=1000")]
    public void These_are_right(string settings) => Should.NotThrow(() => Read(settings));

    [Theory]
    [InlineData("", "Advocacy:SendGrid:ApiKey is ''; it takes text.")]
    [InlineData("ApiKey=SG.geheim\n", "ApiKey has spaces, line breaks")]
    [InlineData("ApiKey=Bearer geheim", "ApiKey has spaces, line breaks")]
    [InlineData("ApiKey=SG.a;PersonalizationsPerRequest=1001", "it takes a whole number from 1 to 1000.")]
    [InlineData("ApiKey=SG.a;BaseUrl=http://mail.example/", "plain http is for this machine only")]
    [InlineData("ApiKey=SG.a;BaseUrl=api.sendgrid.com", "it takes an absolute http or https URL.")]
    [InlineData("ApiKey=SG.a;BaseUrl=https://mail.example/;EuResidency=true", "set one of them")]
    public void These_are_wrong_and_say_why(string settings, string why)
    {
        var error = Should.Throw<OptionsValidationException>(() => Read(settings));

        error.Message.ShouldContain(why);
        error.Message.ShouldNotContain("geheim");
    }

    [Theory]
    [InlineData(true, "https://api.eu.sendgrid.com/v3/mail/send")]
    [InlineData(false, "https://api.sendgrid.com/v3/mail/send")]
    public async Task The_region_says_where_requests_go(bool eu, string url)
    {
        // Only the address of a request that is never made.
        var client = SendGridClients.Create(new SendGridOptions { ApiKey = "SG.a", EuResidency = eu }, new Nowhere());

        var error = await Should.ThrowAsync<NothingWrittenException>(() =>
            client.RequestAsync(
                global::SendGrid.BaseClient.Method.POST,
                "{}",
                urlPath: "mail/send",
                cancellationToken: TestContext.Current.CancellationToken
            )
        );

        error.InnerException!.Message.ShouldBe($"{url} Bearer SG.a");
    }

    private static SendGridOptions Read(string settings)
    {
        var pairs = settings
            .Split(';', StringSplitOptions.RemoveEmptyEntries)
            .Select(pair => pair.Split('=', 2))
            .Select(pair => KeyValuePair.Create($"{SendGridOptions.Section}:{pair[0]}", (string?)pair[1]));
        using var services = new ServiceCollection()
            .AddChecked<SendGridOptions>(
                new ConfigurationBuilder().AddInMemoryCollection(pairs).Build(),
                SendGridOptions.Section
            )
            .BuildServiceProvider();
        return services.GetRequiredService<SendGridOptions>();
    }

    private sealed class Nowhere : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        ) => throw new InvalidOperationException($"{request.RequestUri} {request.Headers.Authorization}");
    }
}
