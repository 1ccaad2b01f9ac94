using MailKit;

namespace Advocacy.Platform.Mail.Smtp;

/// <summary>
/// How much of a mail's text was given to the connection. As long as some of it is missing, the server has not seen the end of it and
/// must throw away what it has (RFC 5321, 4.1.1.4): the mail is certainly not sent.
/// </summary>
internal sealed class DataProgress : ITransferProgress
{
    /// <summary>The whole text is given, so the end of it may have reached the server.</summary>
    public bool IsWhole { get; private set; }

    // Dots that begin a line are doubled: the text can be more than its size, never less.
    public void Report(long bytesTransferred, long totalSize) => IsWhole |= bytesTransferred >= totalSize;

    public void Report(long bytesTransferred) => IsWhole = true;
}
