using System.Diagnostics;
using System.Diagnostics.Metrics;
using Advocacy.Functions;
using Advocacy.Platform;
using Advocacy.Platform.Telemetry;
using Azure.Monitor.OpenTelemetry.Exporter;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Advocacy.Tests.Functions;

public sealed class TelemetryTests
{
    private const string Connection =
        "InstrumentationKey=00000000-0000-0000-0000-000000000001;IngestionEndpoint=http://127.0.0.1:9/";

    [Fact]
    public void Our_traces_and_metrics_are_listened_to()
    {
        using var source = new ActivitySource(Tracing.SourceName);
        using var meter = new Meter(Metrics.MeterName);
        var counter = meter.CreateCounter<int>("test");
        using var services = Services();

        using var traces = services.GetRequiredService<TracerProvider>();
        using var metrics = services.GetRequiredService<MeterProvider>();

        source.HasListeners().ShouldBeTrue();
        counter.Enabled.ShouldBeTrue();
    }

    [Fact]
    public void Whatever_share_of_traces_is_kept_no_failure_is_dropped()
    {
        using var services = Services(
            (Telemetry.ConnectionString, Connection),
            ("Advocacy:Telemetry:TraceRatio", "0.1")
        );

        var exporter = services.GetRequiredService<IOptions<AzureMonitorExporterOptions>>().Value;

        exporter.SamplingRatio.ShouldBe(0.1f);
        exporter.TracesPerSecond.ShouldBeNull();
        exporter.EnableTraceBasedLogsSampler.ShouldBeFalse();
        exporter.Credential.ShouldNotBeNull();
    }

    [Fact]
    public void A_link_s_token_leaves_in_no_span()
    {
        using var source = new ActivitySource(Tracing.SourceName);
        using var services = Services();
        using var traces = services.GetRequiredService<TracerProvider>();
        var signer = new LinkSigner(new Secrets([new byte[32]], new byte[32]), TimeProvider.System);
        var token = signer.Sign(LinkPurpose.Share, "0123456789abcdef.2026-W48.0", TimeSpan.FromDays(1));

        var span = source.StartActivity($"GET /share/{token}")!;
        span.SetTag("url.path", $"/share/{token}");
        span.SetTag("url.full", $"https://advocacy.acme.example/share/{token}?utm_source=mail");
        span.Stop();

        span.GetTagItem("url.path").ShouldBe("/share/{token}");
        span.GetTagItem("url.full").ShouldBe("https://advocacy.acme.example/share/{token}?utm_source=mail");
        span.DisplayName.ShouldBe("GET /share/{token}");
    }

    [Theory]
    [InlineData("/l/AAECAwQFBgcICQoLDA0ODw-linkedin")]
    [InlineData("https://advocacy.acme.example/dashboard?week=2026-W48")]
    public void An_address_without_a_token_stays_as_it_is(string address) =>
        TokenScrubber.Scrubbed(address).ShouldBe(address);

    [Fact]
    public void A_share_that_is_none_is_refused()
    {
        using var services = Services(("Advocacy:Telemetry:TraceRatio", "2"));

        Should
            .Throw<OptionsValidationException>(() => services.GetRequiredService<IStartupValidator>().Validate())
            .Message.ShouldContain("Advocacy:Telemetry:TraceRatio is '2'; it takes a number from 0 to 1.");
    }

    private static ServiceProvider Services(params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value)))
            .Build();
        return new ServiceCollection()
            .AddSingleton<IConfiguration>(configuration)
            .AddLogging()
            .AddAdvocacyTelemetry(configuration)
            // Without a reader, as the exporter brings one, no meter is listened to.
            .ConfigureOpenTelemetryMeterProvider(metrics =>
                metrics.AddReader(new BaseExportingMetricReader(new Nowhere()))
            )
            .BuildServiceProvider();
    }

    private sealed class Nowhere : BaseExporter<Metric>
    {
        public override ExportResult Export(in Batch<Metric> batch) => ExportResult.Success;
    }
}
