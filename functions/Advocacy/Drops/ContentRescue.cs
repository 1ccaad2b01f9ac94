using Advocacy.Content;
using Advocacy.Platform;
using Advocacy.Platform.Queue;

namespace Advocacy.Drops;

/// <summary>A drop that failed every time is kept like any message, and whoever it came from is told.</summary>
public sealed class ContentRescue(PoisonRescue rescue, MessageReader messages, FailureLog failures, DropAnswers answers)
{
    /// <param name="body">As the trigger hands it over.</param>
    /// <param name="cancellationToken">Cancels; the message comes again.</param>
    public async Task RunAsync(string body, CancellationToken cancellationToken = default)
    {
        await rescue.RunAsync(Queues.Content, body, cancellationToken);
        var message = await messages.OpenAsync(body, cancellationToken);
        if (await failures.FindAsync(Queues.Content, message.Text, cancellationToken) is { } kept)
        {
            var read = ContentDropReader.Read(message.Text);
            await answers.TellRefusedAsync(message.Text, read, [kept.Reason], cancellationToken);
        }
    }
}
