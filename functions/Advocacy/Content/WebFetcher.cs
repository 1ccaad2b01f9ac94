using System.Globalization;
using System.Net;
using System.Net.Http.Headers;

namespace Advocacy.Content;

/// <summary>
/// Fetches from addresses that strangers chose: public ones only, checked after DNS and connected to exactly as checked, within
/// limits on bytes, time and redirects; without cookies, credentials or a proxy. Keep one: it pools its connections.
/// </summary>
public sealed class WebFetcher : IDisposable
{
    private const int LongestCondition = 1_000;
    private const string Feeds =
        "application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.5";
    private const string Pages = "text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.5";

    private static readonly FetchResult.Gone s_gone = new();

    private readonly FetchOptions _options;
    private readonly TimeProvider _time;
    private readonly HttpClient _http;

    public WebFetcher(FetchOptions options, TimeProvider time)
        : this(options, time, Dns.GetHostAddressesAsync) { }

    internal WebFetcher(
        FetchOptions options,
        TimeProvider time,
        Func<string, CancellationToken, Task<IPAddress[]>> resolve
    )
    {
        _options = options;
        _time = time;
        _http = FetchClient.Create(options, resolve);
    }

    /// <summary>A feed, whole. Everything a server can do wrong is a <see cref="FetchResult.Failed"/>.</summary>
    /// <exception cref="OperationCanceledException">Only where the caller cancelled.</exception>
    public Task<FetchResult> FetchAsync(
        Uri url,
        FetchConditions conditions,
        CancellationToken cancellationToken = default
    ) => FetchAsync(url, conditions, new Limits(Feeds, _options.MaxBytes, BeginningIsEnough: false), cancellationToken);

    /// <summary>A web page, or its first <see cref="FetchOptions.MaxPageBytes"/>: what it says of itself stands at the top.</summary>
    /// <inheritdoc cref="FetchAsync(Uri, FetchConditions, CancellationToken)"/>
    public Task<FetchResult> FetchPageAsync(Uri url, CancellationToken cancellationToken = default) =>
        FetchAsync(
            url,
            new FetchConditions(),
            new Limits(Pages, _options.MaxPageBytes, BeginningIsEnough: true),
            cancellationToken
        );

    public void Dispose() => _http.Dispose();

    private async Task<FetchResult> FetchAsync(
        Uri url,
        FetchConditions conditions,
        Limits limits,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(url);
        ArgumentNullException.ThrowIfNull(conditions);
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(_options.TimeoutSeconds), _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            return await FollowAsync(url, conditions, limits, either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return TooSlow();
        }
        catch (Exception problem) when (problem is HttpRequestException or IOException or InvalidDataException)
        {
            // A read that our own limit cut off may surface as a broken connection.
            cancellationToken.ThrowIfCancellationRequested();
            return limit.IsCancellationRequested
                ? TooSlow()
                : new FetchResult.Failed(FetchFailure.Sentence(problem), Fault: FetchFailure.Fault(problem));
        }
    }

    private async Task<FetchResult> FollowAsync(
        Uri start,
        FetchConditions conditions,
        Limits limits,
        CancellationToken cancellationToken
    )
    {
        var url = start;
        var permanent = true;
        var seen = new HashSet<string>();
        while (true)
        {
            if (url.Scheme is not ("http" or "https") || url.UserInfo.Length > 0)
            {
                return Failed($"{url.Scheme}://{url.Host} is no plain http or https address.");
            }
            if (url.Port is < 1_024 and not (80 or 443))
            {
                // Mail, files, name servers: what is sent there is read as something else.
                return Failed($"{url.Host}:{url.Port} is no port of web servers: not fetched.");
            }
            if (!seen.Add(url.GetComponents(UriComponents.HttpRequestUrl, UriFormat.UriEscaped)))
            {
                return Failed($"It redirects in a circle, back to {url.GetLeftPart(UriPartial.Path)}.");
            }
            if (seen.Count > _options.MaxRedirects + 1)
            {
                return Failed($"It redirects more than {_options.MaxRedirects} times.");
            }
            using var request = Request(url, conditions, limits);
            using var response = await _http.SendAsync(
                request,
                HttpCompletionOption.ResponseHeadersRead,
                cancellationToken
            );
            var status = (int)response.StatusCode;
            if (status is not (301 or 302 or 303 or 307 or 308))
            {
                var movedTo = permanent && url != start ? url : null;
                return await ResultAsync(response, url, conditions, limits, movedTo, cancellationToken);
            }
            permanent &= status is 301 or 308;
            if (Raw(response.Headers, "Location") is not { } location || !Uri.TryCreate(url, location, out var next))
            {
                return Failed($"HTTP {status} without an address to go to.");
            }
            url = next;
        }
    }

    private async Task<FetchResult> ResultAsync(
        HttpResponseMessage response,
        Uri url,
        FetchConditions conditions,
        Limits limits,
        Uri? movedTo,
        CancellationToken cancellationToken
    )
    {
        switch (response.StatusCode)
        {
            case HttpStatusCode.NotModified when conditions is { ETag: not null } or { LastModified: not null }:
                return new FetchResult.NotModified(movedTo);
            case HttpStatusCode.Gone:
                return s_gone;
            case HttpStatusCode.OK:
                break;
            default:
                return new FetchResult.Failed(
                    string.Create(CultureInfo.InvariantCulture, $"HTTP {(int)response.StatusCode} from {url.Host}."),
                    RetryAfter(response.Headers.RetryAfter),
                    (int)response.StatusCode is 408 or 425 or 429 or >= 500 ? FetchFault.Passing : FetchFault.Lasting
                );
        }
        if (await BodyAsync(response.Content, limits, cancellationToken) is not { } body)
        {
            return Failed($"It is larger than {_options.MaxBytes / 1_048_576.0:0.###} MB; the rest was not read.");
        }
        var next = new FetchConditions(
            Condition(response.Headers, "ETag"),
            Condition(response.Content.Headers, "Last-Modified")
        );
        var charset = response.Content.Headers.ContentType?.CharSet?.Trim('"', '\'', ' ');
        var mediaType = response.Content.Headers.ContentType?.MediaType?.ToLowerInvariant();
        return new FetchResult.Fetched(
            body,
            url,
            charset is { Length: > 0 } ? charset : null,
            next,
            movedTo,
            mediaType
        );
    }

    /// <summary>The body, or <c>null</c> where it is too large: then no more than the limit was read.</summary>
    private static async Task<ReadOnlyMemory<byte>?> BodyAsync(
        HttpContent content,
        Limits limits,
        CancellationToken cancellationToken
    )
    {
        if (content.Headers.ContentLength > limits.MaxBytes && !limits.BeginningIsEnough)
        {
            return null;
        }
        var body = new MemoryStream();
        var chunk = new byte[32 * 1_024];
        await using var stream = await content.ReadAsStreamAsync(cancellationToken);
        while (await stream.ReadAsync(chunk, cancellationToken) is > 0 and var read)
        {
            var room = limits.MaxBytes - (int)body.Length;
            if (read > room && !limits.BeginningIsEnough)
            {
                return null;
            }
            body.Write(chunk, 0, Math.Min(read, room));
            if (read >= room && limits.BeginningIsEnough)
            {
                break;
            }
        }
        return body.GetBuffer().AsMemory(0, (int)body.Length);
    }

    private static HttpRequestMessage Request(Uri url, FetchConditions conditions, Limits limits)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, url);
        request.Headers.TryAddWithoutValidation("Accept", limits.Accept);
        if (conditions.ETag is { } etag)
        {
            request.Headers.TryAddWithoutValidation("If-None-Match", etag);
        }
        if (conditions.LastModified is { } lastModified)
        {
            request.Headers.TryAddWithoutValidation("If-Modified-Since", lastModified);
        }
        return request;
    }

    private TimeSpan? RetryAfter(RetryConditionHeaderValue? header)
    {
        var wait = header?.Delta ?? (header?.Date - _time.GetUtcNow());
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }

    private static string? Condition(HttpHeaders headers, string name) =>
        Raw(headers, name) is { Length: > 0 and <= LongestCondition } value ? value : null;

    private static string? Raw(HttpHeaders headers, string name) =>
        headers.NonValidated.TryGetValues(name, out var values) ? values.First() : null;

    private FetchResult.Failed TooSlow() =>
        new(
            string.Create(CultureInfo.InvariantCulture, $"It took longer than {_options.TimeoutSeconds} seconds."),
            Fault: FetchFault.Slow
        );

    private static FetchResult.Failed Failed(FormattableString reason) =>
        new(reason.ToString(CultureInfo.InvariantCulture));

    /// <param name="Accept">The media types asked for.</param>
    /// <param name="MaxBytes">After decompression.</param>
    /// <param name="BeginningIsEnough">What is longer is cut instead of refused.</param>
    private sealed record Limits(string Accept, int MaxBytes, bool BeginningIsEnough);
}
