using Advocacy.Consent;
using Advocacy.People;

namespace Advocacy.Tests.People;

/// <summary>What each column takes, and what it says to what it does not take.</summary>
public sealed class RosterCellsTests
{
    // Column, cell, message: the row is left out.
    [Theory]
    [InlineData("address", "", "is empty")]
    [InlineData("address", "anne", "'anne' has no @")]
    [InlineData(
        "address",
        "Anne <anne@nordlys.example>",
        "'Anne <anne@nordlys.example>' is more than a bare address such as name@company.dk"
    )]
    [InlineData("name", "", "is empty")]
    [InlineData("unit", "   ", "is empty")]
    [InlineData("language", "fr", "'fr' is no language of the mail; it takes da or en")]
    [InlineData("archetype", "boss", "'boss' is not understood; it takes enthusiast, specialist or colleague")]
    [InlineData("reads_languages", "da;klingon", "'klingon' is no language of two letters such as da or en")]
    [InlineData(
        "time_zone",
        "Europe/Kobenhavn",
        "'Europe/Kobenhavn' is no IANA time zone; did you mean 'Europe/Copenhagen'?"
    )]
    [InlineData("time_zone", "Copenhagen", "'Copenhagen' is no IANA time zone; did you mean 'Europe/Copenhagen'?")]
    [InlineData(
        "time_zone",
        "Romance Standard Time",
        "'Romance Standard Time' is no IANA time zone; did you mean 'Europe/Copenhagen'?"
    )]
    [InlineData("time_zone", "../../etc/passwd", "'../../etc/passwd' is no IANA time zone")]
    [InlineData("digest_day", "someday", "'someday' is not understood; it takes monday to sunday, or 1 to 7")]
    [InlineData("digest_day", "0", "'0' is not understood; it takes monday to sunday, or 1 to 7")]
    [InlineData("digest_hour", "24", "'24' is no full hour; it takes 0 to 23")]
    [InlineData("digest_hour", "-1", "'-1' is no full hour; it takes 0 to 23")]
    [InlineData("digest_hour", "9:30", "'9:30' is no full hour; it takes 0 to 23")]
    [InlineData("digest_hour", "nine", "'nine' is no full hour; it takes 0 to 23")]
    [InlineData(
        "paused_until",
        "next year",
        "'next year' is no date or time such as 2026-11-23 or 2026-11-23T09:00+01:00"
    )]
    [InlineData(
        "paused_until",
        "11/23/2026",
        "'11/23/2026' is no date or time such as 2026-11-23 or 2026-11-23T09:00+01:00"
    )]
    [InlineData(
        "paused_until",
        "0001-01-01",
        "'0001-01-01' is no date or time such as 2026-11-23 or 2026-11-23T09:00+01:00"
    )]
    [InlineData(
        "paused_until",
        "9999-12-31T23:59:59-10:00",
        "'9999-12-31T23:59:59-10:00' is no date or time such as 2026-11-23 or 2026-11-23T09:00+01:00"
    )]
    [InlineData(
        "paused_until",
        "2026-02-30",
        "'2026-02-30' is no date or time such as 2026-11-23 or 2026-11-23T09:00+01:00"
    )]
    public async Task A_wrong_cell_is_named_and_its_row_left_out(string column, string cell, string message)
    {
        var (rows, problems) = await ReadAsync((column, cell));

        rows.ShouldBeEmpty();
        problems.ShouldHaveSingleItem().ToString().ShouldBe($"line 2, column '{column}': {message}");
    }

    [Fact]
    public async Task All_wrong_cells_of_a_row_are_named()
    {
        var (rows, problems) = await ReadAsync(("address", "anne"), ("time_zone", "Mars/Base"), ("digest_hour", "25"));

        rows.ShouldBeEmpty();
        problems.Select(p => p.Column).ShouldBe(["address", "time_zone", "digest_hour"]);
    }

    [Fact]
    public async Task Cells_that_are_too_long_or_too_many_are_named()
    {
        (await ReadAsync(("name", new string('n', 201)))).Problems[0].Message.ShouldBe("is longer than 200 characters");
        (await ReadAsync(("topics", new string('t', 51))))
            .Problems[0]
            .Message.ShouldEndWith("longer than 50 characters");
        var many = string.Join(';', Enumerable.Range(1, 21));
        (await ReadAsync(("topics", many))).Problems[0].Message.ShouldBe("has 21 topics; at most 20 go in");
    }

    [Theory]
    [InlineData("ildsjæl", Archetype.Enthusiast)]
    [InlineData("FAGSPECIALIST", Archetype.Specialist)]
    [InlineData("kollega", Archetype.Colleague)]
    public async Task Archetypes_have_Danish_names(string cell, Archetype archetype) =>
        (await OneAsync(("archetype", cell))).Archetype.ShouldBe(archetype);

    [Theory]
    [InlineData("tir", DayOfWeek.Tuesday)]
    [InlineData("Lørdag", DayOfWeek.Saturday)]
    [InlineData("7", DayOfWeek.Sunday)]
    [InlineData("1", DayOfWeek.Monday)]
    public async Task Days_have_names_and_numbers(string cell, DayOfWeek day) =>
        (await OneAsync(("digest_day", cell))).DigestDay.ShouldBe(day);

    [Theory]
    [InlineData("0", 0)]
    [InlineData("09", 9)]
    [InlineData("09:00", 9)]
    [InlineData("23.00", 23)]
    public async Task Full_hours_are_written_in_several_ways(string cell, int hour) =>
        (await OneAsync(("digest_hour", cell))).DigestHour.ShouldBe(hour);

    [Theory]
    [InlineData("da-DK", "da")]
    [InlineData("Engelsk", "en")]
    [InlineData("EN", "en")]
    public async Task Languages_have_codes_and_names(string cell, string language) =>
        (await OneAsync(("language", cell))).Language.ShouldBe(language);

    // Cell, zone, the instant in UTC: without an offset it is the clock on the person's wall.
    [Theory]
    [InlineData("2026-07-01", "Europe/Copenhagen", "2026-06-30T22:00:00Z")]
    [InlineData("2026-12-01", "Europe/Copenhagen", "2026-11-30T23:00:00Z")]
    [InlineData("2026-12-01", "America/New_York", "2026-12-01T05:00:00Z")]
    [InlineData("01-12-2026 09:30", "Europe/Copenhagen", "2026-12-01T08:30:00Z")]
    [InlineData("1.12.2026", "Europe/Copenhagen", "2026-11-30T23:00:00Z")]
    [InlineData("1-12-2026 9:30", "Europe/Copenhagen", "2026-12-01T08:30:00Z")]
    [InlineData("2026-12-01 09:30:15.250", "Europe/Copenhagen", "2026-12-01T08:30:15.250Z")]
    [InlineData("2026-12-01T09:30", "Europe/Copenhagen", "2026-12-01T08:30:00Z")]
    [InlineData("2026-12-01T09:30:15Z", "Europe/Copenhagen", "2026-12-01T09:30:15Z")]
    [InlineData("2026-12-01 09:30:15 +05:00", "Europe/Copenhagen", "2026-12-01T04:30:15Z")]
    // The hour that the clocks skip, and the one they repeat.
    [InlineData("2026-03-29T02:30", "Europe/Copenhagen", "2026-03-29T01:30:00Z")]
    [InlineData("2026-10-25T02:30", "Europe/Copenhagen", "2026-10-25T01:30:00Z")]
    public async Task Dates_and_times_are_in_the_rows_own_zone(string cell, string zone, string utc)
    {
        var row = await OneAsync(("paused_until", cell), ("time_zone", zone));

        row.PausedUntil!.Value.UtcDateTime.ShouldBe(DateTimeOffset.Parse(utc, null).UtcDateTime);
    }

    // Column and cell that differ from good evidence, and what is said: the person goes in without consent.
    [Theory]
    [InlineData("consent_at", "", "is empty, but a consent needs when, how and to which wording")]
    [InlineData("consent_channel", "", "is empty, but a consent needs when, how and to which wording")]
    [InlineData("consent_wording", "", "is empty, but a consent needs when, how and to which wording")]
    [InlineData("consent_at", "yes", "'yes' is no date or time such as 2026-11-23 or 2026-11-23T09:00+01:00")]
    [InlineData("consent_at", "2026-11-24", "'2026-11-24' lies in the future")]
    [InlineData("consent_wording", "1999-1", "'1999-1' is no wording that is on record (those are 2026-1, 2026-2)")]
    [InlineData("measure_consent", "maybe", "'maybe' is not understood; it takes yes or no")]
    public async Task Half_evidence_is_no_consent(string column, string cell, string message)
    {
        var (rows, problems) = await ReadAsync([.. s_evidence, (column, cell)]);

        rows.ShouldHaveSingleItem().Decisions.ShouldBeEmpty();
        var problem = problems.ShouldHaveSingleItem();
        problem.ToString().ShouldBe($"line 2, column '{column}': {message}; the person goes in without consent");
        problem.Kind.ShouldBe(RosterProblemKind.Consent);
    }

    [Fact]
    public async Task A_yes_to_being_measured_without_any_evidence_is_no_consent()
    {
        var (rows, problems) = await ReadAsync(("measure_consent", "yes"));

        rows.ShouldHaveSingleItem().Decisions.ShouldBeEmpty();
        problems.Select(p => p.Column).ShouldBe(["consent_at", "consent_channel", "consent_wording"]);
    }

    [Theory]
    [InlineData("ja", "nej", new[] { ConsentPurpose.DigestEmail, ConsentPurpose.ClickMeasurement })]
    [InlineData("", "1", new[] { ConsentPurpose.DigestEmail, ConsentPurpose.ShareStatistics })]
    [InlineData("no", "", new[] { ConsentPurpose.DigestEmail })]
    public async Task Each_purpose_is_consented_to_by_itself(string measure, string stats, ConsentPurpose[] purposes)
    {
        var row = await OneAsync([.. s_evidence, ("measure_consent", measure), ("stats_consent", stats)]);

        row.Decisions.Select(d => d.Purpose).ShouldBe(purposes);
    }

    [Theory]
    [InlineData("2026-09-01", "Given Withdrawn")]
    [InlineData("2026-08-01T10:00:00Z", "Given Withdrawn")]
    [InlineData("2026-07-01", "Withdrawn Given")]
    public async Task A_withdrawal_stands_in_its_place_in_time(string withdrawn, string order)
    {
        var row = await OneAsync([.. s_evidence, ("withdrawn_at", withdrawn)]);

        string.Join(' ', row.Decisions.Select(d => d.Action)).ShouldBe(order);
    }

    [Fact]
    public async Task A_withdrawal_needs_no_evidence_and_outlives_a_broken_consent()
    {
        var alone = await OneAsync(("withdrawn_at", "2026-09-01"));
        var broken = await ReadAsync(("consent_at", "soon"), ("withdrawn_at", "2026-09-01"));

        alone.Decisions.ShouldHaveSingleItem().Action.ShouldBe(ConsentAction.Withdrawn);
        alone.Decisions[0].Evidence.Channel.ShouldBe("import:roster");
        broken.Rows.ShouldHaveSingleItem().Decisions.ShouldHaveSingleItem().Action.ShouldBe(ConsentAction.Withdrawn);
    }

    [Theory]
    [InlineData("yes")]
    [InlineData("2026-12-31")]
    public async Task A_withdrawal_that_cannot_be_read_never_leaves_a_consent_standing(string cell)
    {
        var (rows, problems) = await ReadAsync([.. s_evidence, ("withdrawn_at", cell)]);

        rows.ShouldHaveSingleItem().Decisions.ShouldBeEmpty();
        problems.ShouldHaveSingleItem().Message.ShouldEndWith("; neither it nor a consent is recorded");
    }

    private static readonly (string, string)[] s_evidence =
    [
        ("consent_at", "2026-08-01T10:00:00Z"),
        ("consent_channel", "welcome day"),
        ("consent_wording", "2026-1"),
    ];

    /// <summary>One row that is right but for the cells given; the last of two for a column counts.</summary>
    private static Task<(List<RosterRow> Rows, List<RosterProblem> Problems)> ReadAsync(
        params (string Column, string Cell)[] cells
    )
    {
        var row = new Dictionary<string, string>
        {
            ["address"] = "anne@nordlys.example",
            ["name"] = "Anne",
            ["unit"] = "Salg",
            ["language"] = "da",
        };
        foreach (var (column, cell) in cells)
        {
            row[column] = cell;
        }
        return Rosters.ReadAsync($"{string.Join(',', row.Keys)}\n{string.Join(',', row.Values)}\n");
    }

    private static async Task<RosterRow> OneAsync(params (string, string)[] cells)
    {
        var (rows, problems) = await ReadAsync(cells);
        problems.ShouldBeEmpty();
        return rows.ShouldHaveSingleItem();
    }
}
