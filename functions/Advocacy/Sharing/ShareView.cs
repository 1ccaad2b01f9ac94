using Advocacy.Programme;

namespace Advocacy.Sharing;

/// <summary>What became of a text that was sent to be checked.</summary>
public enum TextCheck
{
    /// <summary>It was complete; it stands on the buttons.</summary>
    Whole,

    /// <summary>It lacked its disclosure, which was put back; it stands on the buttons with it.</summary>
    Completed,
}

/// <summary>What the person has told, so that the page thanks instead of asking.</summary>
public enum Told
{
    Shared,
    NotForMe,
}

/// <summary>
/// One post as one employee may share it. The page's forms are POSTs to the page's own address; <c>section</c> says which one it is
/// (<see cref="ShareWords"/>).
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

    /// <summary>ISO 639-1 of title and summary.</summary>
    public required string PostLanguage { get; init; }

    /// <summary>The post's own address: whose host the card shows, and where it is read.</summary>
    public required string PostUrl { get; init; }

    /// <summary>ISO 639-1 of <see cref="Text"/>.</summary>
    public required string TextLanguage { get; init; }

    /// <summary>The person's or the suggested text with its disclosure, as it is to be posted.</summary>
    public required string Text { get; init; }

    /// <summary><c>null</c> where no text was sent.</summary>
    public TextCheck? Check { get; init; }

    /// <summary>The words in <see cref="Text"/> that must stay, for example <c>Reklame</c>.</summary>
    public required string Disclosure { get; init; }

    /// <summary>How the page's script knows that they stayed.</summary>
    public required DisclosurePatterns Patterns { get; init; }

    /// <summary>True where the disclosure says that it is advertising.</summary>
    public bool Commercial { get; init; }

    /// <summary>One for each channel that the company offers.</summary>
    public required IReadOnlyList<ShareForm> Forms { get; init; }

    /// <summary>The link for a place that has no button here.</summary>
    public required string ShareUrl { get; init; }

    /// <summary>This page, for a phone.</summary>
    public required QrDrawing Qr { get; init; }

    /// <summary><c>null</c> where the person has told nothing yet.</summary>
    public Told? Told { get; init; }

    /// <summary>True where what the person tells is kept under their name, because they consented to that.</summary>
    public bool Named { get; init; }

    /// <summary>True where the page tells of the person's first click on it, because they consented to that.</summary>
    public bool TellsOpening { get; init; }
}
