using System.Diagnostics.Metrics;
using Advocacy.Platform.Telemetry;
using Microsoft.Extensions.DependencyInjection;

namespace Advocacy.Tests.Platform.Telemetry;

internal static class Meters
{
    /// <summary>A factory whose meters are heard by nobody else.</summary>
    public static IMeterFactory Create() =>
        new ServiceCollection().AddMetrics().BuildServiceProvider().GetRequiredService<IMeterFactory>();

    /// <summary>For what counts, in a test that does not look.</summary>
    public static Metrics Unheard() => new(Create());
}
