using System.Collections.Concurrent;
using System.Threading.Channels;
using Advocacy.Local.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace Advocacy.Tests.Local.Hosting;

/// <summary>What the test functions were called with, and what they are to do then.</summary>
internal sealed class Calls
{
    private readonly ConcurrentQueue<string> _all = new();
    private readonly Channel<string> _happened = Channel.CreateUnbounded<string>();

    public IReadOnlyList<string> All => [.. _all];

    /// <summary>Throws to let a call fail.</summary>
    public Func<string, Task> Do { get; set; } = _ => Task.CompletedTask;

    public Task MadeAsync(string call)
    {
        _all.Enqueue(call);
        _happened.Writer.TryWrite(call);
        return Do(call);
    }

    /// <summary>Ends when one call more was made.</summary>
    public async Task NextAsync() =>
        await _happened
            .Reader.ReadAsync(TestContext.Current.CancellationToken)
            .AsTask()
            .WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

    /// <summary>Calls the functions below with this.</summary>
    public FunctionInvoker Invoker() =>
        new(new ServiceCollection().AddSingleton(this).AddScoped<Scoped>().BuildServiceProvider());

    /// <summary>The functions below.</summary>
    public static FunctionCatalog Catalog() => FunctionCatalog.Of(typeof(Calls).Assembly, _ => null);
}

/// <summary>A service that lives as long as one call.</summary>
internal sealed class Scoped : IDisposable
{
    public bool Disposed { get; private set; }

    public void Dispose() => Disposed = true;
}

/// <summary>Functions of every kind for the tests of the hosting.</summary>
internal sealed class TestFunctions(Calls calls, Scoped scoped)
{
    public static Scoped? Last { get; private set; }

    [Function("First")]
    public Task FirstAsync([QueueTrigger("first")] string message, CancellationToken cancellationToken) =>
        calls.MadeAsync($"first {message} {cancellationToken.CanBeCanceled}");

    [Function("Second")]
    public Task SecondAsync([QueueTrigger("second")] string message) => calls.MadeAsync($"second {message}");

    [Function("SecondPoison")]
    public Task PoisonAsync([QueueTrigger("second-poison")] string message) => calls.MadeAsync($"poison {message}");

    [Function("Tick")]
    public Task TickAsync([TimerTrigger("0 53 * * * *")] TimerInfo timer) => calls.MadeAsync($"tick {timer.IsPastDue}");

    [Function("Read")]
    public async Task<IResult> ReadAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "things/{name}/{number}")]
            HttpRequest request,
        string name,
        int number
    )
    {
        await calls.MadeAsync($"read {request.Method} {name} {number}");
        return Results.Text($"{name} {number}");
    }

    [Function("Write")]
    public async Task<IResult> WriteAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "things/{name}/{number}")] HttpRequest request,
        string name,
        string number
    )
    {
        await calls.MadeAsync($"write {request.Method} {name} {number}");
        return Results.StatusCode(StatusCodes.Status201Created);
    }

    [Function("Quiet")]
    public Task QuietAsync([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request) =>
        calls.MadeAsync($"quiet {request.Method}");

    [Function("Optional")]
    public int Optional([QueueTrigger("optional")] string message, int times = 3)
    {
        Last = scoped;
        scoped.Disposed.ShouldBeFalse();
        return message.Length * times;
    }

    [Function("Broken")]
    public static void Broken([QueueTrigger("broken")] string message) =>
        throw new InvalidOperationException($"broken by {message}");

    [Function("Unanswered")]
    public static string Unanswered([QueueTrigger("unanswered")] string message, string other) => message + other;
}
