using Advocacy.Content;
using Advocacy.Programme;

namespace Advocacy.Drops;

/// <summary>The drop form, empty or as it came back. It is a POST to the page's own address, with <c>do</c> = look, more or drop.</summary>
public sealed record DropView
{
    public required CompanyProfile Company { get; init; }

    /// <summary>ISO 639-1.</summary>
    public required string Language { get; init; }

    public required string FormToken { get; init; }
    public required DropEntry Entry { get; init; }

    /// <summary>Units on the roster to offer.</summary>
    public IReadOnlyList<string> Units { get; init; } = [];

    /// <summary>The card and the tone, where they were asked for.</summary>
    public DropPreview? Preview { get; init; }

    /// <summary>Why the page could not be read, in English; <c>null</c> where it could.</summary>
    public string? PageProblem { get; init; }

    /// <summary>What is wrong, by <see cref="DropFaults"/>.</summary>
    public IReadOnlyList<string> Faults { get; init; } = [];

    /// <summary>True once the page was looked at or everything was sent: until then only the address is asked for.</summary>
    public bool IsOpen { get; init; }
}

/// <summary>What became of one drop.</summary>
public sealed record DropStateView
{
    public required CompanyProfile Company { get; init; }

    /// <summary>ISO 639-1.</summary>
    public required string Language { get; init; }

    public required string FormToken { get; init; }

    /// <summary>As the drop has it.</summary>
    public required string DropId { get; init; }

    public required DropRecord Record { get; init; }

    /// <summary>The post that came of it; <c>null</c> where there is none.</summary>
    public Post? Post { get; init; }

    /// <summary>True right after it was to be taken back: that goes through the queue too.</summary>
    public bool IsLeaving { get; init; }
}
