using System.Net;
using Advocacy.Platform;
using Advocacy.Platform.StorageQueues;
using Azure.Core;
using Azure.Core.Pipeline;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Advocacy.Tests.Platform.StorageQueues;

/// <summary>An account in Azure, of which only the answers are here.</summary>
public sealed class StorageAccountTests
{
    private readonly List<HttpRequestMessage> _asked = [];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_is_asked_with_a_token_at_a_fixed_version_and_messages_never_expire()
    {
        await Should.ThrowAsync<InvalidOperationException>(() =>
            Queue(HttpStatusCode.Forbidden, "AuthorizationFailure")
                .EnqueueAsync("content", ["{}"], cancellationToken: Cancel)
        );

        var asked = _asked.ShouldHaveSingleItem();
        asked.RequestUri!.AbsoluteUri.ShouldBe(
            "https://acme.queue.core.windows.net/content/messages?visibilitytimeout=0&messagettl=-1"
        );
        asked.Headers.Authorization!.ToString().ShouldBe("Bearer a-token");
        asked.Headers.GetValues("x-ms-version").ShouldBe(["2026-06-06"]);
    }

    [Theory]
    [InlineData(
        HttpStatusCode.Forbidden,
        "AuthorizationPermissionMismatch",
        "https://acme.queue.core.windows.net/content refused this app's identity (AuthorizationPermissionMismatch). Give it the role Storage Queue Data Contributor on the account, and allow this network in its firewall."
    )]
    [InlineData(
        HttpStatusCode.NotFound,
        "QueueNotFound",
        "https://acme.queue.core.windows.net/content does not exist (QueueNotFound). Deploy infra/, which creates it, or correct AdvocacyQueues."
    )]
    public async Task A_refusal_says_what_to_do(HttpStatusCode status, string code, string message)
    {
        var queue = Queue(status, code);

        foreach (
            var call in (Func<Task>[])
                [
                    () => queue.EnqueueAsync("content", ["{}"], cancellationToken: Cancel),
                    () => queue.ReceiveAsync("content", 1, TimeSpan.FromSeconds(1), Cancel),
                    () => queue.CountAsync("content", Cancel),
                    () => queue.CompleteAsync(new("content", "id", "{}", 1, "receipt"), Cancel),
                ]
        )
        {
            (await Should.ThrowAsync<InvalidOperationException>(call)).Message.ShouldBe(message);
        }
        _asked.ShouldAllBe(request =>
            !request.RequestUri!.Query.Contains("restype") && request.Method != HttpMethod.Put
        );
    }

    [Fact]
    public async Task A_refused_long_message_names_the_role_of_blobs_and_is_not_enqueued()
    {
        var error = await Should.ThrowAsync<InvalidOperationException>(() =>
            Queue(HttpStatusCode.Forbidden, "AuthorizationPermissionMismatch")
                .EnqueueAsync("content", [new string('x', 100_000)], cancellationToken: Cancel)
        );

        error.Message.ShouldContain("https://acme.blob.core.windows.net/long-messages refused");
        error.Message.ShouldContain("Storage Blob Data Contributor");
        _asked.ShouldAllBe(request => request.RequestUri!.Host == "acme.blob.core.windows.net");
    }

    [Fact]
    public async Task An_account_that_nothing_leads_to_is_told_with_its_address()
    {
        var error = await Should.ThrowAsync<InvalidOperationException>(() =>
            Queue(null, "").EnqueueAsync("content", ["{}"], cancellationToken: Cancel)
        );

        error.Message.ShouldStartWith("https://acme.queue.core.windows.net/content cannot be reached: No such host.");
    }

    [Theory]
    [InlineData(
        "QueueServiceUri",
        null,
        "AdvocacyQueues:QueueServiceUri is ''; it takes an absolute http or https URL."
    )]
    [InlineData(
        "BlobServiceUri",
        "acme",
        "AdvocacyQueues:BlobServiceUri is 'acme'; it takes an absolute http or https URL."
    )]
    [InlineData(
        "QueueServiceUri",
        "http://acme.queue.core.windows.net",
        "AdvocacyQueues: QueueServiceUri is 'http://acme.queue.core.windows.net'; it takes https"
    )]
    [InlineData(
        "Credential",
        "password",
        "AdvocacyQueues: Credential is 'password'; the queue triggers take managedidentity, or nothing."
    )]
    [InlineData("ClientId", "1b4e28ba", "AdvocacyQueues: ClientId is set without Credential")]
    [InlineData("AccountKey", "x", "AdvocacyQueues:AccountKey is no setting")]
    public void A_wrong_setting_is_named(string key, string? value, string message)
    {
        var settings = new Dictionary<string, string?>
        {
            ["AdvocacyQueues:QueueServiceUri"] = "https://acme.queue.core.windows.net",
            ["AdvocacyQueues:BlobServiceUri"] = "https://acme.blob.core.windows.net",
            [$"AdvocacyQueues:{key}"] = value,
        };
        using var services = new ServiceCollection()
            .AddChecked<StorageQueueOptions>(
                new ConfigurationBuilder().AddInMemoryCollection(settings).Build(),
                StorageQueueOptions.Section
            )
            .BuildServiceProvider();

        var error = Should.Throw<OptionsValidationException>(() => services.GetRequiredService<StorageQueueOptions>());

        error.Message.ShouldContain(message);
    }

    /// <param name="status">Of every answer; <c>null</c> where none comes.</param>
    /// <param name="code">The account's word for it.</param>
    private StorageWorkQueue Queue(HttpStatusCode? status, string code) =>
        new(
            new StorageAccount(
                new StorageQueueOptions
                {
                    QueueServiceUri = "https://acme.queue.core.windows.net",
                    BlobServiceUri = "https://acme.blob.core.windows.net",
                },
                options =>
                {
                    options.Transport = new HttpClientTransport(new HttpClient(new Answers(_asked, status, code)));
                    options.Retry.Delay = options.Retry.MaxDelay = TimeSpan.Zero;
                },
                DelegatedTokenCredential.Create(
                    (_, _) => new AccessToken("a-token", new DateTimeOffset(2100, 1, 1, 0, 0, 0, TimeSpan.Zero))
                )
            )
        );

    private sealed class Answers(List<HttpRequestMessage> asked, HttpStatusCode? status, string code)
        : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        )
        {
            asked.Add(request);
            return status is null
                ? throw new HttpRequestException("No such host.")
                : Task.FromResult(new HttpResponseMessage(status.Value) { Headers = { { "x-ms-error-code", code } } });
        }
    }
}
