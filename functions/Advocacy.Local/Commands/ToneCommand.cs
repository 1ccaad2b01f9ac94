using System.CommandLine;
using System.Globalization;
using System.Text;
using Advocacy.Local.Tones;
using Advocacy.Tone;

namespace Advocacy.Local.Commands;

/// <summary>Judges texts as the tone gate does, one a line, storing nothing; and the stored posts anew.</summary>
internal static class ToneCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "One text a line, UTF-8; - reads standard input." };
        var language = new Option<string?>("--language")
        {
            Description = "Of all texts, da or en; else each text's own words tell. Example: --language da",
            HelpName = "da|en",
        };
        language.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: not ("da" or "en") and var given }])
            {
                result.AddError($"--language {given}: it takes da or en.");
            }
        });
        var evaluate = new Option<bool>("--evaluate")
        {
            Description =
                "Say at the end how often the sentiment is the label: accuracy and macro-F1. Example: tone --evaluate labelled.tsv",
        };
        var reasons = new Option<bool>("--reasons")
        {
            Description = "Print why a text would be held as a fifth column. Example: tone --reasons posts.txt",
        };
        var data = CommonOptions.Data();
        var command = new Command(
            "tone",
            """
            Judge texts as the tone gate would, one a line. Prints label, sentiment (-1, 0 or 1; mixed is 0), confidence (0 to 1) and
            verdict (Ready or Held), with tabs between them. What stands before a line's first tab is its label; without one that
            column is empty. The policy is that of the data folder's settings. Nothing is stored.
            Example: tone posts.txt
            Example: echo 'Vi er stolte af holdet' | dotnet run --project functions/Advocacy.Local -- tone -
            """
        )
        {
            file,
            language,
            evaluate,
            reasons,
            data,
        };
        command.Subcommands.Add(ToneRejudgeCommand.Create());
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                var path = parsed.GetValue(file)!;
                await using var input =
                    path == "-" ? Console.OpenStandardInput() : File.OpenRead(CommonOptions.ExistingFile("tone", path));
                await using var host = await LocalHost.OpenAsync(parsed.GetValue(data)!, cancellationToken);
                await JudgeAsync(
                    input,
                    new ToneLines(host.Services.GetRequiredService<ToneTrial>(), parsed.GetValue(language)),
                    parsed.GetValue(evaluate) ? new ToneScore() : null,
                    parsed.GetValue(reasons),
                    cancellationToken
                );
                return CommandLine.AllWell;
            }
        );
        return command;
    }

    private static async Task JudgeAsync(
        Stream input,
        ToneLines lines,
        ToneScore? score,
        bool withReasons,
        CancellationToken cancellationToken
    )
    {
        await using var output = new StreamWriter(
            Console.OpenStandardOutput(),
            new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            bufferSize: 1 << 16
        );
        var blocks = lines.JudgeAsync(TextLines.ReadAsync(input, cancellationToken), cancellationToken);
        await foreach (var block in blocks)
        {
            foreach (var (line, tone) in block)
            {
                score?.Add(line.Sign(), tone.Sign);
                output.Write(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{line.Label}\t{tone.Sign}\t{tone.Confidence:0.00}\t{tone.Verdict.Outcome}"
                    )
                );
                if (withReasons)
                {
                    output.Write('\t');
                    output.Write(string.Join(' ', tone.Verdict.Messages("en")).ReplaceLineEndings(" "));
                }
                output.Write('\n');
            }
        }
        foreach (var line in score?.Lines() ?? [])
        {
            output.Write(line + "\n");
        }
    }
}
