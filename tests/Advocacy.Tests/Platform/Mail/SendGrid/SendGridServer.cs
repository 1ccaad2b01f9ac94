using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Advocacy.Tests.Platform.Mail.SendGrid;

/// <summary>
/// A server on loopback that speaks SendGrid's <c>POST /v3/mail/send</c>: strict where its reference is, and with the faults that a
/// test asks for. It keeps what each recipient would have got.
/// </summary>
internal sealed class SendGridServer : IAsyncDisposable
{
    public const string ApiKey = "SG.test-key";

    private const long MostBytes = 30 * 1024 * 1024;

    private readonly WebApplication _app;
    private readonly ConcurrentQueue<SendGridCall> _calls = new();
    private readonly ConcurrentQueue<SendGridMail> _mails = new();
    private readonly ConcurrentQueue<Func<HttpContext, Action, Task>> _faults = new();
    private readonly SemaphoreSlim _arrivals = new(0);

    private SendGridServer(WebApplication app) => _app = app;

    public static async Task<SendGridServer> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, 0);
            kestrel.Limits.MaxRequestBodySize = null;
        });
        builder.Logging.ClearProviders();
        // A test that leaves a request hanging must not wait for it at the end.
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.Zero);
        var server = new SendGridServer(builder.Build());
        server._app.Run(server.AnswerAsync);
        await server._app.StartAsync();
        return server;
    }

    /// <summary>What <c>Advocacy:SendGrid:BaseUrl</c> takes.</summary>
    public Uri BaseUri => new(_app.Urls.Single());

    /// <summary>Every request so far, in the order in which they were read.</summary>
    public IReadOnlyList<SendGridCall> Calls => [.. _calls];

    /// <summary>What was accepted, per recipient, those dropped in silence included.</summary>
    public IReadOnlyList<SendGridMail> Mails => [.. _mails];

    /// <summary>Addresses that are refused, each by its field, as one that the service finds not valid.</summary>
    public Predicate<string> IsRefused { get; set; } = _ => false;

    /// <summary>The sender addresses that the account has verified.</summary>
    public Predicate<string> IsVerified { get; set; } = _ => true;

    /// <summary>The next request is answered so, whatever it asks for, and nothing is accepted.</summary>
    public void NextAnswers(int status, string body = "", params (string Name, string Value)[] headers) =>
        _faults.Enqueue(
            (context, _) =>
            {
                context.Response.StatusCode = status;
                foreach (var (name, value) in headers)
                {
                    context.Response.Headers[name] = value;
                }
                return context.Response.WriteAsync(body);
            }
        );

    /// <summary>The next request is read whole, accepted, and never answered.</summary>
    public void NextHangs() =>
        _faults.Enqueue(
            async (context, accept) =>
            {
                accept();
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted)
                    .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        );

    /// <summary>The next request is read whole, accepted, and its connection is cut.</summary>
    public void NextIsCut() =>
        _faults.Enqueue(
            (context, accept) =>
            {
                accept();
                context.Abort();
                return Task.CompletedTask;
            }
        );

    /// <summary>Waits until one more request was read whole.</summary>
    public Task ArrivalAsync(CancellationToken cancellationToken) => _arrivals.WaitAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _arrivals.Dispose();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        var call = new SendGridCall(body.ToArray(), context.Request.Headers.ContentType.ToString());
        _calls.Enqueue(call);
        _arrivals.Release();
        if (_faults.TryDequeue(out var fault))
        {
            await fault(context, () => Accept(call));
            return;
        }
        if (context.Request.Path != "/v3/mail/send" || context.Request.Method != "POST")
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
        }
        else if (context.Request.Headers.Authorization != $"Bearer {ApiKey}")
        {
            await RefuseAsync(
                401,
                new SendGridRefusal("The provided authorization grant is invalid, expired, or revoked", null)
            );
        }
        else if (call.Body.Length > MostBytes)
        {
            await RefuseAsync(413, new SendGridRefusal("The JSON payload is too large.", null));
        }
        else if (call.ContentType != "application/json")
        {
            await RefuseAsync(415, new SendGridRefusal("Content-Type should be application/json.", null));
        }
        else if (SendGridRules.Check(call.Json, IsRefused) is { Count: > 0 } refusals)
        {
            await RefuseAsync(400, [.. refusals]);
        }
        else if (!IsVerified(call.Json.GetProperty("from").GetProperty("email").GetString()!))
        {
            await RefuseAsync(
                403,
                new SendGridRefusal("The from address does not match a verified Sender Identity.", "from")
            );
        }
        else
        {
            Accept(call);
            context.Response.StatusCode = StatusCodes.Status202Accepted;
            context.Response.Headers["X-Message-Id"] = $"test{_calls.Count}";
        }

        Task RefuseAsync(int status, params SendGridRefusal[] refusals)
        {
            context.Response.StatusCode = status;
            context.Response.ContentType = "application/json";
            var errors = refusals.Select(one => new
            {
                message = one.Message,
                field = one.Field,
                help = (string?)null,
            });
            return context.Response.WriteAsync(JsonSerializer.Serialize(new { errors }));
        }
    }

    private void Accept(SendGridCall call)
    {
        foreach (var mail in SendGridMail.Of(call.Json))
        {
            _mails.Enqueue(mail);
        }
    }
}

/// <param name="Body">As it came.</param>
internal sealed record SendGridCall(byte[] Body, string ContentType)
{
    public JsonElement Json { get; } = JsonDocument.Parse(Body).RootElement;
}

internal sealed record SendGridRefusal(string Message, string? Field);
