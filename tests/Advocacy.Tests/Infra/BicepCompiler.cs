using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace Advocacy.Tests.Infra;

/// <summary>The Bicep compiler, a NuGet package for Linux on x64, at the version that .ci/bicep names.</summary>
internal static partial class BicepCompiler
{
    private const string Package = "Azure.Bicep.CommandLine.linux-x64";

    /// <summary>Its path, or <c>null</c> and why it cannot be had.</summary>
    public static async Task<(string? Path, string? Missing)> FindAsync()
    {
        if (!OperatingSystem.IsLinux() || RuntimeInformation.ProcessArchitecture != Architecture.X64)
        {
            return (null, $"The Bicep compiler comes as the package {Package}, for Linux on x64 only");
        }
        var version = VersionLine().Match(Repository.Read(".ci", "bicep")).Groups["text"].Value;
        var packages =
            Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        var compiler = Path.Combine(packages, Package.ToLowerInvariant(), version, "tools", "bicep");
        if (!File.Exists(compiler))
        {
            await RestoreAsync(version);
        }
        if (!File.Exists(compiler))
        {
            return (null, $"The package {Package} {version} cannot be restored");
        }
        File.SetUnixFileMode(compiler, File.GetUnixFileMode(compiler) | UnixFileMode.UserExecute);
        return (compiler, null);
    }

    /// <summary>Runs a program to its end.</summary>
    /// <returns>Its exit code and what it said on both channels.</returns>
    public static async Task<(int Code, string Said)> RunAsync(
        string program,
        string folder,
        IEnumerable<string> arguments,
        IEnumerable<(string Name, string Value)> environment
    )
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }
        using var process = Process.Start(start)!;
        var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, string.Concat(said));
    }

    private static async Task RestoreAsync(string version)
    {
        var folder = Directory.CreateTempSubdirectory("advocacy-bicep-").FullName;
        try
        {
            await File.WriteAllTextAsync(
                Path.Combine(folder, "bicep.csproj"),
                $"""
                <Project Sdk="Microsoft.NET.Sdk">
                  <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
                  <ItemGroup><PackageDownload Include="{Package}" Version="[{version}]" /></ItemGroup>
                </Project>
                """
            );
            await RunAsync("dotnet", folder, ["restore"], []);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [GeneratedRegex(
        @"^version=(?<text>\S+)$",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex VersionLine();
}
