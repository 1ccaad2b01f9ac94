using System.Text.Json;
using Advocacy.Tests.Local;
using MimeKit;

namespace Advocacy.Tests.EndToEnd;

public sealed class WeekTests : IDisposable
{
    private static readonly string[] Disclosures =
    [
        "Jeg arbejder hos Havgry Energi",
        "I work at Havgry Energi",
        "Reklame",
    ];

    private readonly TemporaryFolder _folder = new();

    private string Outbox => Path.Combine(_folder.Path, "data", "outbox");

    [Fact]
    public async Task The_sample_companys_week_is_read_judged_and_mailed_once()
    {
        var first = await RunAsync("2026-11-23T09:00+01:00");

        Number(first, "feeds").ShouldBe(3);
        first.GetProperty("feeds").EnumerateArray().ShouldAllBe(feed => Text(feed, "outcome") == "Read");
        first.GetProperty("entries").GetProperty("new").GetInt32().ShouldBe(37);
        var held = first.GetProperty("posts").GetProperty("held");
        held.GetArrayLength().ShouldBeGreaterThanOrEqualTo(3);
        held.EnumerateArray().ShouldAllBe(post => post.GetProperty("reasons").GetArrayLength() > 0);
        var employees = first.GetProperty("employees");
        employees.GetProperty("due").GetInt32().ShouldBe(40);
        employees.GetProperty("mailed").GetInt32().ShouldBe(32);
        employees.GetProperty("skipped").GetProperty("NoConsent").GetInt32().ShouldBe(7);
        employees.GetProperty("skipped").GetProperty("Paused").GetInt32().ShouldBe(1);
        Number(first, "failures").ShouldBe(0);
        Files().Length.ShouldBe(32);

        var before = Files();
        var again = await RunAsync("2026-11-23T09:00+01:00");

        again.GetProperty("employees").GetProperty("mailed").GetInt32().ShouldBe(0);
        again.GetProperty("feeds").EnumerateArray().ShouldAllBe(feed => Text(feed, "outcome") == "Unchanged");
        again.GetProperty("entries").GetProperty("new").GetInt32().ShouldBe(0);
        Files().ShouldBe(before);

        var next = await RunAsync("2026-11-30T09:00+01:00");

        Text(next, "week").ShouldBe("2026-W49");
        var mailed = next.GetProperty("employees").GetProperty("mailed").GetInt32();
        mailed.ShouldBeGreaterThan(0);
        Files().Length.ShouldBe(32 + mailed);
    }

    [Fact]
    public async Task Every_digest_is_a_mail_that_a_mail_program_and_the_law_accept()
    {
        await RunAsync("2026-11-23T09:00+01:00");

        var mails = await Task.WhenAll(
            Files().Select(file => MimeMessage.LoadAsync(file, TestContext.Current.CancellationToken))
        );

        mails.Select(mail => mail.To.Mailboxes.Single().Address).Distinct().Count().ShouldBe(mails.Length);
        foreach (var mail in mails)
        {
            mail.Headers["List-Unsubscribe"].ShouldNotBeNull().ShouldContain("<http://127.0.0.1:7071/unsubscribe/");
            mail.Headers["List-Unsubscribe-Post"].ShouldBe("List-Unsubscribe=One-Click");
            mail.BodyParts.OfType<TextPart>()
                .Select(part => part.ContentType.MimeType)
                .ShouldBe(["text/plain", "text/html"]);
            // Who agreed to it has measured links, one to each story and one to its share page.
            var isMeasured = TextOf(mail).Contains("/m/", StringComparison.Ordinal);
            TextOf(mail).Split("/m/").Length.ShouldBeInRange(isMeasured ? 3 : 1, isMeasured ? 11 : 1);
            TextOf(mail).Split("/share/").Length.ShouldBeInRange(isMeasured ? 1 : 2, isMeasured ? 1 : 6);
            mail.HtmlBody.ShouldNotBeNull().ShouldContain(isMeasured ? "/m/" : "/share/");
            Disclosures.ShouldContain(words => TextOf(mail).Contains(words, StringComparison.Ordinal));
            TextOf(mail).ShouldNotContain("{{");
        }
        Disclosures.ShouldAllBe(words => mails.Any(mail => TextOf(mail).Contains(words, StringComparison.Ordinal)));
        mails
            .Select(mail => mail.HtmlBody!.Contains("<html lang=\"da\"", StringComparison.Ordinal))
            .Distinct()
            .Count()
            .ShouldBe(2);
    }

    [Theory]
    [InlineData("2026-11-23T00:00+01:00", "2026-W48")] // Still Sunday in UTC.
    [InlineData("2026-11-22T23:59-05:00", "2026-W47")] // Monday already in UTC.
    [InlineData("2027-01-03T12:00+01:00", "2026-W53")]
    public async Task The_week_is_that_of_the_day_which_now_names(string now, string week)
    {
        var run = await RunAsync(now);

        Text(run, "week").ShouldBe(week);
        run.GetProperty("employees").GetProperty("due").GetInt32().ShouldBe(40);
        run.GetProperty("employees").GetProperty("mailed").GetInt32().ShouldBe(32);
    }

    [Fact]
    public async Task The_last_hour_of_the_week_comes_for_people_far_in_the_west_and_the_first_for_those_in_the_east()
    {
        _folder.Write("drop.json", """{"url":"https://acme.example/office","title":"We open a new office"}""");
        _folder.Write(
            "people.csv",
            """
            address,name,unit,language,time_zone,digest_day,digest_hour,consent_at,consent_channel,consent_wording
            ida@acme.example,Ida Holm,Sales,en,Pacific/Pago_Pago,Sunday,23,2026-01-12T09:12:00+01:00,intranet,2026-1
            ole@acme.example,Ole Lund,Sales,en,Pacific/Kiritimati,Monday,0,2026-01-12T09:12:00+01:00,intranet,2026-1
            """
        );

        var run = await LocalProcess.RunAsync(
            _folder,
            "week --now 2026-11-23T00:00Z --data data --drop drop.json --roster people.csv".Split(' ')
        );

        run.Code.ShouldBe(0, run.Output + run.Errors);
        run.Output.ShouldContain("2 due, 2 mailed");
    }

    [Fact]
    public async Task A_person_reads_the_same_result_as_a_table()
    {
        var run = await LocalProcess.RunAsync(_folder, "week", "--now", "2026-11-23T09:00+01:00", "--data", "data");

        run.Code.ShouldBe(0, run.Output + run.Errors);
        foreach (
            var words in new[]
            {
                "Week 2026-W48",
                "40 due, 32 mailed",
                "37 new",
                "held:",
                "7 without consent",
                "All well.",
            }
        )
        {
            run.Output.ShouldContain(words);
        }
        run.Errors.ShouldBeEmpty();
    }

    public void Dispose() => _folder.Dispose();

    private async Task<JsonElement> RunAsync(string now)
    {
        var run = await LocalProcess.RunAsync(_folder, "week", "--now", now, "--data", "data", "--json");
        run.Code.ShouldBe(0, run.Output + run.Errors);
        using var json = JsonDocument.Parse(run.Output);
        return json.RootElement.Clone();
    }

    private string[] Files() => [.. Directory.GetFiles(Outbox, "*.eml").Order(StringComparer.Ordinal)];

    private static string TextOf(MimeMessage mail) => mail.TextBody.ShouldNotBeNull();

    private static int Number(JsonElement report, string array) => report.GetProperty(array).GetArrayLength();

    private static string? Text(JsonElement json, string name) => json.GetProperty(name).GetString();
}
