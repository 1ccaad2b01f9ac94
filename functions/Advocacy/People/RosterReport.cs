namespace Advocacy.People;

/// <summary>What an import did. For the operator's eyes: its problems may quote cells, so it never goes to a log.</summary>
public sealed record RosterReport
{
    /// <summary>Lines with anything on them, without the header.</summary>
    public required long RowsRead { get; init; }

    public required long New { get; init; }
    public required long Changed { get; init; }
    public required long Unchanged { get; init; }

    /// <summary>Wrong rows, which were left out.</summary>
    public required long LeftOut { get; init; }

    /// <summary>Rows of people who had themselves erased: they stay out, with whatever consent the row speaks of.</summary>
    public required long Erased { get; init; }

    /// <summary>Imported people whose preferences in the roster differ from their own, which stayed.</summary>
    public required long PreferencesKept { get; init; }

    /// <summary>Consents and withdrawals that the import added to the ledger.</summary>
    public required long ConsentsRecorded { get; init; }

    /// <summary>Imported people who get no digest, because they have not consented or have withdrawn.</summary>
    public required long WithoutConsent { get; init; }

    /// <summary>In the file's order; the first <see cref="RosterOptions.MostProblems"/>.</summary>
    public required IReadOnlyList<RosterProblem> Problems { get; init; }

    /// <summary>All of them, named or not.</summary>
    public required long ProblemCount { get; init; }

    /// <summary>True where all of the file could be read as a roster; wrong rows do not count against it.</summary>
    public required bool IsRoster { get; init; }

    /// <summary>True where no row was left out or went in without the consent that it speaks of.</summary>
    public required bool Clean { get; init; }
}
