using System.Globalization;

namespace Advocacy.People;

public enum RosterProblemKind
{
    /// <summary>Nothing is lost by it.</summary>
    Warning,

    /// <summary>The person goes in, without the consent (or the withdrawal) that the row speaks of.</summary>
    Consent,

    /// <summary>The row is left out.</summary>
    Row,

    /// <summary>The file is no roster; nothing was imported.</summary>
    File,
}

/// <summary>Something wrong in a roster, for the operator's eyes: it may quote a cell and so never goes to a log.</summary>
/// <param name="Line">1-based; 0 for the file as a whole.</param>
/// <param name="Column">As the file's header names it; <c>null</c> where it is no single cell.</param>
/// <param name="Message">One sentence without line and column.</param>
public sealed record RosterProblem(RosterProblemKind Kind, long Line, string? Column, string Message)
{
    /// <summary>For example <c>line 17, column 'time_zone': 'Europe/Kobenhavn' is no IANA time zone; did you mean 'Europe/Copenhagen'?</c></summary>
    public override string ToString() =>
        (Line, Column) switch
        {
            (0, _) => Message,
            (_, null) => string.Create(CultureInfo.InvariantCulture, $"line {Line}: {Message}"),
            _ => string.Create(CultureInfo.InvariantCulture, $"line {Line}, column '{Column}': {Message}"),
        };
}

/// <summary>A row of a roster that can go in, its cells checked. What is <c>null</c> was left empty.</summary>
internal sealed record RosterRow
{
    public required long Line { get; init; }
    public required string Address { get; init; }
    public required string Name { get; init; }
    public required string Unit { get; init; }
    public Archetype? Archetype { get; init; }
    public IReadOnlyList<string>? Topics { get; init; }
    public string? Language { get; init; }
    public IReadOnlyList<string>? ReadsLanguages { get; init; }
    public string? TimeZone { get; init; }
    public DayOfWeek? DigestDay { get; init; }
    public int? DigestHour { get; init; }
    public DateTimeOffset? PausedUntil { get; init; }

    /// <summary>What the row proves that its person decided, in the order in which that happened.</summary>
    public IReadOnlyList<Consent.ConsentDecision> Decisions { get; init; } = [];
}

/// <summary>What reading one line, or the header, or the file came to.</summary>
/// <param name="Row"><c>null</c> where the line is left out, or is no row.</param>
internal sealed record RosterEntry(RosterRow? Row, IReadOnlyList<RosterProblem> Problems);
