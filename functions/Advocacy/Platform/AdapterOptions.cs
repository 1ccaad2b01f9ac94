namespace Advocacy.Platform;

/// <summary>
/// Section <c>Advocacy:Adapters</c>: what each port is plugged into. Each is chosen alone, so that a laptop can run against one real
/// service and three embedded ones. The settings of an adapter that is not chosen are neither read nor checked.
/// </summary>
public sealed class AdapterOptions
{
    public const string Section = "Advocacy:Adapters";

    /// <summary>Where documents lie. Default <see cref="StoreAdapter.Sqlite"/>.</summary>
    public StoreAdapter Store { get; set; }

    /// <summary>Where work waits. Default <see cref="QueueAdapter.Sqlite"/>.</summary>
    public QueueAdapter Queue { get; set; }

    /// <summary>Who reads the tone. Default <see cref="ToneAdapter.Lexicon"/>.</summary>
    public ToneAdapter Tone { get; set; }

    /// <summary>Who carries the mail. Default <see cref="MailAdapter.Outbox"/>.</summary>
    public MailAdapter Mail { get; set; }
}

public enum StoreAdapter
{
    /// <summary>One file in the data folder.</summary>
    Sqlite,

    /// <summary>Azure Cosmos DB, section <c>Advocacy:Cosmos</c>.</summary>
    Cosmos,
}

public enum QueueAdapter
{
    /// <summary>The same file as the documents.</summary>
    Sqlite,

    /// <summary>Azure Storage Queues, section <c>AdvocacyQueues</c>.</summary>
    Storage,
}

public enum ToneAdapter
{
    /// <summary>Word lists of our own.</summary>
    Lexicon,

    /// <summary>Azure AI Language, section <c>Advocacy:Language</c>.</summary>
    Language,

    /// <summary>Azure AI Language, and the lexicon while it is out or does not know the language.</summary>
    LanguageThenLexicon,
}

public enum MailAdapter
{
    /// <summary>Files in the data folder.</summary>
    Outbox,

    /// <summary>SendGrid, section <c>Advocacy:SendGrid</c>.</summary>
    SendGrid,

    /// <summary>A mail server, section <c>Advocacy:Smtp</c>.</summary>
    Smtp,
}
