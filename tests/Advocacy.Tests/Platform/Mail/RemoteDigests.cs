using Advocacy.Digests;
using Advocacy.Platform.Mail;
using Advocacy.Platform.Queue;
using Advocacy.Platform.Store;

namespace Advocacy.Tests.Platform.Mail;

/// <summary>A week's digests to three people through a real adapter: what the provider does, and what the deliveries say after it.</summary>
internal sealed class RemoteDigests : IAsyncDisposable
{
    private readonly World _world = new();

    private RemoteDigests() { }

    public static async Task<RemoteDigests> PlannedAsync(IMailer mailer)
    {
        var digests = new RemoteDigests();
        digests._world.MailerUsed = mailer;
        await digests._world.WithCompanyAsync();
        // A text for each: they share a request all the same, because texts are substituted.
        await digests._world.AddPostAsync("a", texts: 4);
        foreach (var name in new[] { "ada", "bo", "cy" })
        {
            await digests._world.AddReaderAsync(name);
        }
        await digests._world.Get<DigestPlanner>().PlanWholeWeekAsync(cancellationToken: Cancel);
        return digests;
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>As the queue does it: a message that fails comes again.</summary>
    /// <returns>What was thrown; <c>null</c> for nothing.</returns>
    public async Task<Exception?> SendAsync()
    {
        var message = _world.Queue.Bodies(Queues.Digests).ShouldHaveSingleItem();
        return await Record.ExceptionAsync(() => _world.Get<DigestSender>().SendAsync(message, Cancel));
    }

    /// <summary>Two days later the stale claims are settled, and all messages come once more.</summary>
    public async Task SendLaterAsync()
    {
        _world.Time.Advance(TimeSpan.FromDays(2));
        await _world.Get<ClaimSettler>().SettleAllAsync(cancellationToken: Cancel);
        foreach (var message in _world.Queue.Bodies(Queues.Digests))
        {
            await _world.Get<DigestSender>().SendAsync(message, Cancel);
        }
    }

    /// <summary>By the person's name.</summary>
    public async Task<IReadOnlyDictionary<string, Delivery>> DeliveriesAsync()
    {
        var people = await _world.AllAsync<Advocacy.People.Employee>(Containers.Employees);
        var deliveries = await _world.AllAsync<Delivery>(Containers.Deliveries);
        return people.ToDictionary(
            person => person.Address.Split('@')[0],
            person => deliveries.Single(delivery => delivery.EmployeeId == person.Id)
        );
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();
}
