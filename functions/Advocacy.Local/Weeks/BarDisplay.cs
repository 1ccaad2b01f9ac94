using System.Collections.Concurrent;
using Spectre.Console;

namespace Advocacy.Local.Weeks;

/// <summary>A bar per stage, then its summary.</summary>
internal sealed class BarDisplay(IAnsiConsole console) : StageDisplay
{
    private readonly ConcurrentDictionary<string, ProgressTask> _tasks = new();
    private ProgressContext? _context;

    public override Task<T> ShowAsync<T>(Func<Task<T>> run) =>
        console
            .Progress()
            .Columns(
                new TaskDescriptionColumn { Alignment = Justify.Left },
                new ProgressBarColumn(),
                new PercentageColumn(),
                new ElapsedTimeColumn()
            )
            .StartAsync(async context =>
            {
                _context = context;
                return await run();
            });

    public override void Begin(string stage, long? total)
    {
        var task = _context!.AddTask(Markup.Escape(stage), maxValue: Math.Max(total ?? 1, 1));
        task.IsIndeterminate = total is null;
        _tasks[stage] = task;
    }

    public override void Advance(string stage, long by)
    {
        if (_tasks.TryGetValue(stage, out var task) && !task.IsIndeterminate)
        {
            task.Increment(by);
        }
    }

    public override void Done(string stage, string summary)
    {
        if (_tasks.TryGetValue(stage, out var task))
        {
            task.IsIndeterminate = false;
            task.Value = task.MaxValue;
            task.Description = $"{Markup.Escape(stage)}: {Markup.Escape(summary)}";
            task.StopTask();
        }
    }
}
