using System.CommandLine;
using Advocacy.Content;
using Advocacy.Local.Weeks;

namespace Advocacy.Local.Commands;

/// <summary>Puts a ContentDrop on the queue, where the host or the next week run takes it in.</summary>
internal static class DropCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "The drop as JSON; - reads standard input." };
        var data = CommonOptions.Data();
        var command = new Command(
            "drop",
            """
            Put a content drop on the queue. The running host takes it in at once, else the next week run does.
            Example: drop launch.json
            Example: echo '{"url":"https://www.example.com/news/1","title":"Our news"}' | dotnet run --project functions/Advocacy.Local -- drop -
            """
        )
        {
            file,
            data,
        };
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                var path = parsed.GetValue(file)!;
                string text;
                if (path == "-")
                {
                    await using var input = Console.OpenStandardInput();
                    text = await DropFile.ReadAsync(input, cancellationToken);
                }
                else
                {
                    text = DropFile.Read(CommonOptions.ExistingFile("drop", path));
                }
                await using var host = await LocalHost.OpenAsync(parsed.GetValue(data)!, cancellationToken);
                return await DropAsync(host.Services, text, cancellationToken);
            }
        );
        return command;
    }

    private static async Task<int> DropAsync(
        IServiceProvider services,
        string text,
        CancellationToken cancellationToken
    )
    {
        // Judged here as well, because whoever types it should hear at once what is wrong; the queue's function judges again.
        if (ContentDropReader.Read(text) is { Defects: { Count: > 0 } defects })
        {
            foreach (var defect in defects)
            {
                await Console.Error.WriteLineAsync(defect);
            }
            await Console.Error.WriteLineAsync("The drop was not put on the queue.");
            return CommandLine.SomethingFailed;
        }
        if (await services.GetRequiredService<CompanyLoader>().DropAsync(text, cancellationToken) is { } reason)
        {
            await Console.Error.WriteLineAsync(reason);
            return CommandLine.SomethingFailed;
        }
        Console.WriteLine("On the queue: the running host takes it in now, else the next start or week run does.");
        return CommandLine.AllWell;
    }
}
