using Advocacy.Programme;

namespace Advocacy.Rights;

/// <summary>What is on record about a person, in words.</summary>
public sealed record DataView
{
    public required CompanyProfile Company { get; init; }

    /// <summary>ISO 639-1.</summary>
    public required string Language { get; init; }

    /// <summary>When it was looked up, in the person's zone.</summary>
    public required DateTimeOffset At { get; init; }

    public required IReadOnlyList<DataSection> Sections { get; init; }

    /// <summary>True where only the proof is left.</summary>
    public required bool IsErased { get; init; }

    /// <summary>The page with everything that can be chosen, relative to this one; <c>null</c> where the person was erased.</summary>
    public string? PreferencesUrl { get; init; }
}

/// <param name="Group">Which; its texts are <c>Group{name}</c>, <c>Source{name}</c>, <c>Why{name}</c> and <c>Until{name}</c>.</param>
/// <param name="Until">How long it is kept.</param>
/// <param name="Facts">Newest first where they are events.</param>
public sealed record DataSection(DataGroup Group, string Until, IReadOnlyList<DataFact> Facts);

public sealed record DataFact(string Label, string Value);

/// <summary>Asks before it erases. The page's form is a POST to the page's own address.</summary>
/// <param name="KeepProofDays">How long the proof stays.</param>
/// <param name="NotTicked">True where the form came back because the box was not ticked.</param>
public sealed record EraseView(
    CompanyProfile Company,
    string Language,
    int KeepProofDays,
    int KeepErasedDays,
    bool NotTicked = false
);

/// <summary>It is done.</summary>
public sealed record ErasedView(CompanyProfile Company, string Language, int KeepProofDays, int KeepErasedDays);
