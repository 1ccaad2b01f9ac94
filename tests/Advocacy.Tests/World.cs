using System.Globalization;
using Advocacy.Consent;
using Advocacy.Content;
using Advocacy.People;
using Advocacy.Platform;
using Advocacy.Platform.Mail;
using Advocacy.Platform.Queue;
using Advocacy.Platform.Store;
using Advocacy.Programme;
using Advocacy.Sharing;
using Advocacy.Tests.Platform;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Advocacy.Tests;

/// <summary>The whole system on in-memory ports, wired as every host wires it, with a company and a clock of its own.</summary>
internal sealed class World : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    public World(params (string Key, string Value)[] settings)
    {
        Store = new InMemoryDocumentStore(Time);
        Queue = new InMemoryWorkQueue(Time);
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value)))
            .Build();
        _services = new ServiceCollection()
            .AddSingleton<TimeProvider>(Time)
            .AddLogging()
            .AddAdvocacy(configuration)
            .AddSingleton(_ => SecretsUsed)
            .AddSingleton<IDocumentStore>(_ => StoreUsed ?? Store)
            .AddSingleton<IWorkQueue>(_ => new TracedWorkQueue(QueueUsed ?? Queue, Time))
            .AddSingleton<IMailer>(_ => MailerUsed ?? Mailer)
            .AddSingleton(_ => WordingsUsed)
            .BuildServiceProvider();
    }

    /// <summary>Monday of 2026-W48, 09:00 in Copenhagen.</summary>
    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 23, 8, 0, 0, TimeSpan.Zero));

    public InMemoryDocumentStore Store { get; }
    public InMemoryWorkQueue Queue { get; }

    /// <summary>What the services use instead of <see cref="Store"/>; set before the first service is asked for.</summary>
    public IDocumentStore? StoreUsed { get; set; }

    /// <inheritdoc cref="StoreUsed"/>
    public IWorkQueue? QueueUsed { get; set; }

    /// <inheritdoc cref="StoreUsed"/>
    public IMailer? MailerUsed { get; set; }

    /// <summary>Set before the first service is asked for.</summary>
    public Secrets SecretsUsed { get; set; } = new([new byte[32]], new byte[32]);

    /// <summary>What people are asked with; set before the first service is asked for.</summary>
    public ConsentWordings WordingsUsed { get; set; } = ConsentWordings.Released;

    public RecordingMailer Mailer { get; } = new();

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public async Task<World> WithCompanyAsync()
    {
        await new Company(Store).SaveAsync(
            new CompanyProfile
            {
                Id = CompanyProfile.CompanyId,
                Name = "Acme",
                SenderAddress = "advocacy@acme.example",
                SenderName = "Acme",
                ReplyAddress = "people@acme.example",
            },
            TestContext.Current.CancellationToken
        );
        return this;
    }

    public async Task<Post> AddPostAsync(string name, int daysOld = 1, int texts = 3, Func<Post, Post>? with = null)
    {
        var url = $"https://acme.example/{name}";
        var post = new Post
        {
            Id = Ids.Of("post", url),
            Url = url,
            Title = $"Title of {name}",
            Language = "da",
            PublishedAt = Time.GetUtcNow().AddDays(-daysOld),
            TakenInAt = Time.GetUtcNow(),
            Status = PostStatus.Ready,
            ShareTexts =
            [
                .. Enumerable.Range(1, texts).Select(i => new ShareText($"t{i}", "da", $"Text {i} of {name}")),
            ],
        };
        post = with?.Invoke(post) ?? post;
        await Store.UpsertAsync(Containers.Posts, post, TestContext.Current.CancellationToken);
        return post;
    }

    public async Task<Employee> AddPersonAsync(
        string name,
        Func<Employee, Employee>? with = null,
        params ConsentPurpose[] consents
    )
    {
        var person = new Employee
        {
            Id = Ids.Of("person", name),
            Address = $"{name}@acme.example",
            Name = $"{name.ToUpper(CultureInfo.InvariantCulture)} Person",
            Unit = "Sales",
            Language = "da",
            TimeZone = "Europe/Copenhagen",
        };
        person = with?.Invoke(person) ?? person;
        await Get<Roster>().SaveAsync(person, TestContext.Current.CancellationToken);
        foreach (var purpose in consents)
        {
            await DecideAsync(person, purpose, ConsentAction.Given);
        }
        return person;
    }

    public Task<Employee> AddReaderAsync(string name, Func<Employee, Employee>? with = null) =>
        AddPersonAsync(name, with, ConsentPurpose.DigestEmail);

    public Task<bool> DecideAsync(Employee person, ConsentPurpose purpose, ConsentAction action) =>
        Get<ConsentLedger>()
            .RecordAsync(
                person.Id,
                purpose,
                action,
                new ConsentEvidence(WordingsUsed.Versions[^1], "da", "test"),
                TestContext.Current.CancellationToken
            );

    public async Task<IReadOnlyList<T>> AllAsync<T>(Container container)
        where T : Document =>
        await Store
            .QueryAllAsync<T>(new Query(container), TestContext.Current.CancellationToken)
            .Select(item => item.Value)
            .ToListAsync(TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}

/// <summary>Keeps what was sent, and answers as it is told to.</summary>
internal sealed class RecordingMailer : IMailer
{
    public List<(MailBatch Batch, MailRecipient Recipient)> Sent { get; } = [];

    /// <summary>The result per address; Sent where it says nothing.</summary>
    public Dictionary<string, MailResult> Results { get; } = [];

    /// <summary>What AskAsync says.</summary>
    public MailResult Fate { get; set; } = MailResult.Unknown;

    /// <summary>What AskAsync says of one message, instead of <see cref="Fate"/>.</summary>
    public Func<string, MailResult>? FateOf { get; set; }

    /// <summary>Runs before a batch is sent; may throw as a process that dies.</summary>
    public Func<Task>? Before { get; set; }

    /// <summary>Runs after a batch was sent; may throw as a process that dies.</summary>
    public Action? After { get; set; }

    public async Task<IReadOnlyList<MailOutcome>> SendAsync(
        MailBatch batch,
        CancellationToken cancellationToken = default
    )
    {
        await (Before?.Invoke() ?? Task.CompletedTask);
        var outcomes = new List<MailOutcome>();
        foreach (var recipient in batch.Recipients)
        {
            var result = Results.GetValueOrDefault(recipient.To.Address, MailResult.Sent);
            if (result == MailResult.Sent)
            {
                Sent.Add((batch, recipient));
            }
            outcomes.Add(new MailOutcome(result, result == MailResult.Sent ? null : $"told to be {result}"));
        }
        After?.Invoke();
        return outcomes;
    }

    public Task<MailResult> AskAsync(string messageId, CancellationToken cancellationToken = default) =>
        Task.FromResult(FateOf?.Invoke(messageId) ?? Fate);
}
