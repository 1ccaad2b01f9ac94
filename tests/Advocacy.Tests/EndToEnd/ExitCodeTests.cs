using System.Globalization;
using System.Text;
using Advocacy.Tests.Local;

namespace Advocacy.Tests.EndToEnd;

public sealed class ExitCodeTests : IDisposable
{
    private const string Now = "2026-11-23T09:00+01:00";
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string, string> WrongArguments() =>
        new()
        {
            { "week --speed 9", "--speed" },
            { "dance", "dance" },
            { "week --roster nobody.csv", "--roster nobody.csv: there is no such file." },
            { "week --drop nothing.json", "--drop nothing.json: there is no such file." },
            { "week --feed nowhere.xml", "--feed nowhere.xml: there is no such file." },
            { "week --feed ftp://acme.example/feed", "it takes an http or https URL" },
            { "week --now tomorrow", "--now tomorrow: it takes an instant such as 2026-11-23T09:00+01:00" },
            { "week --company .", "company.json" },
            { "week --company nowhere", "--company nowhere: there is no such folder." },
            { "--port many", "--port many: it takes a whole number from 1 to 65535." },
            { "--port 70000", "--port 70000: it takes a whole number from 1 to 65535." },
            { "drop nothing.json", "there is no such file." },
            { "roster", "roster takes either FILE.csv, or --generate N together with --out FILE.csv." },
            { "roster --generate 0 --out people.csv", "--generate 0: it takes a whole number from 1 to 10000000." },
        };

    [Theory]
    [MemberData(nameof(WrongArguments))]
    public async Task Wrong_arguments_are_named_and_end_with_2(string arguments, string named)
    {
        var run = await LocalProcess.RunAsync(_folder, arguments.Split(' '));

        run.Code.ShouldBe(2, run.Output + run.Errors);
        run.Errors.ShouldContain(named);
        run.Errors.ShouldNotContain("   at ");
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("week --help")]
    [InlineData("drop --help")]
    [InlineData("roster --help")]
    [InlineData("tone --help")]
    [InlineData("tone rejudge --help")]
    public async Task Help_explains_the_command_and_each_option_with_an_example(string arguments)
    {
        var run = await LocalProcess.RunAsync(_folder, arguments.Split(' '));

        run.Code.ShouldBe(0, run.Output + run.Errors);
        run.Output.Split("Usage:")[0].ShouldContain("Example: ");
        run.Output.Split('\n')
            .Where(line => line.StartsWith("  --", StringComparison.Ordinal) && !line.Contains("--version"))
            .ShouldAllBe(line => line.Contains("Example: ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_fails_is_named_and_the_rest_is_done()
    {
        var today = new DateTimeOffset(2026, 11, 22, 8, 0, 0, TimeSpan.Zero).ToString(
            "r",
            CultureInfo.InvariantCulture
        );
        _folder.Write(
            "good.xml",
            $"""
            <rss version="2.0"><channel><title>News</title><item><title>We open a new office</title>
            <link>https://acme.example/office</link><pubDate>{today}</pubDate>
            <description>Come and see it.</description></item></channel></rss>
            """
        );
        _folder.Write("bad.xml", "this is no feed");
        _folder.Write("bad.json", """{"url":"ftp://acme.example/x","title":"A title"}""");
        _folder.Write(
            "people.csv",
            """
            address,name,unit,language,time_zone,digest_day,digest_hour,consent_at,consent_channel,consent_wording
            ida@acme.example,Ida Holm,Sales,en,Europe/Copenhagen,Tuesday,9,2026-01-12T09:12:00+01:00,intranet,2026-1
            no-address,Ole Lund,Sales,en,Europe/Copenhagen,Tuesday,9,2026-01-12T09:12:00+01:00,intranet,2026-1
            """
        );

        var run = await LocalProcess.RunAsync(
            _folder,
            "week --now 2026-11-23T09:00+01:00 --data data --feed good.xml --feed bad.xml --drop bad.json --roster people.csv".Split(
                ' '
            )
        );

        run.Code.ShouldBe(1, run.Output + run.Errors);
        run.Output.ShouldContain("Failed: Feed bad.xml: ");
        run.Output.ShouldContain("Failed: people.csv, line 3");
        run.Output.ShouldContain("ftp://acme.example/x");
        run.Output.ShouldContain("1 due, 1 mailed");
        Directory.GetFiles(Path.Combine(_folder.Path, "data", "outbox"), "*.eml").Length.ShouldBe(1);
    }

    [Theory]
    [InlineData(
        "Advocacy__Digests__MostPosts",
        "many",
        "Advocacy:Digests:MostPosts is 'many'; it takes a whole number from 1 to 10."
    )]
    [InlineData(
        "Advocacy__Digests__MostPosts",
        "11",
        "Advocacy:Digests:MostPosts is '11'; it takes a whole number from 1 to 10."
    )]
    [InlineData("Advocacy__Digests__MostPost", "3", "Advocacy:Digests:MostPost is no setting")]
    public async Task A_wrong_setting_is_named_with_what_it_takes(string key, string value, string named)
    {
        await using var local = LocalProcess.Start(
            _folder,
            new Dictionary<string, string> { [key] = value },
            "week",
            "--now",
            Now,
            "--data",
            "data"
        );

        var run = await local.EndAsync();

        run.Code.ShouldBe(1, run.Output + run.Errors);
        run.Errors.ShouldContain(named);
        run.Errors.ShouldNotContain("   at ");
    }

    [Fact]
    public async Task A_drop_that_cannot_be_used_is_refused_on_the_spot()
    {
        _folder.Write("bad.json", """{"url":"https://acme.example/x","headline":"A title"}""");

        var run = await LocalProcess.RunAsync(_folder, "drop", "bad.json", "--data", "data");

        run.Code.ShouldBe(1, run.Output + run.Errors);
        run.Errors.ShouldContain("/headline is no field of a drop; take it out.");
        run.Errors.ShouldContain("The drop was not put on the queue.");
    }

    [Fact]
    public async Task A_drop_in_another_encoding_is_named_and_the_others_go_in()
    {
        var latin = _folder.Write("latin.json", "");
        await File.WriteAllTextAsync(
            latin,
            """
            {"url":"https://acme.example/x",
             "title":"Blåbær"}
            """,
            Encoding.Latin1,
            TestContext.Current.CancellationToken
        );
        await File.WriteAllTextAsync(
            _folder.Write("wide.json", ""),
            """{"url":"https://acme.example/y","title":"Blåbær"}""",
            Encoding.Unicode,
            TestContext.Current.CancellationToken
        );

        var drop = await LocalProcess.RunAsync(_folder, "drop", "latin.json", "--data", "data");
        drop.Code.ShouldBe(1, drop.Output + drop.Errors);
        drop.Errors.ShouldContain("Line 2 is not UTF-8: save the file as UTF-8.");

        var week = await LocalProcess.RunAsync(
            _folder,
            "week --data data --drop latin.json --drop wide.json".Split(' ')
        );
        week.Code.ShouldBe(1, week.Output + week.Errors);
        week.Output.ShouldContain("Failed: latin.json: Line 2 is not UTF-8");
        week.Output.ShouldContain("1 new, 0 duplicate, 0 refused");
    }

    [Fact]
    public async Task A_roster_with_a_wrong_row_takes_in_the_others()
    {
        _folder.Write(
            "people.csv",
            """
            address,name,unit,language,time_zone
            ida@acme.example,Ida Holm,Sales,da,Europe/Copenhagen
            ole@acme.example,Ole Lund,Sales,da,Mars/Olympus
            """
        );

        var run = await LocalProcess.RunAsync(_folder, "roster", "people.csv", "--data", "data");

        run.Code.ShouldBe(1, run.Output + run.Errors);
        run.Errors.ShouldContain("line 3");
        run.Errors.ShouldContain("time_zone");
        run.Output.ShouldContain("1 people new");
    }

    public void Dispose() => _folder.Dispose();
}
