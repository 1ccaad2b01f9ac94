using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Advocacy.Consent;
using Advocacy.Platform.Mail;
using Advocacy.Tests.Local;

namespace Advocacy.Tests.EndToEnd;

/// <summary>A colleague joins, and the others are invited, in the built program.</summary>
public sealed partial class JoinTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly int _port = LocalProcess.FreePort();
    private readonly HttpClient _client;

    public JoinTests() =>
        _client = new HttpClient(new SocketsHttpHandler { UseProxy = false })
        {
            BaseAddress = new Uri($"http://127.0.0.1:{_port}"),
        };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private Outbox Outbox => new(Path.Combine(_folder.Path, "data", "outbox"));

    [Fact]
    public async Task From_the_form_over_the_mail_to_the_consent_and_then_the_others_are_asked_once()
    {
        await using (var host = LocalProcess.Start(_folder, "--data", "data", "--port", $"{_port}"))
        {
            await host.SaysAsync("The timers are on their schedule.");
            (await _client.GetStringAsync("/", Cancel)).ShouldContain("href=\"/join\"");

            await PostAsync("/join?lang=en", ("address", "Nina@havgry.example"), ("purpose", "DigestEmail"));
            await host.UntilAsync(() => MailTo("Nina@havgry.example") is not null);
            var link = Link().Match(Outbox.Load(MailTo("Nina@havgry.example"))!.Text).Value;
            (await _client.GetStringAsync(link, Cancel)).ShouldContain("Nina@havgry.example");
            (await PostAsync(link, ("name", "Nina"), ("wording", ConsentWordings.CurrentVersion))).ShouldContain(
                "Thank you, your yes is recorded"
            );

            // The running host sends what the command puts on the queue.
            var plan = await InviteAsync();
            var asked = plan.GetProperty("invited").GetInt32();
            asked.ShouldBeGreaterThan(1);
            plan.GetProperty("people").GetInt32().ShouldBe(41);
            await host.UntilAsync(() => Invitations() == asked);
            await host.InterruptAsync();
            await host.EndAsync();
        }

        (await InviteAsync()).GetProperty("invited").GetInt32().ShouldBe(0);
        (await InviteAsync("--dry-run")).GetProperty("invited").GetInt32().ShouldBe(0);
    }

    [Fact]
    public async Task Without_a_running_host_the_command_sends_by_itself_and_a_dry_run_sends_nothing()
    {
        (await LocalProcess.RunAsync(_folder, "invite", "--data", "data")).Errors.ShouldContain("There is no company");
        (await LocalProcess.RunAsync(_folder, "week", "--data", "data", "--json")).Code.ShouldBe(0);

        var plan = await InviteAsync("--dry-run");
        Invitations().ShouldBe(0);
        var run = await InviteAsync();

        run.GetProperty("sent").GetInt32().ShouldBe(plan.GetProperty("invited").GetInt32());
        run.GetProperty("waiting").GetInt32().ShouldBe(0);
        Invitations().ShouldBe(run.GetProperty("sent").GetInt32());
        (await InviteAsync()).GetProperty("sent").GetInt32().ShouldBe(0);
    }

    public void Dispose()
    {
        _client.Dispose();
        _folder.Dispose();
    }

    private async Task<JsonElement> InviteAsync(params string[] more)
    {
        var run = await LocalProcess.RunAsync(_folder, ["invite", "--json", "--data", "data", .. more]);
        run.Code.ShouldBe(0, run.Errors);
        return JsonSerializer.Deserialize<JsonElement>(run.Output);
    }

    private async Task<string> PostAsync(string url, params (string Key, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Key, f.Value)));
        using var answer = await _client.PostAsync(url, form, Cancel);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        return await answer.Content.ReadAsStringAsync(Cancel);
    }

    private string? MailTo(string address) =>
        Outbox.List(0, 200).Entries.FirstOrDefault(mail => mail.To.Contains(address))?.Id;

    private int Invitations() =>
        Outbox
            .List(0, 200)
            .Entries.Count(mail =>
                mail.Subject.StartsWith("Har du lyst til at dele", StringComparison.Ordinal)
                || mail.Subject.StartsWith("Would you like to share", StringComparison.Ordinal)
            );

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+/join/\S+", RegexOptions.None, 1000)]
    private static partial Regex Link();
}
