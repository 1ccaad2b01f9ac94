using System.CommandLine;

namespace Advocacy.Local.Commands;

/// <summary>The commands of Advocacy.Local. Exit 0 all well, 1 something failed, 2 wrong arguments.</summary>
internal static class CommandLine
{
    public const int AllWell = 0;
    public const int SomethingFailed = 1;
    public const int WrongArguments = 2;

    public static async Task<int> RunAsync(string[] args)
    {
        var root = ServeCommand.Create();
        root.Subcommands.Add(WeekCommand.Create());
        root.Subcommands.Add(DropCommand.Create());
        root.Subcommands.Add(RosterCommand.Create());
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
            {
                await Console.Error.WriteLineAsync(error.Message);
            }
            await Console.Error.WriteLineAsync("Run with --help to see what it takes.");
            return WrongArguments;
        }
        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (Exception error)
            when (error is UsageException or InvalidDataException or IOException or UnauthorizedAccessException)
        {
            // The framework's own reading of a settings file says only inside what is wrong with it.
            var cause = error.GetBaseException();
            await Console.Error.WriteLineAsync(
                cause == error || error is IOException ? error.Message : $"{error.Message} {cause.Message}"
            );
            return error is UsageException { IsArgument: true } ? WrongArguments : SomethingFailed;
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("Stopped. The next run goes on from here.");
            return SomethingFailed;
        }
    }
}
