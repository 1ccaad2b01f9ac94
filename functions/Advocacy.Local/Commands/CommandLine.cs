using System.CommandLine;
using System.Data.Common;

namespace Advocacy.Local.Commands;

/// <summary>The commands of Advocacy.Local. Exit 0 all well, 1 something failed, 2 wrong arguments.</summary>
internal static class CommandLine
{
    public const int AllWell = 0;
    public const int SomethingFailed = 1;
    public const int WrongArguments = 2;

    /// <param name="args">As given.</param>
    /// <param name="errors">Where messages about failure go; <c>null</c> for standard error.</param>
    public static async Task<int> RunAsync(string[] args, TextWriter? errors = null)
    {
        errors ??= Console.Error;
        var root = ServeCommand.Create();
        root.Subcommands.Add(WeekCommand.Create());
        root.Subcommands.Add(DropCommand.Create());
        root.Subcommands.Add(RosterCommand.Create());
        root.Subcommands.Add(InviteCommand.Create());
        root.Subcommands.Add(ConsentCommand.Create());
        root.Subcommands.Add(ToneCommand.Create());
        root.Subcommands.Add(FeedCommand.Create());
        root.Subcommands.Add(ExplainCommand.Create());
        root.Subcommands.Add(SourceCommand.Create());
        root.Subcommands.Add(BounceCommand.Create());
        root.Subcommands.Add(InsightsCommand.Create());
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
            {
                await errors.WriteLineAsync(error.Message);
            }
            await errors.WriteLineAsync("Run with --help to see what it takes.");
            return WrongArguments;
        }
        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (Exception error) when (error is UsageException or InvalidDataException)
        {
            await errors.WriteLineAsync(error.Message);
            return error is UsageException { IsArgument: true } ? WrongArguments : SomethingFailed;
        }
        catch (OperationCanceledException)
        {
            await errors.WriteLineAsync("Stopped. The next run goes on from here.");
            return SomethingFailed;
        }
        catch (Exception error)
        {
            // The disk is full, a folder may not be written, a file is damaged: the person wants the sentence, not the stack.
            await errors.WriteLineAsync(Sentence(error));
            await errors.WriteLineAsync("What was done until then is kept; the next run goes on from here.");
            return SomethingFailed;
        }
    }

    /// <summary>What happened; the type too where the message was not written for people.</summary>
    private static string Sentence(Exception error) =>
        error switch
        {
            AggregateException { InnerExceptions: [var only] } => Sentence(only),
            IOException or UnauthorizedAccessException => error.Message,
            DbException => $"The data file cannot be used: {error.Message}",
            _ => $"An unexpected error, {error.GetType().Name}: {error.Message}",
        };
}
