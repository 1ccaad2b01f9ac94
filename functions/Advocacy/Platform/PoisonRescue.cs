using Advocacy.Platform.Queue;

namespace Advocacy.Platform;

/// <summary>Keeps what came to a poison queue, opened, for a person to send again.</summary>
public sealed class PoisonRescue(MessageReader messages, FailureLog failures)
{
    /// <param name="queue">With or without the poison suffix.</param>
    /// <param name="body">As the trigger hands it over.</param>
    /// <param name="cancellationToken">Cancels; the message comes again.</param>
    public async Task RunAsync(string queue, string body, CancellationToken cancellationToken = default)
    {
        var message = await messages.OpenAsync(body, cancellationToken);
        await (
            message.Defect is { } defect
                ? failures.KeepAsync(queue, message.Text, defect, cancellationToken)
                : failures.RescueAsync(queue, message.Text, cancellationToken)
        );
    }
}
