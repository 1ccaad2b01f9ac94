using System.Diagnostics;
using System.Text.Json;
using Advocacy.Tests.Infra;

namespace Advocacy.Tests;

/// <summary>What the build's own evaluation makes of the projects: the real packages under publish, the stand-ins otherwise.</summary>
public sealed class DeployBuildTests
{
    private const string StandIns = "StandIns";

    private static readonly string[] s_worker =
    [
        "Microsoft.Azure.Functions.Worker",
        "Microsoft.Azure.Functions.Worker.OpenTelemetry",
        "Microsoft.Azure.Functions.Worker.Sdk",
        "Microsoft.Azure.Functions.Worker.Extensions.Timer",
        "Microsoft.Azure.Functions.Worker.Extensions.Storage.Queues",
        "Microsoft.Azure.Functions.Worker.Extensions.Http.AspNetCore",
    ];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    // `dotnet publish` sets the first by itself.
    [InlineData("-p:_IsPublishing=true")]
    [InlineData("-p:DeployBuild=true")]
    public async Task Publishing_takes_the_real_packages_and_no_stand_in(string property)
    {
        var app = await EvaluateAsync("Advocacy.Functions", property);
        var core = await EvaluateAsync("Advocacy", property);

        s_worker.ShouldBeSubsetOf(app.Packages);
        core.Packages.ShouldContain("Azure.AI.TextAnalytics");
        app.Projects.Concat(core.Projects).ShouldAllBe(project => !project.Contains(StandIns));
        app.Sources.ShouldContain("Program.cs");
        app.OutputType.ShouldBe("Exe");
    }

    [Fact]
    public async Task Nothing_else_does()
    {
        var app = await EvaluateAsync("Advocacy.Functions");
        var core = await EvaluateAsync("Advocacy");

        app.Packages.Intersect(s_worker).ShouldBeEmpty();
        core.Packages.ShouldNotContain("Azure.AI.TextAnalytics");
        app.Projects.ShouldContain(project => project.Contains(StandIns));
        core.Projects.ShouldContain(project => project.Contains(StandIns));
        app.Sources.ShouldNotContain("Program.cs");
        app.OutputType.ShouldBe("Library");
    }

    private static async Task<Evaluated> EvaluateAsync(string project, params string[] properties)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
            WorkingDirectory = Repository.PathOf(),
        };
        string[] arguments =
        [
            "msbuild",
            $"functions/{project}",
            "-getItem:PackageReference",
            "-getItem:ProjectReference",
            "-getItem:Compile",
            "-getProperty:OutputType",
            "-nodeReuse:false",
            .. properties,
        ];
        arguments.ToList().ForEach(start.ArgumentList.Add);
        using var process = Process.Start(start)!;
        var text = await process.StandardOutput.ReadToEndAsync(Cancel);
        await process.WaitForExitAsync(Cancel);
        process.ExitCode.ShouldBe(0, text);
        using var json = JsonDocument.Parse(text);
        var items = json.RootElement.GetProperty("Items");
        return new Evaluated(
            Names(items, "PackageReference"),
            Names(items, "ProjectReference"),
            Names(items, "Compile"),
            json.RootElement.GetProperty("Properties").GetProperty("OutputType").GetString()!
        );
    }

    private static List<string> Names(JsonElement items, string kind) =>
        [.. items.GetProperty(kind).EnumerateArray().Select(item => item.GetProperty("Identity").GetString()!)];

    private sealed record Evaluated(
        IReadOnlyList<string> Packages,
        IReadOnlyList<string> Projects,
        IReadOnlyList<string> Sources,
        string OutputType
    );
}
