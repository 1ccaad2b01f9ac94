using System.Text.Json;
using Advocacy.People;

namespace Advocacy.Content;

/// <summary>
/// The message that brings a post in, as it stands on the <c>content</c> queue: JSON in camel case, plain, base64 or in a CloudEvents
/// envelope. Only <see cref="Url"/> is required. Its contract is <c>content-drop.schema.json</c>.
/// </summary>
public sealed record ContentDrop
{
    /// <summary>The contract's version; 1.</summary>
    public int Version { get; init; } = 1;

    /// <summary>Of whoever drops it, 1 to 100 of <c>A-Z a-z 0-9 . _ : -</c>: it can be asked for and withdrawn by it.</summary>
    public string? Id { get; init; }

    /// <summary>Absolute http(s) URL, at most 2,048 characters.</summary>
    public required string Url { get; init; }

    /// <summary>
    /// Plain text or HTML (its tags are removed), 1 to 300 characters. Where it is left out the page is fetched, and what it says of itself
    /// fills in everything that the drop does not say.
    /// </summary>
    public string? Title { get; init; }

    /// <summary>Plain text or HTML (its tags are removed), at most 20,000 characters; kept to its first 2,000.</summary>
    public string? Summary { get; init; }

    /// <summary>Absolute http(s) URL.</summary>
    public string? Image { get; init; }

    /// <summary>At most 10, each at most 50 characters.</summary>
    public IReadOnlyList<string>? Topics { get; init; }

    /// <summary>ISO 639-1; guessed from the words where it is left out.</summary>
    public string? Language { get; init; }

    /// <summary>At most 20.</summary>
    public IReadOnlyList<DroppedText>? ShareTexts { get; init; }

    public DateTimeOffset? PublishedAt { get; init; }
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>Normal where it is left out.</summary>
    public PostPriority? Priority { get; init; }

    /// <summary>How many people it should be offered to in all, 1 to 1,000,000; as many as it suits where it is left out.</summary>
    public int? WantedReach { get; init; }

    /// <summary>At most 50 units as the roster names them, each at most 100 characters; all where it is left out.</summary>
    public IReadOnlyList<string>? ForUnits { get; init; }

    /// <summary>All where it is left out.</summary>
    public IReadOnlyList<Archetype>? ForArchetypes { get; init; }

    /// <summary>True where sharing it is advertising.</summary>
    public bool Commercial { get; init; }

    /// <summary>The id of the FeedSource it was harvested from; left out by people.</summary>
    public string? SourceId { get; init; }

    /// <summary>Who is told where it cannot be used: an address of one of the company's own domains.</summary>
    public string? Sender { get; init; }

    /// <summary>As it stands on the queue.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, DropJson.Writing);
}

/// <summary>Takes an earlier drop back.</summary>
/// <param name="Url">The drop's; <c>null</c> where its id is given.</param>
/// <param name="Id">The drop's; <c>null</c> where its URL is given.</param>
public sealed record DropWithdrawal(string? Url, string? Id)
{
    /// <summary>The message that takes back the drop of this id.</summary>
    public static string Json(string id) =>
        JsonSerializer.Serialize(new { Withdraw = true, Id = id }, DropJson.Writing);
}

/// <param name="Text">1 to 3,000 characters of plain text, and no more than its channel takes.</param>
/// <param name="Language">ISO 639-1; the drop's where it is left out.</param>
/// <param name="Channel">One of the channels, for example <c>linkedin</c>; any where it is left out.</param>
public sealed record DroppedText(string Text, string? Language = null, string? Channel = null);
