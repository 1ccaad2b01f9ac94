namespace Advocacy.Content.Pages;

/// <summary>What a web page says about itself, as plain text within a drop's limits.</summary>
public sealed record PageMetadata
{
    /// <summary>
    /// The page's one address: what it names as canonical where that is on the same site, else where the redirects ended; without tracking
    /// parameters.
    /// </summary>
    public required string Url { get; init; }

    /// <summary>1 to 300 characters.</summary>
    public required string Title { get; init; }

    /// <summary>At most 2,000 characters; empty where the page says nothing.</summary>
    public string Description { get; init; } = "";

    /// <summary>Absolute, http(s).</summary>
    public string? ImageUrl { get; init; }

    /// <summary>ISO 639-1.</summary>
    public string? Language { get; init; }

    public DateTimeOffset? PublishedAt { get; init; }
    public string? Author { get; init; }
    public string? SiteName { get; init; }
}

/// <summary>What came of asking a page about itself.</summary>
public abstract record PageAnswer
{
    private PageAnswer() { }

    public sealed record Described(PageMetadata Page) : PageAnswer;

    /// <param name="Reason">One sentence for whoever dropped the address.</param>
    /// <param name="IsPassing">Another try may help.</param>
    public sealed record Failed(string Reason, bool IsPassing) : PageAnswer;
}
