using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Advocacy.Tests.Platform.Tone;

/// <summary>One request that arrived, whether it was answered well or not.</summary>
/// <param name="Headers">By name.</param>
/// <param name="Bytes">Of the body.</param>
/// <param name="Documents">Id, language and text of each; empty where the request was not read.</param>
internal sealed record LanguageRequest(
    IHeaderDictionary Headers,
    int Bytes,
    IReadOnlyList<(string Id, string Language, string Text)> Documents
);

/// <summary>
/// Azure AI Language on loopback: speaks the REST API of sentiment analysis as strictly as the service, judges by
/// <see cref="LanguageJudge"/>, and fails as a test asks. It answers in another order than it was asked, as the API allows.
/// </summary>
internal sealed class LanguageServer : IAsyncDisposable
{
    public const string Key = "key-of-the-test";
    public const string Token = "token-of-the-test";
    public const string ModelVersion = "2025-01-01";

    private readonly WebApplication _app;
    private readonly ConcurrentQueue<RequestDelegate> _faults = new();
    private readonly ConcurrentQueue<LanguageRequest> _requests = new();
    private readonly ConcurrentDictionary<string, (string Code, string Message)> _refused = new();
    private readonly SemaphoreSlim _arrivals = new(0);

    private LanguageServer(WebApplication app) => _app = app;

    /// <param name="certificate">For https; without one it speaks http.</param>
    public static async Task<LanguageServer> StartAsync(X509Certificate2? certificate = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel =>
            kestrel.Listen(
                IPAddress.Loopback,
                0,
                listen =>
                {
                    if (certificate is not null)
                    {
                        listen.UseHttps(certificate);
                    }
                }
            )
        );
        // A test that leaves a request hanging must not wait for it at the end.
        builder.Services.Configure<Microsoft.Extensions.Hosting.HostOptions>(host =>
            host.ShutdownTimeout = TimeSpan.Zero
        );
        var server = new LanguageServer(builder.Build());
        server._app.Run(server.AnswerAsync);
        await server._app.StartAsync();
        return server;
    }

    public Uri BaseUri => new(_app.Urls.Single());

    /// <summary>Every request so far, in the order of arrival.</summary>
    public IReadOnlyList<LanguageRequest> Requests => [.. _requests];

    /// <summary>Waits for the next request that no earlier call waited for.</summary>
    public Task ArrivalAsync() => _arrivals.WaitAsync(TestContext.Current.CancellationToken);

    /// <summary>Answers the next requests with an error of the service.</summary>
    public void Fail(int times, int status, string code, string? retryAfter = null) =>
        Next(
            times,
            context =>
            {
                if (retryAfter is not null)
                {
                    context.Response.Headers.RetryAfter = retryAfter;
                }
                return ErrorAsync(context, status, new LanguageFault(code, "The test asked for this."));
            }
        );

    /// <summary>Never answers the next requests.</summary>
    public void Hang(int times) =>
        Next(times, context => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted));

    /// <summary>Answers the next request with this body and 200.</summary>
    public void Say(string body) =>
        Next(
            1,
            context =>
            {
                context.Response.ContentType = "application/json";
                return context.Response.WriteAsync(body);
            }
        );

    /// <summary>Answers every document that contains a word with an error of its own.</summary>
    public void Refuse(string word, string code, string message) => _refused[word] = (code, message);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private void Next(int times, RequestDelegate answer)
    {
        for (var i = 0; i < times; i++)
        {
            _faults.Enqueue(answer);
        }
    }

    private async Task AnswerAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        var fault = LanguageRules.Check(context.Request, body.ToArray(), out var documents);
        _requests.Enqueue(
            new(new HeaderDictionary(context.Request.Headers.ToDictionary()), (int)body.Length, documents)
        );
        _arrivals.Release();

        if (_faults.TryDequeue(out var answer))
        {
            await answer(context);
        }
        else if (fault is var (status, error))
        {
            await ErrorAsync(context, status, error);
        }
        else
        {
            await context.Response.WriteAsJsonAsync(Judge(documents), context.RequestAborted);
        }
    }

    private object Judge(IReadOnlyList<(string Id, string Language, string Text)> documents)
    {
        var judged = documents
            .Reverse()
            .Select(document =>
                (
                    document.Id,
                    document.Text,
                    Fault: LanguageRules.Check(document.Language, document.Text) ?? Refusal(document.Text)
                )
            )
            .ToList();
        return new
        {
            kind = "SentimentAnalysisResults",
            results = new
            {
                documents = judged.Where(d => d.Fault is null).Select(d => LanguageJudge.Judge(d.Id, d.Text)),
                errors = judged
                    .Where(d => d.Fault is not null)
                    .Select(d => new { id = d.Id, error = d.Fault!.ToJson() }),
                modelVersion = ModelVersion,
            },
        };
    }

    private LanguageFault? Refusal(string text) =>
        _refused
            .Where(refused => text.Contains(refused.Key, StringComparison.Ordinal))
            .Select(refused => new LanguageFault(refused.Value.Code, refused.Value.Message))
            .FirstOrDefault();

    private static Task ErrorAsync(HttpContext context, int status, LanguageFault fault)
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsJsonAsync(new { error = fault.ToJson() });
    }
}
