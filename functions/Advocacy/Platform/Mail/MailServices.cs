using Advocacy.Platform.Mail.SendGrid;
using Advocacy.Platform.Mail.Smtp;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SendGrid;

namespace Advocacy.Platform.Mail;

/// <summary>Registers one of the mailers as <see cref="IMailer"/>, measured, and safe from sending one id twice.</summary>
public static class MailServices
{
    /// <param name="folder">Where the mails are written.</param>
    public static IServiceCollection AddOutboxMailer(
        this IServiceCollection services,
        Func<IServiceProvider, string> folder
    ) =>
        services.AddMailer(
            "outbox",
            provider => new OutboxMailer(folder(provider), provider.GetRequiredService<TimeProvider>())
        );

    public static IServiceCollection AddSendGridMailer(
        this IServiceCollection services,
        IConfiguration configuration
    ) =>
        services
            .AddChecked<SendGridOptions>(configuration, SendGridOptions.Section)
            .AddSingleton<ISendGridClient>(provider =>
                SendGridClients.Create(provider.GetRequiredService<SendGridOptions>())
            )
            .AddSingleton<SendGridMailer>()
            .AddMailer("sendgrid", provider => new OnceMailer(provider.GetRequiredService<SendGridMailer>()));

    public static IServiceCollection AddSmtpMailer(this IServiceCollection services, IConfiguration configuration) =>
        services
            .AddChecked<SmtpOptions>(configuration, SmtpOptions.Section)
            .AddSingleton<SmtpMailer>()
            .AddMailer("smtp", provider => new OnceMailer(provider.GetRequiredService<SmtpMailer>()));

    private static IServiceCollection AddMailer(
        this IServiceCollection services,
        string name,
        Func<IServiceProvider, IMailer> mailer
    )
    {
        services.AddMetrics();
        services.TryAddSingleton<MailTelemetry>();
        return services.AddSingleton<IMailer>(provider => new MeasuredMailer(
            mailer(provider),
            name,
            provider.GetRequiredService<MailTelemetry>(),
            provider.GetRequiredService<TimeProvider>()
        ));
    }
}
