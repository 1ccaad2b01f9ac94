using Advocacy.Platform.Mail;

namespace Advocacy.Digests.Mail;

/// <summary>What all readers of an issue are given; what differs stands in it as tags.</summary>
/// <param name="Tags">Of both parts: those around the stories, then each story's.</param>
internal sealed record DigestRendering(
    string Subject,
    MailPart Html,
    MailPart Text,
    DigestStrings Words,
    SharedNames Tags
);
