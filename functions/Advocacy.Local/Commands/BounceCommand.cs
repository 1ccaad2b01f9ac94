using System.CommandLine;
using Advocacy.MailEvents;
using Advocacy.MailEvents.Bounces;
using MimeKit;

namespace Advocacy.Local.Commands;

/// <summary>Reads a returned mail as the bounce mailbox would, and puts what it says on the queue.</summary>
internal static class BounceCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE.eml") { Description = "A mail that a server sent back." };
        var data = CommonOptions.Data();
        var command = new Command(
            "bounce",
            """
            Say what a returned mail means and put it on the queue, where the host or the next week run acts by it.
            Example: bounce returned.eml --data ./trial
            """
        )
        {
            file,
            data,
        };
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                var path = CommonOptions.ExistingFile("bounce", parsed.GetValue(file)!);
                await using var host = await LocalHost.OpenAsync(parsed.GetValue(data)!, cancellationToken);
                var now = host.Services.GetRequiredService<TimeProvider>().GetUtcNow();
                using var mail = await MimeMessage.LoadAsync(path, cancellationToken);
                var reading = BounceReader.Read(mail, now);
                if (reading.Event is not { } one)
                {
                    await Console.Error.WriteLineAsync($"Nothing to act by: {reading.Why}.");
                    return CommandLine.SomethingFailed;
                }
                await host.Services.GetRequiredService<MailEventMessages>().EnqueueAsync([one], cancellationToken);
                Console.WriteLine($"{one.Kind} of mail {one.MessageId} ({reading.Why}): on the queue.");
                return CommandLine.AllWell;
            }
        );
        return command;
    }
}
