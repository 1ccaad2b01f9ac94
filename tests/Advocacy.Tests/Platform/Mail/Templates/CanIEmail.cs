using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Advocacy.Tests.Platform.Mail.Templates;

/// <summary>
/// npm's caniemail, which knows what each mail program shows. It judges a mail as it stands and knows no conditional comments, so each
/// program is given what it reads of the mail.
/// </summary>
internal static partial class CanIEmail
{
    private const string Package = "caniemail@2.0.2";

    // Windows Mail is left out: Microsoft ended it in 2024. "outlook.outlook-com" is Outlook on the web.
    private static readonly string[] Programs =
    [
        "gmail.desktop-webmail",
        "gmail.mobile-webmail",
        "gmail.android",
        "gmail.ios",
        "outlook.windows",
        "outlook.macos",
        "outlook.outlook-com",
        "outlook.android",
        "outlook.ios",
        "apple-mail.macos",
        "apple-mail.ios",
    ];

    private const string Script = """
        import { caniemail } from 'caniemail';
        let asked = '';
        for await (const part of process.stdin) asked += part;
        const said = JSON.parse(asked).flatMap(({ program, html }) =>
          [...caniemail({ clients: [program], html }).issues.errors.values()].flat()
            .map(issue => `${program}: ${issue.title}, line ${issue.position?.start?.line}`));
        console.log(JSON.stringify(said));
        """;

    /// <summary>What a program would not show, one line for each; the test is skipped where npm cannot be had.</summary>
    public static async Task<IReadOnlyList<string>> ErrorsAsync(params string[] mails)
    {
        string folder;
        try
        {
            folder = await NpmPackage.FolderAsync(Package);
        }
        catch (Exception problem)
        {
            var reason = $"{Package} from npm is not there: {problem.Message}";
            Assert.False(Environment.GetEnvironmentVariable("CI") == "true", reason);
            Assert.Skip(reason);
            throw;
        }
        var start = NpmPackage.Command("node", folder);
        start.RedirectStandardInput = true;
        foreach (var argument in (string[])["--input-type=module", "--eval", Script])
        {
            start.ArgumentList.Add(argument);
        }
        using var node = Process.Start(start)!;
        var asked = mails.SelectMany(html => Programs.Select(program => new { program, html = ReadBy(program, html) }));
        await node.StandardInput.WriteAsync(JsonSerializer.Serialize(asked));
        node.StandardInput.Close();
        var said = await Task.WhenAll(node.StandardOutput.ReadToEndAsync(), node.StandardError.ReadToEndAsync());
        await node.WaitForExitAsync();
        node.ExitCode.ShouldBe(0, said[1]);
        return JsonSerializer.Deserialize<string[]>(said[0])!;
    }

    private static string ReadBy(string program, string html) =>
        program switch
        {
            // Obeys conditional comments; to all others they are comments.
            "outlook.windows" => ForOutlook().Replace(NotForOutlook().Replace(html, ""), "${html}"),
            // Puts a <div> in the body's place.
            "outlook.macos" => html.Replace("<body", "<div", StringComparison.Ordinal)
                .Replace("</body", "</div", StringComparison.Ordinal),
            // Throws style blocks away.
            "gmail.mobile-webmail" => Styles().Replace(html, ""),
            _ => html,
        };

    [GeneratedRegex(
        @"<!--\[if !mso\]><!-->.*?<!--<!\[endif\]-->",
        RegexOptions.Singleline | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex NotForOutlook();

    [GeneratedRegex(
        @"<!--\[if (lte )?mso[^\]]*\]>(?<html>.*?)<!\[endif\]-->",
        RegexOptions.Singleline | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex ForOutlook();

    [GeneratedRegex("<style.*?</style>", RegexOptions.Singleline, 1000)]
    private static partial Regex Styles();
}
