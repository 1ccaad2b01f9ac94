using System.CommandLine;
using Advocacy.People;

namespace Advocacy.Local.Commands;

/// <summary>Imports people, or writes a synthetic roster.</summary>
internal static class RosterCommand
{
    public static Command Create()
    {
        var file = new Argument<string?>("FILE.csv")
        {
            Description = "The roster to import.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var generate = CommonOptions.WholeNumber("--generate");
        generate.Description =
            "Write a synthetic roster of N people instead. Example: roster --generate 1000 --out people.csv";
        generate.HelpName = "N";
        var output = new Option<string?>("--out")
        {
            Description = "Where --generate writes. Example: --out people.csv",
            HelpName = "FILE.csv",
        };
        var seed = CommonOptions.WholeNumber("--seed");
        seed.Description = "The same seed gives the same roster. Example: --seed 7";
        seed.HelpName = "N";
        seed.DefaultValueFactory = _ => 1;
        var data = CommonOptions.Data();
        var command = new Command(
            "roster",
            """
            Import people from CSV: a wrong row is named by line and column, the others go in. Nobody is opted in by import
            unless the row carries when, how and to which wording they consented.
            Example: roster people.csv
            """
        )
        {
            file,
            generate,
            output,
            seed,
            data,
        };
        command.SetAction(
            (parsed, cancellationToken) =>
                (parsed.GetValue(file), parsed.GetValue(generate), parsed.GetValue(output)) switch
                {
                    (null, { } count, { } path) => Task.FromResult(Generate(count, path, parsed.GetValue(seed) ?? 1)),
                    ({ } path, null, null) => ImportAsync(
                        CommonOptions.ExistingFile("roster", path),
                        parsed.GetValue(data)!,
                        cancellationToken
                    ),
                    _ => throw UsageException.Argument(
                        "roster takes either FILE.csv, or --generate N together with --out FILE.csv."
                    ),
                }
        );
        return command;
    }

    private static int Generate(int count, string path, int seed)
    {
        if (count is < 1 or > 10_000_000)
        {
            throw UsageException.Argument($"--generate {count}: it takes a whole number from 1 to 10000000.");
        }
        try
        {
            using var writer = new StreamWriter(path);
            RosterGenerator.Write(writer, count, seed);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new UsageException($"--out {path}: it cannot be written. {error.Message}");
        }
        Console.WriteLine($"{count} people written to {path}.");
        return CommandLine.AllWell;
    }

    private static async Task<int> ImportAsync(string path, string dataFolder, CancellationToken cancellationToken)
    {
        await using var host = await LocalHost.OpenAsync(dataFolder, cancellationToken);
        await using var csv = File.OpenRead(path);
        var report = await host
            .Services.GetRequiredService<RosterImport>()
            .ImportAsync(csv, cancellationToken: cancellationToken);
        foreach (var problem in report.Problems)
        {
            await Console.Error.WriteLineAsync(problem.ToString());
        }
        Console.WriteLine(
            $"{report.RowsRead} rows read: {report.New} people new, {report.Changed} changed, {report.Unchanged} unchanged; "
                + $"{report.ConsentsRecorded} consents recorded, {report.WithoutConsent} people without consent."
                + (report.Erased == 0 ? "" : $" {report.Erased} stay out because they had themselves erased.")
        );
        return report.Clean ? CommandLine.AllWell : CommandLine.SomethingFailed;
    }
}
