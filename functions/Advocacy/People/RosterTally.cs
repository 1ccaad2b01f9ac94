namespace Advocacy.People;

/// <summary>Counts what an import does. Problems are noted by one caller, rows counted by many at once.</summary>
internal sealed class RosterTally(int mostProblems, IProgress<long>? progress)
{
    /// <summary>Rows between two reports of progress.</summary>
    private const int Step = 250;

    private readonly List<RosterProblem> _problems = [];
    private long _problemCount;
    private long _done;
    private long _new;
    private long _changed;
    private long _unchanged;
    private long _leftOut;
    private long _erased;
    private long _kept;
    private long _consents;
    private long _without;
    private bool _file;
    private bool _rows;

    public void Note(IReadOnlyList<RosterProblem> problems)
    {
        foreach (var problem in problems)
        {
            _problemCount++;
            _file |= problem.Kind == RosterProblemKind.File;
            _rows |= problem.Kind is RosterProblemKind.Row or RosterProblemKind.Consent;
            if (_problems.Count < mostProblems)
            {
                _problems.Add(problem);
            }
        }
        if (problems.Any(p => p.Kind == RosterProblemKind.Row))
        {
            Interlocked.Increment(ref _leftOut);
            Done();
        }
    }

    public void Count(RosterChange change, bool kept)
    {
        _ = change switch
        {
            RosterChange.New => Interlocked.Increment(ref _new),
            RosterChange.Changed => Interlocked.Increment(ref _changed),
            _ => Interlocked.Increment(ref _unchanged),
        };
        Interlocked.Add(ref _kept, kept ? 1 : 0);
    }

    public void CountErased()
    {
        Interlocked.Increment(ref _erased);
        Done();
    }

    public void CountConsent(int recorded, bool allows)
    {
        Interlocked.Add(ref _consents, recorded);
        Interlocked.Add(ref _without, allows ? 0 : 1);
        Done();
    }

    public RosterReport ToReport()
    {
        progress?.Report(_done);
        return new RosterReport
        {
            RowsRead = _done,
            New = _new,
            Changed = _changed,
            Unchanged = _unchanged,
            LeftOut = _leftOut,
            Erased = _erased,
            PreferencesKept = _kept,
            ConsentsRecorded = _consents,
            WithoutConsent = _without,
            Problems = _problems,
            ProblemCount = _problemCount,
            IsRoster = !_file,
            Clean = !_file && !_rows,
        };
    }

    private void Done()
    {
        var done = Interlocked.Increment(ref _done);
        if (done % Step == 0)
        {
            progress?.Report(done);
        }
    }
}

internal enum RosterChange
{
    New,
    Changed,
    Unchanged,
}
