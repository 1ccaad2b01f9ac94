using System.CommandLine;
using System.Globalization;
using Advocacy.Digests.Spread;
using Advocacy.Local.Explain;
using Advocacy.People;
using Advocacy.Platform;
using Advocacy.Platform.Store;
using Spectre.Console;

namespace Advocacy.Local.Commands;

/// <summary>Says why each post was, or was not, offered to a person.</summary>
internal static class ExplainCommand
{
    private const int MostNamed = 10;

    public static Command Create()
    {
        var employee = new Argument<string>("EMPLOYEE")
        {
            Description = "The person's address, name (or a part of it that nobody else has), or id.",
        };
        var week = new Option<string?>("--week")
        {
            Description = "The ISO week. Default: this one, where the person is. Example: --week 2026-W48",
            HelpName = "YYYY-Www",
        };
        var data = CommonOptions.Data();
        var command = new Command(
            "explain",
            """
            Print for each post why it was or was not offered to a person, rule by rule, and which text they got and why. For a digest
            that is still to come it says how things stand now. Changes nothing, and may run beside the host.
            Exit 0 explained, 1 something failed, 2 wrong arguments or nobody of that name.
            Example: explain ida@company.example --week 2026-W48 --data ./trial
            """
        )
        {
            employee,
            week,
            data,
        };
        command.SetAction(
            (parsed, cancellationToken) =>
                ExplainAsync(
                    parsed.GetValue(employee)!,
                    CommonOptions.IsoWeek(parsed.GetValue(week)),
                    parsed.GetValue(data)!,
                    cancellationToken
                )
        );
        return command;
    }

    private static async Task<int> ExplainAsync(
        string who,
        string? week,
        string dataFolder,
        CancellationToken cancellationToken
    )
    {
        await using var host = await LocalHost.OpenWithDataAsync(dataFolder, cancellationToken);
        var person = await FindAsync(host.Services, who, cancellationToken);
        var explanation = await host
            .Services.GetRequiredService<SpreadExplainer>()
            .ExplainAsync(person, week, cancellationToken);
        ExplainTable.Write(AnsiConsole.Console, explanation);
        return CommandLine.AllWell;
    }

    /// <summary>By id or address in one read; by name among all.</summary>
    /// <exception cref="UsageException">Nobody, or several.</exception>
    private static async Task<Employee> FindAsync(
        IServiceProvider services,
        string who,
        CancellationToken cancellationToken
    )
    {
        var roster = services.GetRequiredService<Roster>();
        var byAddress = services.GetRequiredService<Pseudonyms>().OfAddress(who);
        var isId = who.Length == byAddress.Length && who.All(char.IsAsciiHexDigitLower);
        foreach (var id in isId ? [byAddress, who] : new[] { byAddress })
        {
            if (await roster.FindAsync(id, cancellationToken) is { } found)
            {
                return found;
            }
        }
        var named = new List<Employee>();
        var store = services.GetRequiredService<IDocumentStore>();
        await foreach (var (person, _) in store.ScanAsync<Employee>(Containers.Employees, 0, 1, cancellationToken))
        {
            if (person.Name.Contains(who, StringComparison.OrdinalIgnoreCase))
            {
                named.Add(person);
            }
        }
        if (named.FindAll(person => person.Name.Equals(who, StringComparison.OrdinalIgnoreCase)) is [var exact])
        {
            return exact;
        }
        return named switch
        {
            [var only] => only,
            [] => throw UsageException.Argument($"explain {who}: nobody on the roster has this address, name or id."),
            _ => throw UsageException.Argument(
                $"explain {who}: {named.Count.ToString(CultureInfo.InvariantCulture)} people are called so; give one's address: "
                    + string.Join(
                        ", ",
                        named.Select(person => person.Address).Order(StringComparer.Ordinal).Take(MostNamed)
                    )
            ),
        };
    }
}
