using System.Diagnostics;

namespace Advocacy.Tests;

/// <summary>Packages of npm that tests run, installed the first time that one asks.</summary>
internal static class NpmPackage
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>The folder whose <c>node_modules</c> holds the package and what it needs.</summary>
    /// <param name="package">Name and version, for example <c>azurite@3.37.0</c>.</param>
    /// <exception cref="Exception">npm is missing, or the package cannot be had.</exception>
    public static async Task<string> FolderAsync(string package)
    {
        // Beside the user's other caches, so that it is fetched once and not for every build.
        var caches = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData);
        var folder = Path.Combine(
            caches.Length > 0 ? caches : AppContext.BaseDirectory,
            "advocacy-tests",
            package.Replace('@', '-')
        );
        if (Directory.Exists(folder))
        {
            return folder;
        }
        // Another run may be installing too: whole folders are moved into place, and the first one stays.
        var fresh = $"{folder}.{Environment.ProcessId}";
        Directory.CreateDirectory(fresh);
        try
        {
            var npm = Command(OperatingSystem.IsWindows() ? "npm.cmd" : "npm", fresh);
            foreach (
                var argument in (string[])
                    ["install", "--prefix", fresh, "--no-audit", "--no-fund", "--ignore-scripts", package]
            )
            {
                npm.ArgumentList.Add(argument);
            }
            using var process = Process.Start(npm)!;
            var said = await Task.WhenAll(
                    process.StandardOutput.ReadToEndAsync(),
                    process.StandardError.ReadToEndAsync()
                )
                .WaitAsync(Patience);
            await process.WaitForExitAsync();
            if (process.ExitCode != 0)
            {
                throw new InvalidOperationException(
                    $"npm install ended with {process.ExitCode}: {string.Concat(said)}"
                );
            }
            try
            {
                Directory.Move(fresh, folder);
            }
            catch (IOException) when (Directory.Exists(folder))
            {
                // The other run was faster.
            }
        }
        finally
        {
            if (Directory.Exists(fresh))
            {
                Directory.Delete(fresh, recursive: true);
            }
        }
        return folder;
    }

    /// <param name="folder">Where it runs.</param>
    public static ProcessStartInfo Command(string file, string folder) =>
        new(file)
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
}
