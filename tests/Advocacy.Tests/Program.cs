using Advocacy.Tests.Platform.Sqlite;
using Xunit.MicrosoftTestingPlatform;
using Xunit.Runner.InProc.SystemConsole;

namespace Advocacy.Tests;

/// <summary>The entry point that xunit generates, and a second role: the process that a crash test starts and kills.</summary>
internal static class Program
{
    public static Task<int> Main(string[] args) =>
        args switch
        {
            [CrashWriter.Command, var path, var seed] => CrashWriter.RunAsync(path, seed),
            _ when args.Contains("--server") || args.Contains("--internal-msbuild-node") =>
                TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions),
            _ => ConsoleRunner.Run(args),
        };
}
