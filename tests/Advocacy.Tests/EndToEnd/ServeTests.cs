using System.Net;
using System.Text.RegularExpressions;
using Advocacy.Platform;
using Advocacy.Platform.Queue;
using Advocacy.Platform.Sqlite;
using Advocacy.Tests.Local;

namespace Advocacy.Tests.EndToEnd;

public sealed partial class ServeTests : IDisposable
{
    private const string Feed = """
        <rss version="2.0"><channel><title>News</title><item><title>We open a new office</title>
        <link>https://www.havgry.example/office</link><description>Come and see it.</description></item></channel></rss>
        """;

    private readonly TemporaryFolder _folder = new();
    private readonly int _port = LocalProcess.FreePort();
    private readonly HttpClient _client;

    public ServeTests() =>
        _client = new HttpClient(new SocketsHttpHandler { UseProxy = false })
        {
            BaseAddress = new Uri($"http://127.0.0.1:{_port}"),
        };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task From_an_empty_folder_to_pages_and_after_a_stop_on_with_the_same_data()
    {
        await using (var first = await StartAsync())
        {
            first.Output.ShouldContain($"AdvocacyFunctions runs at http://127.0.0.1:{_port}");
            foreach (var stage in new[] { "People", "Harvest", "Tone", "Digests" })
            {
                first.Output.ShouldMatch($@"(?m)^  {stage} +\S");
            }
            first.Output.ShouldContain("32 mailed");
            await EveryPageAnswersAsync();

            (await PostAsync("/run-week")).ShouldContain("Nothing new to send");
            Mails().Length.ShouldBe(32);

            await StopAsync(first);
        }
        var before = Mails();

        await using var second = await StartAsync();
        second.Output.ShouldContain("going on with it");
        (await PageAsync("/mailbox")).ShouldContain("/mailbox/");
        (await PostAsync("/run-week")).ShouldContain("Nothing new to send");
        await StopAsync(second);

        Mails().ShouldBe(before);
    }

    [Fact]
    public async Task A_first_run_that_was_killed_is_finished_by_the_next_start()
    {
        await using (var first = LocalProcess.Start(_folder, "--data", "data", "--port", $"{LocalProcess.FreePort()}"))
        {
            // The company is loaded, its drops and its feeds are not.
            await first.SaysAsync("  People");
            await first.KillAsync();
        }

        await using (var second = await StartAsync())
        {
            second.Output.ShouldContain("The first run was cut short: loading Havgry Energi again");
            (await PageAsync("/desk")).ShouldContain("Havgry Energi afskediger 45 medarbejdere");
            await StopAsync(second);
        }
        Mails().Length.ShouldBe(32);

        await using var third = await StartAsync();
        third.Output.ShouldContain("going on with it");
        await StopAsync(third);
    }

    [Fact]
    public async Task Feed_files_are_found_again_when_they_are_served_at_another_address()
    {
        (await LocalProcess.RunAsync(_folder, "week", "--data", "data")).Code.ShouldBe(0);
        _folder.Write("own.xml", Feed);
        var own = await LocalProcess.RunAsync(_folder, "week", "--data", "data", "--feed", "own.xml");
        own.Code.ShouldBe(0, own.Output);

        // The addresses at which the two runs before served their files are gone by now.
        var later = await LocalProcess.RunAsync(
            _folder,
            "week",
            "--data",
            "data",
            "--roster",
            Path.Combine(LocalProcess.Sample, "roster.csv")
        );
        later.Code.ShouldBe(0, later.Output);
        later.Output.ShouldContain("own.xml: unchanged");
        later.Output.ShouldContain("Nyheder fra Havgry: unchanged");

        await using var host = await StartAsync();
        var sources = await PageAsync("/sources");
        sources.ShouldNotContain("refuses");
        sources.ShouldContain($"http://127.0.0.1:{_port}/sample/feeds/own-");
        using var served = await _client.GetAsync(Served().Match(sources).Value, Cancel);
        served.StatusCode.ShouldBe(HttpStatusCode.OK);
        await StopAsync(host);
    }

    [Fact]
    public async Task People_who_were_imported_first_are_not_mixed_with_the_sample_company()
    {
        _folder.Write(
            "people.csv",
            """
            address,name,unit,language,consent_at,consent_channel,consent_wording
            ida@acme.example,Ida Holm,Sales,en,2026-01-12T09:12:00+01:00,intranet,2026-1
            """
        );
        (await LocalProcess.RunAsync(_folder, "roster", "people.csv", "--data", "data")).Code.ShouldBe(0);

        await using var host = await StartAsync();

        host.Output.ShouldContain("The data folder has people but no company yet");
        host.Output.ShouldContain("the digests name the company 'Acme'");
        (await PageAsync("/employees")).ShouldNotContain("@havgry.example");
        await StopAsync(host);
    }

    [Fact]
    public async Task A_drop_comes_in_while_the_host_runs_and_a_bad_message_waits_with_its_reason()
    {
        await using var host = await StartAsync();
        _folder.Write("drop.json", """{"url":"https://www.havgry.example/nyt-hus","title":"Vi flytter i nyt hus"}""");

        (await LocalProcess.RunAsync(_folder, "drop", "drop.json", "--data", "data")).Code.ShouldBe(0);
        await ShowsAsync("/desk?show=ready", "Vi flytter i nyt hus");

        await using (var file = new SqliteFile(Path.Combine(_folder.Path, "data", "advocacy.db"), TimeProvider.System))
        {
            await new SqliteWorkQueue(file).EnqueueAsync(Queues.Content, ["no drop at all"], cancellationToken: Cancel);
        }
        await ShowsAsync("/desk/failures", "no drop at all");
        var id = Ids.Of("failure", Queues.Content, "no drop at all");

        (await DecideAsync(id)).ShouldContain("The message is on its queue again.");
        await ShowsAsync("/failures", "no drop at all");
        (await DecideAsync("unknown")).ShouldContain("There is no such message any more");

        await StopAsync(host);
        host.Everything.ShouldNotContain("no drop at all");
    }

    [Fact]
    public async Task A_second_host_on_the_folder_or_the_port_is_told_what_to_do()
    {
        await using var host = await StartAsync();

        var sameFolder = await LocalProcess.RunAsync(_folder, "--data", "data", "--port", $"{LocalProcess.FreePort()}");
        sameFolder.Code.ShouldBe(1);
        sameFolder.Errors.ShouldContain("choose another folder with --data DIR");
        sameFolder.Errors.ShouldNotContain("   at ");
        (await LocalProcess.RunAsync(_folder, "week", "--data", "data")).Code.ShouldBe(1);

        var samePort = await LocalProcess.RunAsync(_folder, "--data", "other", "--port", $"{_port}");
        samePort.Code.ShouldBe(1);
        samePort.Errors.ShouldContain($"Port {_port} cannot be used");
        samePort.Errors.ShouldContain("--port N");
        samePort.Errors.ShouldNotContain("   at ");
    }

    [Fact]
    public async Task Pages_from_elsewhere_are_kept_off()
    {
        await using var host = await StartAsync();

        (await StatusAsync("GET", "/employees", ("Host", "evil.example"))).ShouldBe(HttpStatusCode.Forbidden);
        (await StatusAsync("GET", "/employees", ("Host", $"localhost:{_port}"))).ShouldBe(HttpStatusCode.OK);
        (await StatusAsync("POST", "/run-week", ("Origin", "https://evil.example"))).ShouldBe(HttpStatusCode.Forbidden);
        (await StatusAsync("POST", "/run-week", ("Origin", "null"), ("Sec-Fetch-Site", "cross-site"))).ShouldBe(
            HttpStatusCode.Forbidden
        );
        (await StatusAsync("POST", "/run-week", ("Origin", "null"), ("Sec-Fetch-Site", "same-origin"))).ShouldBe(
            HttpStatusCode.OK
        );
        (await StatusAsync("POST", "/run-week", ("Origin", $"http://127.0.0.1:{_port}"))).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Not_a_single_name_or_address_stands_in_a_log_of_everything()
    {
        await using var host = LocalProcess.Start(
            _folder,
            new Dictionary<string, string>
            {
                ["Logging__LogLevel__Default"] = "Debug",
                ["Logging__LogLevel__Advocacy"] = "Trace",
            },
            "--data",
            "data",
            "--port",
            $"{_port}"
        );
        await host.SaysAsync("The timers are on their schedule.");
        await EveryPageAnswersAsync();
        await ShowsAsync("/", "delivered");
        await StopAsync(host);

        var log = host.Everything;
        log.ShouldContain("Took in post", Case.Sensitive, "the log must hold the Debug lines, else it proves nothing");
        var people = (await File.ReadAllLinesAsync(Path.Combine(LocalProcess.Sample, "roster.csv"), Cancel))
            .Skip(1)
            .Select(line => line.Split(','))
            .Select(cells => (Address: cells[0], Name: cells[1]))
            .ToList();
        people.Count.ShouldBe(40);
        var words = Words().Matches(log).Select(match => match.Value).ToHashSet(StringComparer.OrdinalIgnoreCase);
        words.Remove("Line");
        foreach (var (address, name) in people)
        {
            log.Contains(address, StringComparison.OrdinalIgnoreCase).ShouldBeFalse(address);
            log.Contains(name, StringComparison.OrdinalIgnoreCase).ShouldBeFalse(name);
            name.Split(' ').Where(part => part.Length >= 4 && words.Contains(part)).ShouldBeEmpty();
        }
        log.ShouldNotContain("@havgry.example");
    }

    public void Dispose()
    {
        _client.Dispose();
        _folder.Dispose();
    }

    private async Task<LocalProcess> StartAsync()
    {
        var host = LocalProcess.Start(_folder, "--data", "data", "--port", $"{_port}");
        try
        {
            await host.SaysAsync("The timers are on their schedule.");
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    private static async Task StopAsync(LocalProcess host)
    {
        await host.InterruptAsync();
        var end = await host.EndAsync();
        end.Code.ShouldBe(0, end.Output + end.Errors);
        end.Output.ShouldEndWith("Stopped." + Environment.NewLine);
    }

    private async Task EveryPageAnswersAsync()
    {
        (await PageAsync("/")).ShouldContain("Havgry Energi");
        (await PageAsync("/desk")).ShouldContain("Review desk");
        (await PageAsync("/sources")).ShouldContain("Nyheder fra Havgry");
        (await PageAsync("/failures")).ShouldContain("Nothing waits here");
        var mail = Links("/mailbox/").Match(await PageAsync("/mailbox")).Groups[1].Value;
        var page = await PageAsync($"/mailbox/{mail}");
        page.ShouldContain("List-Unsubscribe");
        page.ShouldContain(">The employee</a>");
        (await PageAsync($"/mailbox/{mail}/html")).ShouldContain("/share/");
        var person = Links("/employees/").Match(await PageAsync("/employees")).Groups[1].Value;
        (await PageAsync($"/employees/{person}")).ShouldContain("@havgry.example");
        (await StatusAsync("GET", "/mailbox/unknown")).ShouldBe(HttpStatusCode.NotFound);
        (await StatusAsync("GET", "/employees/unknown")).ShouldBe(HttpStatusCode.NotFound);
        using var nowhere = await _client.GetAsync("/nowhere", Cancel);
        nowhere.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await nowhere.Content.ReadAsStringAsync(Cancel)).ShouldContain("Havgry Energi");
    }

    private async Task<string> PageAsync(string path)
    {
        using var response = await _client.GetAsync(path, Cancel);
        response.StatusCode.ShouldBe(HttpStatusCode.OK, path);
        return WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync(Cancel));
    }

    /// <summary>Presses Try again, with the token of the page's own form.</summary>
    private async Task<string> DecideAsync(string id)
    {
        var token = FormToken().Match(await PageAsync("/desk/failures")).Groups["token"].Value;
        using var form = new FormUrlEncodedContent(
            new Dictionary<string, string>
            {
                ["form"] = token,
                ["id"] = id,
                ["do"] = "retry",
            }
        );
        using var response = await _client.PostAsync("/desk/failures", form, Cancel);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        return WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync(Cancel));
    }

    private async Task<string> PostAsync(string path)
    {
        using var response = await _client.PostAsync(path, null, Cancel);
        response.StatusCode.ShouldBe(HttpStatusCode.OK, path);
        return WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync(Cancel));
    }

    private async Task<HttpStatusCode> StatusAsync(
        string method,
        string path,
        params (string Name, string Value)[] headers
    )
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value).ShouldBeTrue();
        }
        using var response = await _client.SendAsync(request, Cancel);
        return response.StatusCode;
    }

    /// <summary>Asks again until the page shows it; the host works on its queues meanwhile.</summary>
    private async Task ShowsAsync(string path, string words)
    {
        for (var tries = 0; tries < 600; tries++)
        {
            if ((await PageAsync(path)).Contains(words, StringComparison.OrdinalIgnoreCase))
            {
                return;
            }
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, Cancel);
        }
        (await PageAsync(path)).ShouldContain(words);
    }

    private string[] Mails() =>
        [.. Directory.GetFiles(Path.Combine(_folder.Path, "data", "outbox"), "*.eml").Order(StringComparer.Ordinal)];

    private static Regex Links(string path) =>
        new($"href=\"{path}([^\"/]+)\"", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(10));

    [GeneratedRegex(
        @"http://127\.0\.0\.1:[0-9]+/sample/feeds/own-[^""<]+",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 10_000
    )]
    private static partial Regex Served();

    [GeneratedRegex("name=\"form\" value=\"(?<token>[^\"]+)\"", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex FormToken();

    [GeneratedRegex(@"\p{L}+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Words();
}
