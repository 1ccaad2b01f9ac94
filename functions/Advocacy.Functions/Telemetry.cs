using Advocacy.Platform;
using Advocacy.Platform.Telemetry;
using Azure.Identity;
using Azure.Monitor.OpenTelemetry.Exporter;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Trace;

namespace Advocacy.Functions;

/// <summary>Our traces and metrics, and all logs, to Application Insights.</summary>
public static class Telemetry
{
    /// <summary>Set by the platform where there is an Application Insights; without it nothing is exported.</summary>
    public const string ConnectionString = "APPLICATIONINSIGHTS_CONNECTION_STRING";

    public static IServiceCollection AddAdvocacyTelemetry(
        this IServiceCollection services,
        IConfiguration configuration
    )
    {
        services.AddChecked<TelemetryOptions>(configuration, TelemetryOptions.Section);
        var telemetry = services
            .AddOpenTelemetry()
            .WithTracing(traces => traces.AddSource(Tracing.SourceName).AddProcessor(new TokenScrubber()))
            .WithMetrics(metrics => metrics.AddMeter(Metrics.MeterName));
        if (configuration[ConnectionString] is { Length: > 0 } connection)
        {
            telemetry.UseAzureMonitorExporter(exporter =>
            {
                exporter.ConnectionString = connection;
                exporter.Credential = new DefaultAzureCredential();
                // A failure is a log as well as a trace: whatever share of the traces is kept, no failure is dropped.
                exporter.EnableTraceBasedLogsSampler = false;
                exporter.TracesPerSecond = null;
            });
            services
                .AddOptions<AzureMonitorExporterOptions>()
                .PostConfigure<TelemetryOptions>((exporter, ours) => exporter.SamplingRatio = (float)ours.TraceRatio);
        }
        return services;
    }
}
