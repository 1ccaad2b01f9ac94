namespace Advocacy.Platform.Queue;

/// <summary>The queues of the flow.</summary>
public static class Queues
{
    public const string Content = "content";
    public const string Tone = "tone";
    public const string Digests = "digests";
    public const string Engagement = "engagement";
    public const string Joins = "joins";
    public const string Invitations = "invitations";
    public const string FreshLinks = "fresh-links";
    public const string MailEvents = "mail-events";
    public const string Answers = "answers";

    /// <summary>What a failed message's queue is called: the Functions platform's own suffix.</summary>
    public const string PoisonSuffix = "-poison";

    /// <summary>Tries before a message is moved to the poison queue; host.json says the same to the platform.</summary>
    public const int MaxDequeueCount = 5;

    /// <summary>Bytes of UTF-8 in a message: one that failed must fit into a document, which takes 2 MB.</summary>
    public const int LongestMessage = 512 * 1024;

    /// <summary>Bytes of UTF-8 that an adapter takes: the longest message in its envelope, as base64 where it is no JSON.</summary>
    public const int LongestBody = 704 * 1024;

    /// <summary>
    /// Bytes that Azure Storage Queues hold themselves, whose limit is 64 KB: base64 adds a third. What is longer goes through a
    /// blob, so messages that come in numbers should stay below it.
    /// </summary>
    public const int LongestInQueue = 48 * 1024;

    public static readonly IReadOnlyList<string> All =
    [
        Content,
        Tone,
        Digests,
        Engagement,
        Joins,
        Invitations,
        FreshLinks,
        MailEvents,
        Answers,
    ];

    public static string PoisonOf(string queue) => queue + PoisonSuffix;
}
