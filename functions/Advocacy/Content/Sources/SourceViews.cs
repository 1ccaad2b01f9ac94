using Advocacy.Access;
using Advocacy.Programme;

namespace Advocacy.Content.Sources;

/// <summary>What every page of the sources needs.</summary>
/// <param name="Language">ISO 639-1.</param>
/// <param name="Now">From which times are told.</param>
public sealed record SourceFrame(CompanyProfile Company, string Language, CommsPerson Person, DateTimeOffset Now);

/// <summary>What a person has just done, told once.</summary>
public enum SourceNotice
{
    Added,
    Known,
    Saved,
    Paused,
    Resumed,
    Removed,
    Soon,
}

/// <summary>The list.</summary>
public sealed record SourcesView
{
    public required SourceFrame Frame { get; init; }

    /// <summary>One page of them.</summary>
    public required IReadOnlyList<FeedSource> Sources { get; init; }

    public required int Total { get; init; }

    /// <summary>How many need somebody: failing, gone or paused.</summary>
    public required int Ailing { get; init; }

    /// <summary>True where only those are shown.</summary>
    public bool OnlyAiling { get; init; }

    /// <summary>1-based.</summary>
    public int PageNumber { get; init; } = 1;

    public int Pages { get; init; } = 1;
    public SourceNotice? Notice { get; init; }

    /// <summary>What came of a file; <c>null</c> where none was just read.</summary>
    public OpmlReport? Imported { get; init; }

    /// <summary>True where the file was missing or too large.</summary>
    public bool NoFile { get; init; }
}

/// <summary>The feeds that were found at an address.</summary>
/// <param name="Typed">As it was typed.</param>
/// <param name="Found"><c>null</c> before anything was looked for.</param>
public sealed record FoundView(SourceFrame Frame, string Typed, Discovery? Found);

/// <summary>One feed: before it is saved, or as it is.</summary>
public sealed record SourceView
{
    public required SourceFrame Frame { get; init; }

    /// <summary><c>null</c> where it is not saved yet.</summary>
    public FeedSource? Source { get; init; }

    /// <summary>What it would bring in; <c>null</c> where that was not asked.</summary>
    public SourcePreview? Preview { get; init; }

    public required SourceEntry Entry { get; init; }
    public IReadOnlyList<SourceField> Wrong { get; init; } = [];
    public SourceNotice? Notice { get; init; }
}
