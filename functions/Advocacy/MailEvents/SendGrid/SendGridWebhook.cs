using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Advocacy.Platform.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Advocacy.MailEvents.SendGrid;

/// <summary>
/// SendGrid's signed Event Webhook. It believes nothing that is not signed, and only puts the events on the queue: SendGrid waits ten
/// seconds and comes again for a day, with the same events and the same ids.
/// </summary>
public sealed class SendGridWebhook(
    MailEventMessages messages,
    IOptions<MailEventOptions> options,
    ILogger<SendGridWebhook> logger
)
{
    public const string SignatureHeader = "X-Twilio-Email-Event-Webhook-Signature";
    public const string TimestampHeader = "X-Twilio-Email-Event-Webhook-Timestamp";

    /// <summary>Bytes: more than ten thousand events.</summary>
    public const int LargestBody = 16 * 1024 * 1024;

    private readonly List<byte[]> _keys = [.. options.Value.PublicKeys.Select(Convert.FromBase64String)];

    /// <returns>204; 404 where no key is set, 413, 401 where the signature is of none of them, 400 where the body is no array.</returns>
    public async Task<IResult> ReceiveAsync(HttpRequest request, CancellationToken cancellationToken = default)
    {
        if (_keys.Count == 0)
        {
            return Results.NotFound();
        }
        if (await RawBody.ReadAsync(request, LargestBody, cancellationToken) is not { } body)
        {
            return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
        }
        if (!IsSigned(request, body.Span))
        {
            MailEventLog.Refused(logger);
            return Results.Unauthorized();
        }
        SendGridBatch batch;
        try
        {
            batch = SendGridEvents.Read(body);
        }
        catch (JsonException)
        {
            return Results.BadRequest();
        }
        await messages.EnqueueAsync(batch.Events, cancellationToken);
        MailEventLog.Received(logger, batch.Received, batch.Events.Count, batch.Foreign);
        foreach (var (type, count) in batch.Unknown)
        {
            MailEventLog.Unknown(logger, count, type);
        }
        return Results.NoContent();
    }

    private bool IsSigned(HttpRequest request, ReadOnlySpan<byte> body)
    {
        var signature = new byte[128];
        if (
            request.Headers[SignatureHeader].ToString() is not { Length: > 0 and < 200 } given
            || request.Headers[TimestampHeader].ToString() is not { Length: > 0 and < 40 } stamp
            || !Convert.TryFromBase64String(given, signature, out var length)
        )
        {
            return false;
        }
        byte[] signed = [.. Encoding.ASCII.GetBytes(stamp), .. body];
        foreach (var key in _keys)
        {
            using var ecdsa = ECDsa.Create();
            ecdsa.ImportSubjectPublicKeyInfo(key, out _);
            if (
                ecdsa.VerifyData(
                    signed,
                    signature.AsSpan(0, length),
                    HashAlgorithmName.SHA256,
                    DSASignatureFormat.Rfc3279DerSequence
                )
            )
            {
                return true;
            }
        }
        return false;
    }
}
