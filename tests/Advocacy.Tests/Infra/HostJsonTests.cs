using System.Text.Json;
using Advocacy.Digests;
using Advocacy.Local.Hosting;
using Advocacy.Platform.Mail.SendGrid;
using Advocacy.Platform.Mail.Smtp;
using Advocacy.Platform.Queue;

namespace Advocacy.Tests.Infra;

public sealed class HostJsonTests
{
    private static readonly JsonElement s_host = JsonDocument.Parse(Repository.Read("host.json")).RootElement;
    private static readonly JsonElement s_queues = s_host.GetProperty("extensions").GetProperty("queues");

    [Fact]
    public void The_platform_tries_a_message_as_often_as_we_say() =>
        s_queues.GetProperty("maxDequeueCount").GetInt32().ShouldBe(Queues.MaxDequeueCount);

    [Fact]
    public void What_a_person_types_into_a_queue_is_read_as_it_stands() =>
        s_queues.GetProperty("messageEncoding").GetString().ShouldBe("none");

    [Fact]
    public void The_platform_takes_as_many_messages_and_waits_as_long_as_the_local_host()
    {
        s_queues.GetProperty("batchSize").GetInt32().ShouldBe(QueuePump.AtATime);
        Time(s_queues, "visibilityTimeout").ShouldBe(QueuePump.BackOff);
    }

    [Fact]
    public void Fetching_further_messages_begins_before_the_batch_is_done() =>
        s_queues
            .GetProperty("newBatchThreshold")
            .GetInt32()
            .ShouldBeInRange(1, s_queues.GetProperty("batchSize").GetInt32());

    [Fact]
    public void All_tries_of_a_message_are_over_before_its_claims_are_called_stale()
    {
        var tries = Queues.MaxDequeueCount * Time(s_queues, "visibilityTimeout");

        tries.ShouldBeLessThan(TimeSpan.FromMinutes(new DigestOptions().StaleClaimMinutes));
    }

    [Fact]
    public void The_tries_of_a_message_outlast_the_pauses_of_the_mailers()
    {
        var waits = (Queues.MaxDequeueCount - 1) * Time(s_queues, "visibilityTimeout");

        // Two tries at least after the longest, or an hour's digests would all fail at one busy answer.
        var last = waits - Time(s_queues, "visibilityTimeout");
        last.ShouldBeGreaterThan(SendGridMailer.LongestPause);
        last.ShouldBeGreaterThan(2 * TimeSpan.FromSeconds(new SendGridOptions().PauseSeconds));
        last.ShouldBeGreaterThan(2 * TimeSpan.FromSeconds(new SmtpOptions().PauseSeconds));
    }

    [Fact]
    public void It_lies_beside_the_app() =>
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "host.json")).ShouldBe(Repository.Read("host.json"));

    [Fact]
    public void Routes_have_no_prefix() => FunctionCatalog.RoutePrefix(Repository.Read("host.json")).ShouldBe("");

    [Fact]
    public void Telemetry_is_open_telemetry_and_nothing_thins_it_out()
    {
        s_host.GetProperty("telemetryMode").GetString().ShouldBe("OpenTelemetry");
        // Read in the other mode only; there it would drop failures together with the rest.
        s_host.GetProperty("logging").TryGetProperty("applicationInsights", out _).ShouldBeFalse();
        s_host
            .GetProperty("logging")
            .GetProperty("logLevel")
            .GetProperty("Function")
            .GetString()
            .ShouldBe("Information");
    }

    [Fact]
    public void A_run_that_hangs_is_ended() => Time(s_host, "functionTimeout").ShouldBe(TimeSpan.FromMinutes(30));

    private static TimeSpan Time(JsonElement of, string name) =>
        TimeSpan.Parse(of.GetProperty(name).GetString()!, System.Globalization.CultureInfo.InvariantCulture);
}
