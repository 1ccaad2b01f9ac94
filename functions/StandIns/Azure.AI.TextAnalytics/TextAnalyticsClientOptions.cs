using Azure.Core;

namespace Azure.AI.TextAnalytics;

/// <summary>Retries, time limits, transport and diagnostics of a client, and the version of the service's API.</summary>
public class TextAnalyticsClientOptions : ClientOptions
{
    public TextAnalyticsClientOptions(ServiceVersion version = ServiceVersion.V2023_04_01)
    {
        ApiVersion = version switch
        {
            ServiceVersion.V2023_04_01 => "2023-04-01",
            _ => throw new ArgumentException($"Version {version} not supported.", nameof(version)),
        };
    }

    internal string ApiVersion { get; }

#pragma warning disable CA1707 // The package's own names.
    public enum ServiceVersion
    {
        V2023_04_01 = 4,
    }
#pragma warning restore CA1707
}
