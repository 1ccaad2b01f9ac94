using Advocacy.Consent;
using Advocacy.Digests;
using Advocacy.People;
using Advocacy.Platform.Mail;
using Advocacy.Platform.Queue;
using Advocacy.Tests.Digests;
using Advocacy.Tests.Platform;

namespace Advocacy.Tests.Consent;

/// <summary>
/// One random run of planners, senders, a settler and people who change their minds, in which any of them may die at any call to
/// store, queue or mailer and is followed by another. What matters is noted: when a withdrawal was acknowledged, and when the send of each mail began.
/// </summary>
internal sealed class ChaosRun : PortCalls, IAsyncDisposable
{
    private static readonly AsyncLocal<Flow?> s_flow = new();

    private readonly int _seed;
    private readonly Interleaving _steps;
    private readonly World _world = new([("Advocacy:Digests:BatchSize", "3"), .. SpreadScene.ToAll]);
    private readonly List<Employee> _people = [];

    /// <summary>Per address: the steps at which a withdrawal was acknowledged, and at which the person began to say yes again.</summary>
    private readonly Dictionary<string, List<(int Step, bool Withdrawn)>> _decisions = [];
    private int _judged;

    public ChaosRun(int seed)
    {
        _seed = seed;
        _steps = new Interleaving(seed);
        _world.StoreUsed = Around(_world.Store);
        _world.QueueUsed = Around(_world.Queue);
        _world.Mailer.Before = BeforeMailAsync;
        _world.Mailer.After = AfterMail;
        var knows = _steps.Draw(2) == 0;
        _world.Mailer.FateOf = id =>
            !knows ? MailResult.Unknown
            : _world.Mailer.Sent.Any(sent => sent.Recipient.MessageId == id) ? MailResult.Sent
            : MailResult.NotSent;
    }

    /// <summary>Mails to somebody whose withdrawal was acknowledged before their send began.</summary>
    public List<string> Violations { get; } = [];

    public int Mails => _world.Mailer.Sent.Count;
    public int Crashed { get; private set; }

    /// <summary>Acknowledged while the person's digest was planned or claimed, and not sent.</summary>
    public int Withdrawals { get; private set; }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async Task RunAsync()
    {
        await _world.WithCompanyAsync();
        await _world.AddPostAsync("danish", texts: 1);
        await _world.AddPostAsync("english", texts: 1, with: post => post with { Language = "en" });
        for (var i = 0; i < 4; i++)
        {
            // Each at an hour of their own, so that the planner goes through them in one order.
            var language = i % 2 == 0 ? "da" : "en";
            _people.Add(
                await _world.AddReaderAsync(
                    $"p{i}",
                    person => person with { DigestHour = 8 + i, Language = language, ReadsLanguages = [language] }
                )
            );
        }
        _steps.Run([
            () => AsProcessAsync(PlanAsync),
            () => SendersAsync(),
            () => SendersAsync(),
            () => AsProcessAsync(SettleAsync),
            .. _people.Select(person => (Func<Task>)(() => ChangeMindAsync(person))),
        ]);
    }

    /// <summary>Does it, as a process of its own; where that dies, another one does it again.</summary>
    private async Task AsProcessAsync(Func<Task> work)
    {
        for (var tries = 1; ; tries++)
        {
            var flow = new Flow(CrashAt());
            s_flow.Value = flow;
            try
            {
                await work();
                return;
            }
            catch (CrashException) when (tries < 10)
            {
                Crashed++;
            }
            catch (DigestsNotSentException) when (flow.IsDead && tries < 10)
            {
                // It died in a call whose error was taken for the store's.
                Crashed++;
            }
        }
    }

    /// <summary>The call at which this one dies; most live.</summary>
    private int CrashAt() => _steps.Draw(3) == 0 ? 1 + _steps.Draw(30) : 0;

    private async Task PlanAsync()
    {
        for (var i = 0; i < 2; i++)
        {
            await _steps.StepAsync();
            // It works on several threads: one step of the run, whatever happens in it.
            var planner = _world.Get<DigestPlanner>();
            Task.Run(() => planner.PlanWholeWeekAsync(cancellationToken: Ct)).GetAwaiter().GetResult();
        }
    }

    private async Task SendersAsync()
    {
        for (var idle = 0; idle < 40; )
        {
            var worked = false;
            await AsProcessAsync(async () => worked |= await SendOneAsync());
            idle = worked ? 0 : idle + 1;
        }
    }

    private async Task<bool> SendOneAsync()
    {
        var queue = _world.Get<IWorkQueue>();
        if (await queue.ReceiveAsync(Queues.Digests, 1, TimeSpan.FromMinutes(10), Ct) is not [var item])
        {
            await _steps.StepAsync();
            return false;
        }
        try
        {
            await _world.Get<DigestSender>().SendAsync(Envelope.Open(item.Body).Text, Ct);
        }
        catch (DigestsNotSentException) when (!s_flow.Value!.IsDead)
        {
            await queue.ReleaseAsync(item, TimeSpan.Zero, Ct);
            return true;
        }
        await queue.CompleteAsync(item, Ct);
        return true;
    }

    private async Task SettleAsync()
    {
        for (var i = 0; i < 4; i++)
        {
            for (var wait = _steps.Draw(20); wait > 0; wait--)
            {
                await _steps.StepAsync();
            }
            _world.Time.Advance(TimeSpan.FromMinutes(11));
            await _world.Get<ClaimSettler>().SettleAllAsync(cancellationToken: Ct);
        }
    }

    private async Task ChangeMindAsync(Employee person)
    {
        var log = _decisions[person.Address] = [];
        for (var mind = _steps.Draw(4); mind > 0; mind--)
        {
            for (var wait = _steps.Draw(25); wait > 0; wait--)
            {
                await _steps.StepAsync();
            }
            var withdraws = log is not [.., { Withdrawn: true }];
            if (!withdraws)
            {
                log.Add((_steps.Step, false));
            }
            var action = withdraws ? ConsentAction.Withdrawn : ConsentAction.Given;
            await AsProcessAsync(() => _world.DecideAsync(person, ConsentPurpose.DigestEmail, action));
            if (withdraws)
            {
                log.Add((_steps.Step, true));
                Withdrawals += _world.Mailer.Sent.Any(sent => sent.Recipient.To.Address == person.Address) ? 0 : 1;
            }
        }
    }

    protected override async Task<T> CallAsync<T>(Func<Task<T>> call, PortCall what)
    {
        if (s_flow.Value is not { } flow)
        {
            return await call();
        }
        flow.Note(_steps.Step, what);
        var dies = flow.NextCallDies();
        if (_steps.IsRunning)
        {
            await _steps.StepAsync();
        }
        return await flow.DoAsync(call, dies, dies && _seed % 2 == 0);
    }

    private async Task BeforeMailAsync()
    {
        var flow = s_flow.Value!;
        flow.BeginSend(_steps.Step);
        var dies = flow.NextCallDies();
        await _steps.StepAsync();
        await flow.DoAsync(() => Task.FromResult(true), dies, after: false);
    }

    private void AfterMail()
    {
        var flow = s_flow.Value!;
        foreach (var (_, recipient) in _world.Mailer.Sent.Skip(_judged))
        {
            var address = recipient.To.Address;
            var person = _people.Single(one => one.Address == address);
            var began = flow.BeganFor(person.Id);
            var log = _decisions[address];
            var last = log.FindLast(decision => decision.Step <= began);
            // Who says yes again while the check is on its way may be mailed for that yes.
            if (last.Withdrawn && !log.Exists(one => !one.Withdrawn && one.Step > began && one.Step <= flow.MailedAt))
            {
                Violations.Add($"run {_seed}: {address} withdrew at step {last.Step}, the send began at {began}");
            }
        }
        _judged = _world.Mailer.Sent.Count;
        if (flow.NextCallDies())
        {
            throw flow.Die();
        }
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    /// <summary>One process: what it asked for, and whether it is still there.</summary>
    /// <param name="crashAt">The call, from 1, at which it dies; 0 for none.</param>
    private sealed class Flow(int crashAt)
    {
        private readonly Lock _lock = new();
        private readonly List<(int Step, PortCall Call)> _calls = [];
        private HashSet<string> _asked = [];
        private int _askedAt;
        private int _count;

        public bool IsDead { get; private set; }

        /// <summary>The step of the last call to the mailer.</summary>
        public int MailedAt { get; private set; }

        public void Note(int step, PortCall call)
        {
            lock (_lock)
            {
                _calls.Add((step, call));
            }
        }

        public bool NextCallDies() => Interlocked.Increment(ref _count) == crashAt;

        /// <summary>The mailer is called: the last calls before it are looked at, whether they asked for consents and nothing else.</summary>
        public void BeginSend(int step)
        {
            MailedAt = step;
            _askedAt = _calls.Count == 0 ? step : _calls[^1].Step;
            var round = _calls.Where(one => one.Step == _askedAt).Select(one => one.Call).ToList();
            _asked = round.TrueForAll(call => call is { Place: "consents", IsRead: true })
                ? [.. round.Select(call => call.PartitionKey!)]
                : [];
        }

        /// <summary>
        /// The step at which the send of a person's mail began: that at which the last check asked, where it asked for this person and
        /// nothing came between it and the mailer; else that of the call to the mailer.
        /// </summary>
        public int BeganFor(string employeeId) => _asked.Contains(employeeId) ? _askedAt : MailedAt;

        public async Task<T> DoAsync<T>(Func<Task<T>> call, bool dies, bool after)
        {
            if (IsDead || (dies && !after))
            {
                throw Die();
            }
            var result = await call();
            return dies ? throw Die() : result;
        }

        public CrashException Die()
        {
            IsDead = true;
            return new CrashException();
        }
    }
}
