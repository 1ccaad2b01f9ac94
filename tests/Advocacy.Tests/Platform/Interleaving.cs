namespace Advocacy.Tests.Platform;

/// <summary>
/// Runs several flows on one thread, one step of one of them at a time; which one is drawn. The same seed gives the same run. Flows
/// wait at <see cref="StepAsync"/> and nowhere else.
/// </summary>
internal sealed class Interleaving(int seed) : SynchronizationContext
{
    private const int MostSteps = 20_000;

    private readonly Random _random = new(seed);
    private readonly Queue<(SendOrPostCallback Callback, object? State)> _ready = [];
    private readonly List<TaskCompletionSource> _waiting = [];

    /// <summary>How many steps were taken.</summary>
    public int Step { get; private set; }

    /// <summary>True on this run's thread, in this run's flows.</summary>
    public bool IsRunning => Current == this;

    /// <summary>From 0 to one less than <paramref name="count"/>.</summary>
    public int Draw(int count) => _random.Next(count);

    /// <summary>Lets the others go first, for as long as is drawn.</summary>
    public Task StepAsync()
    {
        var gate = new TaskCompletionSource();
        _waiting.Add(gate);
        return gate.Task;
    }

    public void Run(IEnumerable<Func<Task>> flows)
    {
        var before = Current;
        SetSynchronizationContext(this);
        try
        {
            var running = flows.Select(flow => flow()).ToList();
            while (true)
            {
                while (_ready.TryDequeue(out var next))
                {
                    next.Callback(next.State);
                }
                if (running.TrueForAll(flow => flow.IsCompleted))
                {
                    break;
                }
                Step++;
                Step.ShouldBeLessThan(MostSteps, $"Run {seed} does not end.");
                _waiting.ShouldNotBeEmpty($"Run {seed}: a flow waits for what no other will do.");
                var drawn = _random.Next(_waiting.Count);
                var gate = _waiting[drawn];
                _waiting.RemoveAt(drawn);
                gate.SetResult();
            }
            running.ForEach(flow => flow.GetAwaiter().GetResult());
        }
        finally
        {
            SetSynchronizationContext(before);
        }
    }

    public override void Post(SendOrPostCallback d, object? state) => _ready.Enqueue((d, state));

    public override SynchronizationContext CreateCopy() => this;
}
