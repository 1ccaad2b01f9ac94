using Advocacy.Programme;

namespace Advocacy.Sharing;

/// <summary>
/// One post as one employee may share it. The page's form is a POST to the page's own address with one field, <c>channel</c>
/// (<see cref="ShareChannels.IsKnown"/>).
/// </summary>
public sealed record ShareView
{
    public required CompanyProfile Company { get; init; }

    /// <summary>ISO 639-1 of the page, which is the person's, not the post's.</summary>
    public required string Language { get; init; }

    /// <summary>Plain text.</summary>
    public required string Title { get; init; }

    /// <summary>Plain text; empty for none.</summary>
    public string Summary { get; init; } = "";

    public string? ImageUrl { get; init; }

    /// <summary>ISO 639-1 of title, summary and text.</summary>
    public required string PostLanguage { get; init; }

    /// <summary>The post's own address: whose host the card shows, and where it is read.</summary>
    public required string PostUrl { get; init; }

    /// <summary>What is shared: the short link, or the post's address.</summary>
    public required string ShareUrl { get; init; }

    /// <summary>The suggested text with its disclosure, as it is to be posted.</summary>
    public required string Text { get; init; }

    /// <summary>The words in <see cref="Text"/> that must stay, for example <c>Reklame</c> or <c>#ansatAtNordlys</c>.</summary>
    public required string Disclosure { get; init; }

    /// <summary>True where the disclosure says that it is advertising.</summary>
    public bool Commercial { get; init; }

    /// <summary>True after the POST: the page says thank you instead of asking.</summary>
    public bool Thanks { get; init; }

    /// <summary>True where the page tells of the person's first click on it, because they consented to that.</summary>
    public bool TellsOpening { get; init; }
}
