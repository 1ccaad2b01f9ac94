using Advocacy.Programme;

namespace Advocacy.Drops;

/// <summary>The suggestion form, empty or as it came back. It is a POST to the page's own address, with <c>do</c> = look or send.</summary>
public sealed record SuggestView
{
    public required CompanyProfile Company { get; init; }

    /// <summary>ISO 639-1.</summary>
    public required string Language { get; init; }

    public required SuggestEntry Entry { get; init; }

    /// <summary>The card, where it was asked for.</summary>
    public DropPreview? Preview { get; init; }

    /// <summary>True where the page could not be read, so that a title is asked for.</summary>
    public bool NeedsTitle { get; init; }

    /// <summary>What is wrong: <c>url</c>, <c>title</c>, <c>text-0</c>, <c>form</c>.</summary>
    public IReadOnlyList<string> Faults { get; init; } = [];

    /// <summary>True after a suggestion was sent.</summary>
    public bool IsSent { get; init; }

    /// <summary>True where they had the day's suggestions.</summary>
    public bool TooMany { get; init; }
}
