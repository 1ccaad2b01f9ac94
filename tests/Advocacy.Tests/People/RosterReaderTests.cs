using System.Text;
using Advocacy.Consent;
using Advocacy.People;

namespace Advocacy.Tests.People;

public sealed class RosterReaderTests
{
    private const string Plain = "address,name,unit,language\nanne@nordlys.example,Anne Ågård,Salg,da\n";

    [Fact]
    public async Task A_full_row_is_read_cell_by_cell()
    {
        var row = await OneAsync(
            "address,name,unit,archetype,topics,language,reads_languages,time_zone,digest_day,digest_hour,paused_until,consent_at,consent_channel,consent_wording,measure_consent,stats_consent,withdrawn_at\n"
                + "Anne@Nordlys.Example,Anne Ågård,Salg,Specialist,Energy; safety|energy,en,da;de,europe/london,Tuesday,9,2026-12-24,2026-08-01T10:00+02:00,welcome day,2026-1,yes,no,\n"
        );

        row.Address.ShouldBe("Anne@nordlys.example");
        row.Name.ShouldBe("Anne Ågård");
        row.Unit.ShouldBe("Salg");
        row.Archetype.ShouldBe(Archetype.Specialist);
        row.Topics.ShouldBe(["energy", "safety"]);
        row.Language.ShouldBe("en");
        row.ReadsLanguages.ShouldBe(["da", "de"]);
        row.TimeZone.ShouldBe("Europe/London");
        row.DigestDay.ShouldBe(DayOfWeek.Tuesday);
        row.DigestHour.ShouldBe(9);
        row.PausedUntil.ShouldBe(new DateTimeOffset(2026, 12, 24, 0, 0, 0, TimeSpan.Zero));
        var evidence = new ConsentEvidence(
            "2026-1",
            "en",
            "import:welcome day",
            new DateTimeOffset(2026, 8, 1, 8, 0, 0, TimeSpan.Zero)
        )
        {
            Cause = ConsentCause.Roster,
        };
        row.Decisions.ShouldBe([
            new ConsentDecision(ConsentPurpose.DigestEmail, ConsentAction.Given, evidence),
            new ConsentDecision(ConsentPurpose.ClickMeasurement, ConsentAction.Given, evidence),
        ]);
    }

    [Fact]
    public async Task An_empty_cell_says_nothing()
    {
        var row = await OneAsync(
            "address,name,unit,archetype,topics,language,time_zone,digest_day,digest_hour,paused_until,consent_at,consent_channel,consent_wording\n"
                + "anne@nordlys.example,Anne,Salg,,,,,,,,,,\n"
        );

        row.ShouldBe(
            new RosterRow
            {
                Line = 2,
                Address = "anne@nordlys.example",
                Name = "Anne",
                Unit = "Salg",
                Decisions = row.Decisions,
            }
        );
        row.Decisions.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("address,name,unit,language")]
    [InlineData("ADDRESS;Name;Unit;Language")]
    [InlineData("e-mail\tnavn\tafdeling\tsprog")]
    [InlineData("Mailadresse|Fulde navn|Enhed|Sprog")]
    [InlineData(" \"E-mail address\" ; \"Full Name\" ; Department ; language ")]
    public async Task Separators_and_names_of_columns_are_recognised(string header)
    {
        var separator = header.First(c => c is ',' or ';' or '\t' or '|');

        var row = await OneAsync(
            $"{header}\nanne@nordlys.example{separator}\"Ågård{separator} Anne\"{separator} Salg {separator}dansk\n"
        );

        row.Name.ShouldBe($"Ågård{(separator == '\t' ? "" : separator)} Anne");
        row.Unit.ShouldBe("Salg");
        row.Language.ShouldBe("da");
    }

    [Theory]
    [InlineData("sep=;\naddress;name;unit;language\nanne@nordlys.example;Anne;Salg;da", 3)]
    [InlineData("\n\naddress,name,unit,language\nanne@nordlys.example,Anne,Salg,da\n\n\n", 4)]
    [InlineData("address,name,unit,language\r\n,,,\r\n\r\nanne@nordlys.example,Anne,Salg,da\r\n", 4)]
    [InlineData("address,name,unit,language\ranne@nordlys.example,Anne,Salg,da\r", 2)]
    [InlineData("address,name,unit,language,,\nanne@nordlys.example,Anne,Salg,da,,,,\n", 2)]
    public async Task Lines_are_counted_as_an_editor_counts_them(string csv, int line) =>
        (await OneAsync(csv)).Line.ShouldBe(line);

    public static TheoryData<string, byte[]> Encodings { get; } =
        new()
        {
            { "UTF-8", Encoding.UTF8.GetBytes(Plain) },
            { "UTF-8 with mark", [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Plain)] },
            { "UTF-16 with mark", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Plain)] },
            { "UTF-16 without mark", Encoding.Unicode.GetBytes(Plain) },
            { "big-endian UTF-16 with mark", [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(Plain)] },
            { "big-endian UTF-16 without mark", Encoding.BigEndianUnicode.GetBytes(Plain) },
        };

    [Theory]
    [MemberData(nameof(Encodings))]
    public async Task Encodings_are_recognised(string encoding, byte[] csv)
    {
        var (rows, problems) = await Rosters.ReadAsync(csv);

        rows.ShouldHaveSingleItem(encoding).Name.ShouldBe("Anne Ågård");
        problems.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_not_UTF8_is_read_as_Windows_1252_and_said_so()
    {
        // "Åse – €" as an old spreadsheet writes it, cut by the buffer's edge somewhere in 20,000 rows.
        var text = new StringBuilder("address,name,unit,language\n");
        for (var i = 0; i < 20_000; i++)
        {
            text.Append(null, $"a{i}@nordlys.example,Åse – €,Økonomi,da\n");
        }
        var csv = text.ToString()
            .SelectMany(c =>
                c switch
                {
                    '–' => (byte[])[0x96],
                    '€' => [0x80],
                    _ => [(byte)c],
                }
            );

        var (rows, problems) = await Rosters.ReadAsync([.. csv]);

        rows.Count.ShouldBe(20_000);
        rows.ShouldAllBe(row => row.Name == "Åse – €" && row.Unit == "Økonomi");
        problems.ShouldHaveSingleItem().Kind.ShouldBe(RosterProblemKind.Warning);
    }

    [Theory]
    [InlineData("", "the file has no header line")]
    [InlineData("\n \n", "the file has no header line")]
    [InlineData("name,unit\nAnne,Salg\n", "line 1: the header lacks 'address', 'language'; it has 'name', 'unit'")]
    [InlineData("%PDF-1.7", "line 1: the header lacks 'address', 'name', 'unit', 'language'; it has '%PDF-1.7'")]
    public async Task A_file_that_is_no_roster_is_said_to_be_none(string csv, string message)
    {
        var (rows, problems) = await Rosters.ReadAsync(csv);

        rows.ShouldBeEmpty();
        var problem = problems.ShouldHaveSingleItem();
        problem.ToString().ShouldBe(message);
        problem.Kind.ShouldBe(RosterProblemKind.File);
    }

    [Fact]
    public async Task A_header_without_an_end_is_no_header()
    {
        var (rows, problems) = await Rosters.ReadAsync(new string('x', 1_000_000));

        rows.ShouldBeEmpty();
        problems.ShouldHaveSingleItem().ToString().ShouldBe("the file has no header line");
    }

    [Fact]
    public async Task A_line_without_an_end_stops_the_reading_and_says_where()
    {
        var (rows, problems) = await Rosters.ReadAsync(Plain + new string('x', 1_000_000));

        rows.Count.ShouldBe(1);
        var problem = problems.ShouldHaveSingleItem();
        problem.Kind.ShouldBe(RosterProblemKind.File);
        problem.Line.ShouldBe(3);
    }

    [Fact]
    public async Task Columns_that_are_unknown_or_there_twice_are_passed_over_and_named()
    {
        var (rows, problems) = await Rosters.ReadAsync(
            "address,name,shoe size,unit,language,full name\nanne@nordlys.example,Anne,38,Salg,da,Anne Ågård\n"
        );

        rows.ShouldHaveSingleItem().Name.ShouldBe("Anne");
        problems
            .Select(p => p.ToString())
            .ShouldBe([
                "line 1, column 'shoe size': this column is not known and is passed over",
                "line 1, column 'full name': this column says the same as 'name' before it and is passed over",
            ]);
    }

    [Fact]
    public async Task An_address_that_is_there_twice_counts_once_whatever_its_case()
    {
        var (rows, problems) = await Rosters.ReadAsync(
            Plain + "bo@nordlys.example,Bo,Salg,da\nANNE@nordlys.example,Anne Ågård Dahl,Drift,da\n"
        );

        rows.Select(r => r.Line).ShouldBe([2, 3]);
        problems
            .ShouldHaveSingleItem()
            .ToString()
            .ShouldBe("line 4, column 'address': 'ANNE@nordlys.example' is on line 2 already, which counts");
    }

    [Fact]
    public async Task A_row_that_is_left_out_does_not_take_the_address()
    {
        var (rows, _) = await Rosters.ReadAsync(
            "address,name,unit,language\nbo@nordlys.example,,Salg,da\nbo@nordlys.example,Bo,Salg,da\n"
        );

        rows.ShouldHaveSingleItem().Line.ShouldBe(3);
    }

    [Fact]
    public async Task A_quote_left_open_spoils_its_own_row_only()
    {
        var (rows, problems) = await Rosters.ReadAsync(
            Plain + "bo@nordlys.example,\"Bo,Salg,da\ncarl@nordlys.example,Carl \"C\" Holm,Salg,da\n"
        );

        rows.Select(r => r.Name).ShouldBe(["Anne Ågård", "Carl \"C\" Holm"]);
        problems.ShouldHaveSingleItem().ToString().ShouldBe("line 3: a quote is opened and not closed on this line");
    }

    [Fact]
    public async Task A_row_with_more_cells_than_the_header_is_left_out()
    {
        var (rows, problems) = await Rosters.ReadAsync(Plain + "bo@nordlys.example,Holm, Bo,Salg,da\n");

        rows.Count.ShouldBe(1);
        problems.ShouldHaveSingleItem().ToString().ShouldBe("line 3: has 5 cells where the header has 4");
    }

    [Fact]
    public async Task What_could_break_out_of_a_mails_header_or_steer_a_terminal_is_taken_out()
    {
        var (rows, problems) = await Rosters.ReadAsync(
            Plain + "bo@nordlys.example,Bo\u0000\u001b[2J  Holm,Salg,da\nbo\u001b[2J@nordlys.example,Bo,Salg,da\n"
        );

        rows[1].Name.ShouldBe("Bo [2J Holm");
        problems.ShouldHaveSingleItem().Message.ShouldNotContain('\u001b');
    }

    private static async Task<RosterRow> OneAsync(string csv)
    {
        var (rows, problems) = await Rosters.ReadAsync(csv);
        problems.Where(p => p.Kind != RosterProblemKind.Warning).ShouldBeEmpty();
        return rows.ShouldHaveSingleItem();
    }
}
