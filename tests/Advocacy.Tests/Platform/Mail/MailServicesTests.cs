using System.Diagnostics.Metrics;
using Advocacy.Platform.Mail;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;
using Microsoft.Extensions.Time.Testing;

namespace Advocacy.Tests.Platform.Mail;

public sealed class MailServicesTests : IAsyncDisposable
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 24, 8, 0, 5, TimeSpan.Zero));
    private readonly RecordingMailer _recording = new();
    private readonly ServiceProvider _services;
    private readonly MetricCollector<double> _durations;

    public MailServicesTests()
    {
        _services = new ServiceCollection().AddMetrics().AddSingleton<MailTelemetry>().BuildServiceProvider();
        _durations = new MetricCollector<double>(
            _services.GetRequiredService<IMeterFactory>(),
            MailTelemetry.MeterName,
            "advocacy.mail.send.duration"
        );
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(MailResult.Sent, MailResult.Sent, "sent")]
    [InlineData(MailResult.Sent, MailResult.Refused, "refused")]
    [InlineData(MailResult.NotSent, MailResult.Refused, "not_sent")]
    [InlineData(MailResult.Unknown, MailResult.NotSent, "unknown")]
    public async Task A_batch_is_measured_in_seconds_by_its_worst_outcome(
        MailResult one,
        MailResult other,
        string outcome
    )
    {
        _recording.Results["a@b.example"] = one;
        _recording.Results["c@b.example"] = other;
        _recording.After = () => _time.Advance(TimeSpan.FromMilliseconds(1_500));

        await Measured().SendAsync(BatchTo("a@b.example", "c@b.example"), Cancel);

        var measured = _durations.GetMeasurementSnapshot().ShouldHaveSingleItem();
        measured.Value.ShouldBe(1.5);
        measured.Tags.ShouldBe(
            new Dictionary<string, object?> { ["mailer"] = "test", ["outcome"] = outcome },
            ignoreOrder: true
        );
        _durations.Instrument!.Unit.ShouldBe("s");
    }

    [Fact]
    public async Task A_mailer_that_throws_is_measured_too_and_an_empty_batch_is_not()
    {
        await Measured().SendAsync(BatchTo(), Cancel);
        _recording.Before = () => throw new CrashException();

        await Should.ThrowAsync<CrashException>(() => Measured().SendAsync(BatchTo("a@b.example"), Cancel));

        _durations.GetMeasurementSnapshot().ShouldHaveSingleItem().Tags["outcome"].ShouldBe("error");
    }

    [Fact]
    public async Task What_was_sent_or_is_in_doubt_is_answered_from_memory_and_the_rest_tried_again()
    {
        var mailer = new OnceMailer(_recording);
        _recording.Results["doubt@b.example"] = MailResult.Unknown;
        _recording.Results["later@b.example"] = MailResult.NotSent;
        var batch = BatchTo("sent@b.example", "doubt@b.example", "later@b.example");
        await mailer.SendAsync(batch, Cancel);
        _recording.Results.Clear();

        var again = await mailer.SendAsync(batch, Cancel);

        again.Select(outcome => outcome.Result).ShouldBe([MailResult.Sent, MailResult.Unknown, MailResult.Sent]);
        _recording.Sent.Select(sent => sent.Recipient.To.Address).ShouldBe(["sent@b.example", "later@b.example"]);
        (await mailer.AskAsync("sent@b.example", Cancel)).ShouldBe(MailResult.Sent);
        (await mailer.AskAsync("doubt@b.example", Cancel)).ShouldBe(MailResult.Unknown);
    }

    [Fact]
    public async Task Two_that_send_one_id_at_once_send_it_once_and_both_know()
    {
        var mailer = new OnceMailer(_recording);
        var (begun, goesOn) = (new TaskCompletionSource(), new TaskCompletionSource());
        _recording.Before = () =>
        {
            begun.TrySetResult();
            return goesOn.Task;
        };
        var first = mailer.SendAsync(BatchTo("a@b.example"), Cancel);
        await begun.Task;

        var second = mailer.SendAsync(BatchTo("a@b.example"), Cancel);
        second.IsCompleted.ShouldBeFalse();
        goesOn.SetResult();

        (await second).ShouldBe([MailOutcome.Sent]);
        (await first).ShouldBe([MailOutcome.Sent]);
        _recording.Sent.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_mailer_that_breaks_leaves_its_mails_in_doubt()
    {
        var mailer = new OnceMailer(_recording);
        _recording.After = () => throw new CrashException();
        await Should.ThrowAsync<CrashException>(() => mailer.SendAsync(BatchTo("a@b.example"), Cancel));
        _recording.After = null;

        (await mailer.SendAsync(BatchTo("a@b.example"), Cancel)).Single().Result.ShouldBe(MailResult.Unknown);
        _recording.Sent.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task The_oldest_id_is_forgotten_first()
    {
        var mailer = new OnceMailer(_recording, most: 2);
        await mailer.SendAsync(BatchTo("a@b.example", "b@b.example", "c@b.example"), Cancel);

        await mailer.SendAsync(BatchTo("b@b.example", "c@b.example", "a@b.example"), Cancel);

        _recording.Sent.Select(sent => sent.Recipient.To.Address[0]).ShouldBe(['a', 'b', 'c', 'a']);
    }

    public async ValueTask DisposeAsync()
    {
        _durations.Dispose();
        await _services.DisposeAsync();
    }

    private MeasuredMailer Measured() => new(_recording, "test", _services.GetRequiredService<MailTelemetry>(), _time);

    private static MailBatch BatchTo(params string[] addresses) =>
        new()
        {
            From = new("digest@nordlys.example", "Nordlys"),
            Subject = "Emne",
            Html = "h",
            Text = "t",
            Language = "da",
            Recipients =
            [
                .. addresses.Select(address => new MailRecipient { MessageId = address, To = new(address, "") }),
            ],
        };
}
