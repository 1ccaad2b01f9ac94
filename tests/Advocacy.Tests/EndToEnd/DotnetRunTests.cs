using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Advocacy.Tests.EndToEnd;

public sealed class DotnetRunTests
{
    /// <summary>
    /// The Web SDK would start the program in its project's folder, and <c>week --roster people.csv</c> as the README has it would
    /// find no file.
    /// </summary>
    [Fact]
    public async Task Dotnet_run_finds_files_from_where_it_is_typed()
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, UseShellExecute = false };
        start.ArgumentList.Add("msbuild");
        start.ArgumentList.Add(Path.Combine(Here(), "../../../functions/Advocacy.Local/Advocacy.Local.csproj"));
        start.ArgumentList.Add("-getProperty:RunWorkingDirectory");
        using var build = Process.Start(start)!;

        var folder = await build.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await build.WaitForExitAsync(TestContext.Current.CancellationToken);

        build.ExitCode.ShouldBe(0, folder);
        folder.Trim().ShouldBeEmpty();
    }

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
