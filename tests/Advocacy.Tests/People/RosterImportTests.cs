using System.Text;
using Advocacy.Consent;
using Advocacy.People;
using Advocacy.Platform;
using Advocacy.Platform.Store;
using Advocacy.Tests.Consent;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Advocacy.Tests.People;

public sealed class RosterImportTests : IDisposable
{
    private const string Header =
        "address,name,unit,archetype,topics,language,time_zone,digest_day,consent_at,consent_channel,consent_wording,withdrawn_at\n";

    private const string Anne =
        "anne@nordlys.example,Anne Ågård,Salg,specialist,energy,da,,monday,2026-08-01,welcome day,2026-1,\n";

    private const string Bo = "bo@nordlys.example,Bo Holm,Drift,,,en,Europe/London,,,,,\n";

    private readonly FakeStore _store = new();
    private readonly FakeLogger<RosterImport> _logger = new();
    private readonly RosterOptions _options = new();
    private readonly Pseudonyms _pseudonyms = new(new Secrets([], new byte[32]));
    private readonly ConsentLedger _ledger;
    private readonly Roster _roster;

    public RosterImportTests()
    {
        _ledger = new ConsentLedger(_store, new ConsentWordings(), new FakeTimeProvider(Rosters.Now));
        _roster = new Roster(_store);
    }

    public void Dispose() => _roster.Dispose();

    [Fact]
    public async Task People_and_their_consents_are_in_the_store_and_counted()
    {
        var report = await ImportAsync(Header + Anne + Bo);

        (report.RowsRead, report.New, report.Changed, report.Unchanged, report.LeftOut).ShouldBe((2, 2, 0, 0, 0));
        (report.ConsentsRecorded, report.WithoutConsent).ShouldBe((1, 1));
        (report.IsRoster, report.Clean).ShouldBe((true, true));
        var anne = await FindAsync("anne@nordlys.example");
        (anne.Name, anne.Unit, anne.Archetype, anne.TimeZone, anne.DigestDay, anne.DigestHour).ShouldBe(
            ("Anne Ågård", "Salg", Archetype.Specialist, "Europe/Copenhagen", DayOfWeek.Monday, 9)
        );
        (await AllowsAsync("anne@nordlys.example")).ShouldBeTrue();
        (await AllowsAsync("bo@nordlys.example")).ShouldBeFalse();
        (await _roster.ZonesAsync(Cancel)).ShouldBe(["Europe/Copenhagen", "Europe/London"]);
    }

    [Fact]
    public async Task A_second_import_of_the_same_roster_writes_nothing()
    {
        await ImportAsync(Header + Anne + Bo);
        _store.Writes.Clear();

        var report = await ImportAsync(Header + Anne + Bo);

        _store.Writes.ShouldBeEmpty();
        (report.New, report.Changed, report.Unchanged, report.ConsentsRecorded).ShouldBe((0, 0, 2, 0));
        report.WithoutConsent.ShouldBe(1);
    }

    [Fact]
    public async Task Name_unit_and_archetype_follow_the_roster()
    {
        await ImportAsync(Header + Anne);

        var report = await ImportAsync(
            Header + "ANNE@nordlys.example,Anne Dahl,Marketing,enthusiast,energy,da,,monday,,,,\n"
        );

        report.Changed.ShouldBe(1);
        var anne = await FindAsync("anne@nordlys.example");
        (anne.Address, anne.Name, anne.Unit, anne.Archetype).ShouldBe(
            ("ANNE@nordlys.example", "Anne Dahl", "Marketing", Archetype.Enthusiast)
        );
    }

    [Fact]
    public async Task What_a_person_chose_stays_as_chosen()
    {
        await ImportAsync(Header + Anne);
        await _roster.ChangeAsync(
            IdOf("anne@nordlys.example"),
            e => e with { DigestDay = DayOfWeek.Friday, Topics = ["safety"], PausedUntil = Rosters.Now.AddDays(30) },
            Cancel
        );

        var report = await ImportAsync(Header + Anne.Replace("Salg", "Marketing", StringComparison.Ordinal));

        var anne = await FindAsync("anne@nordlys.example");
        (anne.Unit, anne.DigestDay, anne.PausedUntil).ShouldBe(
            ("Marketing", DayOfWeek.Friday, Rosters.Now.AddDays(30))
        );
        anne.Topics.ShouldBe(["safety"]);
        (report.Changed, report.PreferencesKept).ShouldBe((1, 1));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_no_roster_speaks_of_stays_whatever_the_operator_says(bool follow)
    {
        _options.PreferencesFollowRoster = follow;
        await ImportAsync(Header + Anne);
        await _roster.ChangeAsync(
            IdOf("anne@nordlys.example"),
            e => e with { Rhythm = DigestRhythm.Monthly, MostPosts = 2, GuidelinesSeen = "2026-1" },
            Cancel
        );

        await ImportAsync(Header + Anne.Replace("Salg", "Marketing", StringComparison.Ordinal));

        var anne = await FindAsync("anne@nordlys.example");
        (anne.Unit, anne.Rhythm, anne.MostPosts, anne.GuidelinesSeen).ShouldBe(
            ("Marketing", DigestRhythm.Monthly, 2, "2026-1")
        );
    }

    [Fact]
    public async Task Preferences_follow_the_roster_where_the_operator_says_so()
    {
        await ImportAsync(Header + Anne);
        await _roster.ChangeAsync(
            IdOf("anne@nordlys.example"),
            e => e with { DigestDay = DayOfWeek.Friday, DigestHour = 15 },
            Cancel
        );
        _options.PreferencesFollowRoster = true;

        var report = await ImportAsync(Header + Anne);

        var anne = await FindAsync("anne@nordlys.example");
        (anne.DigestDay, anne.DigestHour).ShouldBe((DayOfWeek.Monday, 15), "an empty cell changes nothing");
        (report.Changed, report.PreferencesKept).ShouldBe((1, 0));
    }

    [Fact]
    public async Task An_import_never_overrides_a_later_withdrawal()
    {
        await ImportAsync(Header + Anne);
        var evidence = new ConsentEvidence("2026-1", "da", "one-click");
        await _ledger.RecordAsync(
            IdOf("anne@nordlys.example"),
            ConsentPurpose.DigestEmail,
            ConsentAction.Withdrawn,
            evidence,
            Cancel
        );

        var report = await ImportAsync(Header + Anne);

        (await AllowsAsync("anne@nordlys.example")).ShouldBeFalse();
        (report.ConsentsRecorded, report.WithoutConsent).ShouldBe((0, 1));
    }

    [Fact]
    public async Task A_withdrawal_in_the_roster_counts()
    {
        await ImportAsync(Header + Anne);

        var report = await ImportAsync(Header + Anne.TrimEnd('\n') + "2026-09-01\n");

        (await AllowsAsync("anne@nordlys.example")).ShouldBeFalse();
        report.ConsentsRecorded.ShouldBe(1);
    }

    [Fact]
    public async Task Wrong_rows_are_named_in_order_and_the_others_go_in()
    {
        var report = await ImportAsync(
            Header
                + "x,X,Salg,,,da,,,,,,\n"
                + Anne
                + "y@nordlys.example,Y,Salg,,,da,,,2026-08-01,,2026-1,\n"
                + "z@nordlys.example,Z,Salg,,,da,Europe/Kobenhavn,,,,,\n"
        );

        report
            .Problems.Select(p => p.ToString())
            .ShouldBe([
                "line 2, column 'address': 'x' has no @",
                "line 4, column 'consent_channel': is empty, but a consent needs when, how and to which wording; the person goes in without consent",
                "line 5, column 'time_zone': 'Europe/Kobenhavn' is no IANA time zone; did you mean 'Europe/Copenhagen'?",
            ]);
        (report.RowsRead, report.New, report.LeftOut, report.WithoutConsent).ShouldBe((4, 2, 2, 1));
        (report.IsRoster, report.Clean, report.ProblemCount).ShouldBe((true, false, 3));
    }

    [Fact]
    public async Task A_long_list_of_problems_is_cut_and_still_counted()
    {
        _options.MostProblems = 10;

        var report = await ImportAsync(Header + string.Concat(Enumerable.Repeat("x,X,Salg,,,da,,,,,,\n", 500)));

        (report.Problems.Count, report.ProblemCount, report.LeftOut).ShouldBe((10, 500, 500));
    }

    [Fact]
    public async Task A_file_that_is_no_roster_changes_nothing()
    {
        var report = await ImportAsync("%PDF-1.7\n");

        (report.IsRoster, report.Clean, report.RowsRead).ShouldBe((false, false, 0));
        _store.Writes.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_import_that_the_store_interrupted_is_finished_by_the_next()
    {
        var csv = RosterGeneratorTests.Generate(60);
        var failures = 0;
        for (var calls = 10; failures < 100; calls += 40)
        {
            _store.FailBefore = _store.Calls + calls;
            try
            {
                await ImportAsync(csv);
                break;
            }
            catch (IOException)
            {
                failures++;
            }
        }

        failures.ShouldBeInRange(3, 10);
        _store.Count(Containers.Employees.Name).ShouldBe(60);
        _store.Writes.Count(w => w is ("Create", "employees", _)).ShouldBe(60);
        _store.FailBefore = 0;
        var again = await ImportAsync(csv);
        (again.New, again.Changed, again.Unchanged, again.ConsentsRecorded).ShouldBe((0, 0, 60, 0));
    }

    [Fact]
    public async Task Progress_ends_with_all_rows()
    {
        var seen = new List<long>();

        await ImportAsync(RosterGeneratorTests.Generate(600), new Each(seen));

        seen[^1].ShouldBe(600);
        seen.Count.ShouldBeInRange(3, 4);
    }

    [Fact]
    public async Task The_log_says_how_many_and_nothing_about_whom()
    {
        await ImportAsync(Header + Anne + Bo + "carl,Carl,Salg,,,da,,,,,,\n");

        var line = _logger.Collector.GetSnapshot().ShouldHaveSingleItem();
        line.Id.Id.ShouldBe(3000);
        line.Message.ShouldBe(
            "Roster imported: 3 rows, 2 new, 0 changed, 0 unchanged, 1 left out; 1 consent events recorded, 1 people without consent"
        );
    }

    private async Task<RosterReport> ImportAsync(string csv, IProgress<long>? progress = null)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(csv));
        var options = Options.Create(_options);
        var erased = new ErasedPeople(_store, options, new FakeTimeProvider(Rosters.Now));
        var import = new RosterImport(
            Rosters.Reader(_options),
            _roster,
            erased,
            _ledger,
            _pseudonyms,
            options,
            _logger
        );
        return await import.ImportAsync(stream, progress, Cancel);
    }

    private string IdOf(string address) => _pseudonyms.OfAddress(address);

    private async Task<Employee> FindAsync(string address) =>
        (await _roster.FindAsync(IdOf(address), Cancel)).ShouldNotBeNull();

    private Task<bool> AllowsAsync(string address) =>
        _ledger.AllowsAsync(IdOf(address), ConsentPurpose.DigestEmail, Cancel);

    private sealed class Each(List<long> seen) : IProgress<long>
    {
        public void Report(long value)
        {
            lock (seen)
            {
                seen.Add(value);
            }
        }
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
