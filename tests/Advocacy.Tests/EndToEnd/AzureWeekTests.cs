using System.Text.Json;
using Advocacy.Content;
using Advocacy.Digests;
using Advocacy.Local;
using Advocacy.Local.Commands;
using Advocacy.Local.Weeks;
using Advocacy.People;
using Advocacy.Platform.Cosmos;
using Advocacy.Platform.Queue;
using Advocacy.Platform.Store;
using Advocacy.Tests.Local;
using Advocacy.Tests.Platform.Cosmos.Gateway;
using Advocacy.Tests.Platform.Mail.SendGrid;
using Advocacy.Tests.Platform.StorageQueues;
using Advocacy.Tests.Platform.Tone;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Advocacy.Tests.EndToEnd;

/// <summary>
/// The sample company's week from its drops to its mails, with every port plugged into Azure: the real SDKs' clients, chosen by
/// settings as in Azure, talk to a Cosmos DB gateway, Azurite, and servers that speak the APIs of Language and SendGrid.
/// </summary>
public sealed class AzureWeekTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private readonly SteppingClock _clock = new(new DateTimeOffset(2026, 11, 23, 8, 0, 0, TimeSpan.Zero));
    private GatewayServer _cosmos = null!;
    private LanguageServer _language = null!;
    private SendGridServer _sendGrid = null!;
    private WebApplication _host = null!;

    public async ValueTask InitializeAsync()
    {
        _cosmos = await GatewayServer.StartAsync(_clock, cancellationToken: Cancel);
        _language = await LanguageServer.StartAsync();
        _sendGrid = await SendGridServer.StartAsync();
        var storage = await azurite.OptionsAsync();
        var key = Convert.ToBase64String(new byte[32]);
        _folder.Write(
            "advocacy.json",
            JsonSerializer.Serialize(
                new
                {
                    AdvocacyQueues = new { storage.QueueServiceUri, storage.BlobServiceUri },
                    Advocacy = new
                    {
                        Adapters = new
                        {
                            Store = "Cosmos",
                            Queue = "Storage",
                            Tone = "Language",
                            Mail = "SendGrid",
                        },
                        Cosmos = new
                        {
                            _cosmos.Options.Endpoint,
                            _cosmos.Options.Key,
                            CreateIfMissing = true,
                        },
                        Language = new { Endpoint = _language.BaseUri, LanguageServer.Key },
                        SendGrid = new { SendGridServer.ApiKey, BaseUrl = _sendGrid.BaseUri },
                        Secrets = new { LinkKeys = new[] { key }, PseudonymKey = key },
                    },
                }
            )
        );
        // The client of the settings would look for its gateway on the network; everything else is as every host has it.
        _host = LocalHost.Build(
            _folder.Path,
            _clock,
            port: null,
            LogLevel.None,
            services => services.AddSingleton(_cosmos.Client)
        );
        await LocalHost.CheckAsync(_host.Services, Cancel);
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await _sendGrid.DisposeAsync();
        await _language.DisposeAsync();
        _cosmos.Dispose();
        _folder.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_week_runs_from_drop_to_mail_on_the_real_clients()
    {
        var report = await RunAsync();

        report.Failures.ShouldBeEmpty();
        report.Outbox.ShouldBeNull();
        await PostsWereJudgedByLanguageAsync();
        await WhoeverIsDueHasOneMailAsync(report);
        foreach (var queue in Queues.All.SelectMany(queue => new[] { queue, Queues.PoisonOf(queue) }))
        {
            (await Get<IWorkQueue>().CountAsync(queue, Cancel)).ShouldBe(0, queue);
        }

        var mails = _sendGrid.Mails.Count;
        var again = await RunAsync();
        again.Failures.ShouldBeEmpty();
        again.Employees.Mailed.ShouldBe(0);
        _sendGrid.Mails.Count.ShouldBe(mails);
    }

    private async Task<WeekReport> RunAsync()
    {
        var inputs = new WeekInputs { Company = CompanyFolder.Sample(), Day = new DateOnly(2026, 11, 23) };
        await using var files = await WeekCommand.ServeFilesAsync(inputs, _clock, _host.Services, Cancel);
        return await Get<WeekRun>().RunAsync(inputs with { ServedAt = files.BaseUrl }, new NoDisplay(), Cancel);
    }

    private async Task PostsWereJudgedByLanguageAsync()
    {
        var posts = await AllAsync<Post>(Containers.Posts);

        posts.Count.ShouldBeGreaterThan(12);
        posts.ShouldAllBe(post => post.Status != PostStatus.New);
        posts.ShouldContain(post => post.Status == PostStatus.Held);
        posts
            .Where(post => post.Status == PostStatus.Ready)
            .ShouldAllBe(post => post.Tone!.Analyzer == $"azure-language/{LanguageServer.ModelVersion}");
        _language.Requests.Count.ShouldBeGreaterThanOrEqualTo(posts.Count / 10);
        Get<IDocumentStore>().ShouldBeOfType<CosmosDocumentStore>();
    }

    private async Task WhoeverIsDueHasOneMailAsync(WeekReport report)
    {
        var deliveries = await AllAsync<Delivery>(Containers.Deliveries);
        var people = (await AllAsync<Employee>(Containers.Employees)).ToDictionary(person => person.Id);
        var mails = _sendGrid.Mails;

        report.Employees.Mailed.ShouldBeGreaterThan(20);
        deliveries.ShouldAllBe(delivery => delivery.State == DeliveryState.Sent);
        deliveries.Count.ShouldBe(report.Employees.Mailed);
        mails
            .Select(mail => mail.To)
            .ShouldBe(deliveries.Select(delivery => people[delivery.EmployeeId].Address), ignoreOrder: true);
        mails.ShouldAllBe(mail => !mail.IsDropped);
        mails.Select(mail => mail.Headers["List-Unsubscribe"].Single()).ShouldBeUnique();
        mails
            .Select(mail => mail.CustomArgs["delivery"])
            .ShouldBe(deliveries.Select(delivery => delivery.Id), ignoreOrder: true);
    }

    private async Task<IReadOnlyList<T>> AllAsync<T>(Container container)
        where T : Document =>
        await Get<IDocumentStore>()
            .QueryAllAsync<T>(new Query(container), Cancel)
            .Select(stored => stored.Value)
            .ToListAsync(Cancel);

    private T Get<T>()
        where T : notnull => _host.Services.GetRequiredService<T>();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
