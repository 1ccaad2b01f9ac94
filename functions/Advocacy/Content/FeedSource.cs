using System.Text.Json.Serialization;
using Advocacy.Platform.Store;

namespace Advocacy.Content;

/// <summary>An RSS, Atom or JSON feed that is harvested, with what its last visit left behind.</summary>
public sealed record FeedSource : Document
{
    public override string PartitionKey => Id;

    public required string Name { get; init; }

    /// <summary>Where it is fetched: http(s). A permanent redirect changes it.</summary>
    public required string Url { get; init; }

    /// <summary>Topics that every entry gets, lower case.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>ISO 639-1 for entries that name none; <c>null</c> to take the feed's own, or guess.</summary>
    public string? Language { get; init; }

    /// <summary>
    /// Texts that go with each of its posts, in place of those made of the post's own words: <c>{title}</c>, <c>{summary}</c> (its first
    /// sentence) and <c>{source}</c> stand for the entry's. Each counts for one language and channel, or for all.
    /// </summary>
    public IReadOnlyList<DroppedText> ShareTexts { get; init; } = [];

    /// <summary>True where a person is to see each of its posts before anybody is offered it; else the tone gate decides alone.</summary>
    public bool ReviewFirst { get; init; }

    /// <summary>True where it is not visited until somebody says so.</summary>
    public bool Paused { get; init; }

    /// <summary>As the server sent it, quotes included; opaque.</summary>
    public string? ETag { get; init; }

    /// <summary>As the server sent it; opaque.</summary>
    public string? LastModified { get; init; }

    /// <summary>Not fetched before this instant (hourly at most, Retry-After, back-off after failures).</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>Short hashes of the entries that are on the queue already, newest last, at most 1,000.</summary>
    public IReadOnlyList<string> KnownEntries { get; init; } = [];

    public FeedHealth Health { get; init; } = new();

    /// <summary>True where the source answered 410 Gone: it is not fetched again.</summary>
    public bool Gone { get; init; }

    /// <summary>True where it is to be read and has failed three times in a row or more: less may be the source's bad morning.</summary>
    [JsonIgnore]
    public bool Ails => this is { Gone: false, Paused: false, Health.FailuresInARow: >= 3 };
}

/// <summary>How a feed is doing.</summary>
public sealed record FeedHealth
{
    public DateTimeOffset? LastVisit { get; init; }
    public DateTimeOffset? LastSuccess { get; init; }

    /// <summary>0 after a success.</summary>
    public int FailuresInARow { get; init; }

    /// <summary>Why the last visit failed; <c>null</c> after a success.</summary>
    public string? LastError { get; init; }

    /// <summary>The address that a permanent redirect led on from; <c>null</c> where none has.</summary>
    public string? MovedFrom { get; init; }

    /// <summary>Warnings of the last parse: line and cause, at most 10.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];
}
