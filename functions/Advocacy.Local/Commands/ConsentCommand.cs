using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Advocacy.Consent.Verification;
using Advocacy.Local.Weeks;
using Advocacy.Platform.Store;
using Spectre.Console;

namespace Advocacy.Local.Commands;

/// <summary>Proves that the consent ledger is what it was when it was written.</summary>
internal static class ConsentCommand
{
    private const string Stage = "Verify";

    public static Command Create()
    {
        var json = new Option<bool>("--json")
        {
            Description = "Print the result as one JSON object. Example: consent verify --json | jq .breaks",
        };
        var data = CommonOptions.Data();
        var verify = new Command(
            "verify",
            """
            Look at every employee's chain of consent events: each event carries the hash of the one before it, and the state that of
            the last. Each break is named by employee id, event and kind: Changed, Missing, Reordered, StateDisagrees, WordingUnknown.
            Changes nothing, and may run beside the host. Exit 0 every chain is whole, 1 one is broken, 2 wrong arguments.
            Example: consent verify --data ./trial
            """
        )
        {
            data,
            json,
        };
        verify.SetAction(
            (parsed, cancellationToken) => VerifyAsync(parsed.GetValue(data)!, parsed.GetValue(json), cancellationToken)
        );
        return new Command("consent", "What the consent ledger can be asked.") { verify };
    }

    private static async Task<int> VerifyAsync(string dataFolder, bool asJson, CancellationToken cancellationToken)
    {
        await using var host = await LocalHost.OpenWithDataAsync(dataFolder, cancellationToken);
        var display = Display(asJson);
        var verifier = host.Services.GetRequiredService<ConsentVerifier>();
        var found = await display.ShowAsync(async () =>
        {
            display.Begin(Stage, ConsentVerifier.Shards);
            var result = await verifier.VerifyAsync(() => display.Advance(Stage, 1), cancellationToken);
            display.Done(Stage, Summary(result));
            return result;
        });
        if (asJson)
        {
            Console.WriteLine(JsonSerializer.Serialize(found, DocumentJson.Options));
        }
        else
        {
            await NameAsync(found);
        }
        return found.BreakCount == 0 ? CommandLine.AllWell : CommandLine.SomethingFailed;
    }

    private static async Task NameAsync(ConsentVerification found)
    {
        foreach (
            var one in found
                .Breaks.OrderBy(one => one.EmployeeId, StringComparer.Ordinal)
                .ThenBy(one => one.Sequence)
                .ThenBy(one => one.Kind)
        )
        {
            await Console.Error.WriteLineAsync(Text($"{one.EmployeeId} event {one.Sequence}: {one.Kind}"));
        }
        if (found.BreakCount > found.Breaks.Count)
        {
            await Console.Error.WriteLineAsync(Text($"... and {found.BreakCount - found.Breaks.Count} more."));
        }
        if (found.Unchained > 0)
        {
            Console.WriteLine(
                Text(
                    $"{found.Unchained} events of {found.PeopleUnchained} people are from before there was a chain: they cannot be proven by themselves, and count as they stand."
                )
            );
        }
    }

    private static string Summary(ConsentVerification found) =>
        Text($"{found.People} people, {found.Events} events: ")
        + (found.BreakCount == 0 ? "every chain is whole" : Text($"{found.BreakCount} breaks"));

    private static StageDisplay Display(bool asJson) =>
        asJson ? new NoDisplay()
        : AnsiConsole.Profile.Out.IsTerminal ? new BarDisplay(AnsiConsole.Console)
        : new LineDisplay(Console.Out);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
