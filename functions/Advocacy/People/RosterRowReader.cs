using Advocacy.Consent;

namespace Advocacy.People;

/// <summary>Makes a checked row of one line's cells.</summary>
internal sealed class RosterRowReader(RosterOptions options, ConsentWordings wordings, TimeProvider time)
{
    private const int LongestName = 200;
    private const int LongestChannel = 100;

    private static readonly RosterColumn[] s_evidence =
    [
        RosterColumn.ConsentAt,
        RosterColumn.ConsentChannel,
        RosterColumn.ConsentWording,
    ];

    /// <summary>The row, or <c>null</c> where the problems in <paramref name="cells"/> leave it out.</summary>
    public RosterRow? Read(RosterCells cells, long line)
    {
        var address = cells.Address();
        var name = cells.Text(RosterColumn.Name, LongestName);
        var unit = cells.Text(RosterColumn.Unit, LongestName);
        var archetype = cells.OneOf(
            RosterColumn.Archetype,
            RosterWords.Archetypes,
            "enthusiast, specialist or colleague"
        );
        var topics = cells.Topics();
        var language = cells.Language();
        var reads = cells.ReadsLanguages();
        var zone = cells.TimeZone();
        // Without a zone of its own, or with a wrong one (the row is left out then), the clock is the default's.
        var clock = zone ?? TimeZoneInfo.FindSystemTimeZoneById(options.DefaultTimeZone);
        var day = cells.OneOf(RosterColumn.DigestDay, RosterWords.Days, "monday to sunday, or 1 to 7");
        var hour = cells.Hour();
        var paused = cells.Instant(RosterColumn.PausedUntil, clock, RosterProblemKind.Row);
        var decisions = Decisions(cells, language ?? options.DefaultLanguage, clock);
        if (cells.Problems.Any(p => p.Kind == RosterProblemKind.Row))
        {
            return null;
        }
        return new RosterRow
        {
            Line = line,
            Address = address!,
            Name = name!,
            Unit = unit!,
            Archetype = archetype,
            Topics = topics,
            Language = language,
            ReadsLanguages = reads,
            TimeZone = zone?.Id,
            DigestDay = day,
            DigestHour = hour,
            PausedUntil = paused,
            Decisions = decisions,
        };
    }

    private List<ConsentDecision> Decisions(RosterCells cells, string language, TimeZoneInfo clock)
    {
        var given = Given(cells, language, clock);
        var withdrawn = Past(cells, RosterColumn.WithdrawnAt, clock);
        if (cells.Problems.Any(p => p.Kind == RosterProblemKind.Consent))
        {
            // Nobody is opted in by a row with anything wrong about its consent, least of all with a withdrawal that cannot be
            // read. A withdrawal that can be read counts, whatever is wrong about the consent.
            given = [];
        }
        if (withdrawn is null)
        {
            return given;
        }
        IEnumerable<ConsentPurpose> purposes =
            given.Count == 0 ? [ConsentPurpose.DigestEmail] : given.Select(d => d.Purpose);
        var evidence =
            given.Count == 0
                ? new ConsentEvidence(ConsentWordings.CurrentVersion, language, "import:roster", withdrawn)
                {
                    Cause = ConsentCause.Roster,
                }
                : given[0].Evidence with
                {
                    At = withdrawn,
                };
        var withdrawals = purposes.Select(p => new ConsentDecision(p, ConsentAction.Withdrawn, evidence));
        // In the order of time; where both are of the same instant, the withdrawal is the later one.
        return given.Count > 0 && withdrawn < given[0].Evidence.At
            ? [.. withdrawals, .. given]
            : [.. given, .. withdrawals];
    }

    /// <summary>The consents that the row proves: all of when, how and to which wording, or none.</summary>
    private List<ConsentDecision> Given(RosterCells cells, string language, TimeZoneInfo clock)
    {
        const RosterProblemKind Kind = RosterProblemKind.Consent;
        var measure = cells.OneOf(RosterColumn.MeasureConsent, RosterWords.YesOrNo, "yes or no", Kind) == true;
        var stats = cells.OneOf(RosterColumn.StatsConsent, RosterWords.YesOrNo, "yes or no", Kind) == true;
        if (!measure && !stats && !s_evidence.Any(cells.Has))
        {
            return [];
        }
        foreach (var missing in s_evidence.Where(column => !cells.Has(column)))
        {
            cells.Wrong(missing, "is empty, but a consent needs when, how and to which wording", Kind);
        }
        var at = Past(cells, RosterColumn.ConsentAt, clock);
        var version = cells.Raw(RosterColumn.ConsentWording);
        if (version is not null && wordings.Find(version, ConsentPurpose.DigestEmail, language) is null)
        {
            var known = string.Join(", ", wordings.Versions);
            cells.Wrong(
                RosterColumn.ConsentWording,
                $"'{Quote.Of(version)}' is no wording that is on record (those are {known})",
                Kind
            );
        }
        var channel = cells.Has(RosterColumn.ConsentChannel)
            ? cells.Text(RosterColumn.ConsentChannel, LongestChannel, Kind)
            : null;
        if (at is null || channel is null || version is null)
        {
            return [];
        }
        var evidence = new ConsentEvidence(version, language, $"import:{channel}", at) { Cause = ConsentCause.Roster };
        var purposes = new List<ConsentPurpose> { ConsentPurpose.DigestEmail };
        purposes.AddRange(measure ? [ConsentPurpose.ClickMeasurement] : []);
        purposes.AddRange(stats ? [ConsentPurpose.ShareStatistics] : []);
        return [.. purposes.Select(p => new ConsentDecision(p, ConsentAction.Given, evidence))];
    }

    /// <summary>An instant that is over; <c>null</c> where the cell is empty or wrong.</summary>
    private DateTimeOffset? Past(RosterCells cells, RosterColumn column, TimeZoneInfo clock)
    {
        const RosterProblemKind Kind = RosterProblemKind.Consent;
        if (cells.Instant(column, clock, Kind) is not { } at)
        {
            return null;
        }
        if (at <= time.GetUtcNow())
        {
            return at;
        }
        cells.Wrong(column, $"'{Quote.Of(cells.Raw(column)!)}' lies in the future", Kind);
        return null;
    }
}
