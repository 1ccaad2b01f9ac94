using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Advocacy.Tests.Digests.Mail;

public sealed class DigestTemplatesTests
{
    // The script's own exit code: npm and MJML ran, and the .mjml is wrong.
    private const int MistakeInTheMail = 65;

    [Fact]
    public async Task The_compiled_mail_is_current()
    {
        var folder = Path.GetFullPath(Path.Combine(Here(), "../../../../functions/Advocacy/Digests/Mail"));
        var temporary = Directory.CreateTempSubdirectory("advocacy-mjml-").FullName;
        try
        {
            var (exitCode, said) = await CompileAsync(folder, temporary);
            if (exitCode is not (0 or MistakeInTheMail) && Environment.GetEnvironmentVariable("CI") != "true")
            {
                Assert.Skip($"MJML cannot be run here: {said}");
            }
            exitCode.ShouldBe(0, said);

            foreach (var compiled in Directory.GetFiles(temporary, "*.hbs"))
            {
                var committed = Path.Combine(folder, Path.GetFileName(compiled));
                (await File.ReadAllTextAsync(compiled, TestContext.Current.CancellationToken)).ShouldBe(
                    await File.ReadAllTextAsync(committed, TestContext.Current.CancellationToken),
                    $"{Path.GetFileName(compiled)} is not what its .mjml compiles to: run {folder}/compile."
                );
            }
            Directory.GetFiles(temporary, "*.hbs").ShouldNotBeEmpty();
        }
        finally
        {
            Directory.Delete(temporary, recursive: true);
        }
    }

    private static async Task<(int ExitCode, string Said)> CompileAsync(string folder, string target)
    {
        try
        {
            using var process = Process.Start(
                new ProcessStartInfo("bash", [Path.Combine(folder, "compile"), target])
                {
                    UseShellExecute = false,
                    RedirectStandardError = true,
                    RedirectStandardOutput = true,
                }
            )!;
            var said = process.StandardError.ReadToEndAsync();
            await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            return (process.ExitCode, await said);
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            return (127, e.Message);
        }
    }

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
