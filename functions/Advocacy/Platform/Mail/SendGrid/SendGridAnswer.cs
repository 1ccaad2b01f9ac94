using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using SendGrid;

namespace Advocacy.Platform.Mail.SendGrid;

/// <summary>What an answer, or the lack of one, says of the mails of a request.</summary>
/// <param name="Outcome">Of all that <see cref="Named"/> does not name.</param>
internal sealed record SendGridAnswer(MailOutcome Outcome)
{
    private static readonly TimeSpan ShortestWait = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan UnnamedWait = TimeSpan.FromSeconds(5);

    /// <summary>Recipients by their place in the request who alone are at fault: the others can be sent without them.</summary>
    public IReadOnlyDictionary<int, MailOutcome> Named { get; init; } = new Dictionary<int, MailOutcome>();

    /// <summary>There are too many requests: how long SendGrid wants us to wait.</summary>
    public TimeSpan? Wait { get; init; }

    /// <summary>There was no answer that tells anything: the service is down, or out of reach.</summary>
    public bool IsOutage { get; init; }

    public static SendGridAnswer NotSent(string reason) => new(new MailOutcome(MailResult.NotSent, reason));

    public static SendGridAnswer Unknown(string reason) =>
        new(new MailOutcome(MailResult.Unknown, reason)) { IsOutage = true };

    /// <param name="response">Its body is read already: the client waits for all of it.</param>
    /// <param name="count">How many recipients the request had.</param>
    public static async Task<SendGridAnswer> ReadAsync(Response response, int count, DateTimeOffset now)
    {
        var status = (int)response.StatusCode;
        if (response.StatusCode == HttpStatusCode.Accepted)
        {
            return new SendGridAnswer(MailOutcome.Sent);
        }
        if (status is >= 200 and < 300 or >= 500)
        {
            return Unknown($"SendGrid answered {status}, which does not tell whether it took the mail.");
        }
        if (response.StatusCode == HttpStatusCode.TooManyRequests)
        {
            return NotSent("SendGrid has had too many requests (429).") with { Wait = WaitOf(response.Headers, now) };
        }
        var errors = SendGridErrors.Read(response.Body is null ? "" : await response.Body.ReadAsStringAsync());
        return NotSent(Advice(status, errors)) with
        {
            Named = status is 401 or 403 ? new Dictionary<int, MailOutcome>() : errors.ByRecipient(count),
        };
    }

    /// <summary>What a request without an answer means: nothing was sent for certain only where nothing was written.</summary>
    public static SendGridAnswer Of(Exception error) =>
        error
            is NothingWrittenException
                or HttpRequestException
                {
                    HttpRequestError: HttpRequestError.NameResolutionError
                        or HttpRequestError.ConnectionError
                        or HttpRequestError.SecureConnectionError
                        or HttpRequestError.ProxyTunnelError
                }
            ? NotSent($"SendGrid could not be reached ({NameOf(error)}).") with
            {
                IsOutage = true,
            }
            : Unknown($"SendGrid did not answer ({NameOf(error)}); it may have taken the mail.");

    private static string Advice(int status, SendGridErrors errors) =>
        status switch
        {
            401 =>
                $"SendGrid does not accept the key (401): set {SendGridOptions.Section}:{nameof(SendGridOptions.ApiKey)} to a key "
                    + "with the Mail Send permission, of the region that EuResidency names.",
            403 =>
                "SendGrid does not let this key send from the company's sender address (403): authenticate its domain, or verify "
                    + "the address as a sender, and give the key the Mail Send permission.",
            413 => $"The request is too large for SendGrid (413): lower {SendGridOptions.Section}:"
                + $"{nameof(SendGridOptions.PersonalizationsPerRequest)}.",
            _ => $"SendGrid refused the request ({status}): {errors}.",
        };

    private static TimeSpan WaitOf(HttpResponseHeaders headers, DateTimeOffset now)
    {
        // Epoch seconds in SendGrid's own header; the standard one, in seconds, comes from what stands before it.
        var wait =
            Number("X-RateLimit-Reset") is { } reset ? DateTimeOffset.FromUnixTimeSeconds(reset) - now
            : Number("Retry-After") is { } seconds ? TimeSpan.FromSeconds(seconds)
            : UnnamedWait;
        // Our clock may be ahead of theirs.
        return wait > ShortestWait ? wait : ShortestWait;

        long? Number(string name) =>
            headers is not null
            && headers.TryGetValues(name, out var values)
            && long.TryParse(values.First(), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number <= DateTimeOffset.MaxValue.ToUnixTimeSeconds()
                ? number
                : null;
    }

    private static string NameOf(Exception error)
    {
        var cause = error is NothingWrittenException { InnerException: { } inner } ? inner : error;
        return cause is HttpRequestException { HttpRequestError: not HttpRequestError.Unknown } http
            ? http.HttpRequestError.ToString()
            : cause.GetType().Name;
    }
}
