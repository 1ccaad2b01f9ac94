using SendGrid;

namespace Advocacy.Platform.Mail.SendGrid;

/// <summary>Makes the client that <see cref="SendGridMailer"/> wants: no retries of its own, and it tells whether anything left.</summary>
public static class SendGridClients
{
    // An answer is a few hundred bytes; 1,000 refused recipients make it some 200 KB.
    private const int LongestAnswer = 4 * 1024 * 1024;

    public static ISendGridClient Create(SendGridOptions options) =>
        Create(
            options,
            new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                ConnectTimeout = TimeSpan.FromSeconds(15),
                // A new address of the service is found by then.
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            }
        );

    internal static ISendGridClient Create(SendGridOptions options, HttpMessageHandler wire)
    {
        var settings = new SendGridClientOptions { ApiKey = options.ApiKey };
        if (options.EuResidency)
        {
            settings.SetDataResidency("eu");
        }
        if (options.BaseUrl is { } url)
        {
            settings.Host = url;
        }
        // The mailer has the time-out, because what it means depends on what was written by then.
        var http = new HttpClient(new WireWatch(wire))
        {
            Timeout = Timeout.InfiniteTimeSpan,
            MaxResponseContentBufferSize = LongestAnswer,
        };
        return new SendGridClient(http, settings);
    }
}
