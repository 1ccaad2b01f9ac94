using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Advocacy.Tests.Platform.Mail.Templates;

public sealed class MailTemplateTests
{
    // The script's own exit code: npm and MJML ran, and the .mjml is wrong.
    private const int MistakeInTheMail = 65;

    private const string Script = "Platform/Mail/Templates/compile";

    [Fact]
    public async Task Every_compiled_mail_is_current()
    {
        var folder = Path.GetFullPath(Path.Combine(Here(), "../../../../../functions/Advocacy"));
        var temporary = Directory.CreateTempSubdirectory("advocacy-mjml-").FullName;
        try
        {
            var (exitCode, said) = await CompileAsync(folder, temporary);
            if (exitCode is not (0 or MistakeInTheMail) && Environment.GetEnvironmentVariable("CI") != "true")
            {
                Assert.Skip($"MJML cannot be run here: {said}");
            }
            exitCode.ShouldBe(0, said);

            var compiledFiles = Directory.GetFiles(temporary, "*.hbs", SearchOption.AllDirectories);
            foreach (var compiled in compiledFiles)
            {
                var committed = Path.Combine(folder, Path.GetRelativePath(temporary, compiled));
                (await File.ReadAllTextAsync(compiled, TestContext.Current.CancellationToken)).ShouldBe(
                    await File.ReadAllTextAsync(committed, TestContext.Current.CancellationToken),
                    $"{Path.GetFileName(compiled)} is not what its .mjml compiles to: run {Script}."
                );
            }
            // Each mail has all three, and nothing lies there that no .mjml made.
            foreach (var part in (string[])[".mjml", ".html.hbs", ".text.hbs"])
            {
                Directory
                    .GetFiles(folder, "*" + part, SearchOption.AllDirectories)
                    .Where(file => file.Contains("/Mail/") && !Path.GetFileName(file).StartsWith('_'))
                    .Select(file => Path.GetRelativePath(folder, file)[..^part.Length])
                    .ShouldBe(
                        compiledFiles.Select(file => Path.GetRelativePath(temporary, file)[..^".html.hbs".Length]),
                        ignoreOrder: true
                    );
            }
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
                new ProcessStartInfo("bash", [Path.Combine(folder, Script), target])
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
