using System.Text.Json;
using Advocacy.Joining.Mail;
using Advocacy.Letters;
using Advocacy.Platform.Limits;
using Advocacy.Platform.Store;
using Advocacy.Programme;
using Advocacy.Sharing;
using Microsoft.Extensions.Options;

namespace Advocacy.Joining;

/// <summary>What became of the mail to a join request.</summary>
public enum JoinMailResult
{
    /// <summary>Handed to the mailer; what it made of that stands on the request.</summary>
    Handled,

    /// <summary>The request is gone, was mailed, or another sender has it.</summary>
    Skipped,

    /// <summary>The address had its mails for now; the request was removed.</summary>
    Limited,
}

/// <summary>
/// Mails the link of a join request. The limit per address is taken here, after the answer, so that nobody learns from the answer how
/// often an address was entered before.
/// </summary>
public sealed class JoinMailer(
    JoinRequests requests,
    RateLimits limits,
    LetterSender sender,
    SiteLinks links,
    Company company,
    IOptions<JoinOptions> options
)
{
    private RateLimit PerAddress => new(RateLimits.JoinAddress, options.Value.MailsPerAddress, TimeSpan.FromHours(24));

    /// <param name="message">A <see cref="JoinMessage"/> as JSON.</param>
    /// <exception cref="LettersNotSentException">The mailer could not send now: the message must be tried again.</exception>
    public async Task<JoinMailResult> SendAsync(string message, CancellationToken cancellationToken = default)
    {
        var (employeeId, requestId) =
            JsonSerializer.Deserialize<JoinMessage>(message, DocumentJson.Options)
            ?? throw new JsonException("The message is null; it takes employeeId and requestId.");
        if (await requests.FindAsync(employeeId, requestId, cancellationToken) is not { Address: { } address } request)
        {
            return JoinMailResult.Skipped;
        }
        if (await limits.TakeAsync(PerAddress, employeeId, requestId, cancellationToken) is not null)
        {
            await requests.RemoveAsync(request, cancellationToken);
            return JoinMailResult.Limited;
        }
        var profile = await company.ProfileAsync(cancellationToken);
        if (await sender.ClaimAsync<JoinRequest>(employeeId, requestId, cancellationToken) is not { } claim)
        {
            return JoinMailResult.Skipped;
        }
        var url = links.ConfirmJoin(employeeId, requestId, TimeSpan.FromHours(options.Value.LinkHours));
        await sender.SendAsync(
            [claim],
            () => JoinMail.Compose(profile, claim.Value, address, url, options.Value.LinkHours),
            cancellationToken
        );
        return JoinMailResult.Handled;
    }

    /// <summary>Settles the claims that senders left behind when they died, and orders again what was certainly not sent.</summary>
    /// <inheritdoc cref="LetterSender.SettleAllAsync"/>
    public async Task SettleAllAsync(bool all = false, CancellationToken cancellationToken = default) =>
        await requests.OrderMailAsync(
            await sender.SettleAllAsync<JoinRequest>(all, cancellationToken),
            cancellationToken
        );
}
