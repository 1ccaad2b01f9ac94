namespace Advocacy.Platform.Queue;

/// <summary>Makes of what a trigger hands over the message that was enqueued.</summary>
public sealed class MessageReader(IWorkQueue queue)
{
    public string MessagingSystem => queue.MessagingSystem;

    /// <exception cref="Exception">What the message needs cannot be reached now; trying again may help.</exception>
    public async Task<OpenedMessage> OpenAsync(string body, CancellationToken cancellationToken = default)
    {
        string text;
        try
        {
            text = await queue.OpenAsync(body, cancellationToken);
        }
        catch (UnusableMessageException error)
        {
            return new OpenedMessage(body, Defect: error.Message);
        }
        return Envelope.Open(text);
    }
}
