using System.CommandLine;
using System.Globalization;
using Advocacy.Insights.Value;
using Advocacy.Sharing;

namespace Advocacy.Local.Commands;

/// <summary>Says what a click costs the company where it pays for one: audience clicks are valued by it.</summary>
internal static class InsightRatesCommand
{
    public static Command Create()
    {
        var rates = new Argument<string[]>("CHANNEL=COST")
        {
            Description = "Cost of one click on a channel, and other=COST for every channel that is not named.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var currency = new Option<string?>("--currency")
        {
            Description = "Three capital letters (ISO 4217). Example: --currency DKK",
        };
        var data = CommonOptions.Data();
        var command = new Command(
            "rates",
            """
            Set what a click costs the company's own campaigns, from next Monday on; the first rates hold for all weeks before too. Without rates
            it prints those that hold. Old weeks keep their worth.
            Example: insights rates linkedin=14.50 other=4 --currency DKK --data ./trial
            """
        )
        {
            rates,
            currency,
            data,
        };
        command.SetAction(
            (parsed, cancellationToken) =>
                RunAsync(
                    parsed.GetValue(rates) ?? [],
                    parsed.GetValue(currency),
                    parsed.GetValue(data)!,
                    cancellationToken
                )
        );
        return command;
    }

    private static async Task<int> RunAsync(
        string[] given,
        string? currency,
        string dataFolder,
        CancellationToken cancellationToken
    )
    {
        var rates = given.Select(Read).ToDictionary(rate => rate.Channel, rate => rate.Cost, StringComparer.Ordinal);
        await using var host = await LocalHost.OpenWithDataAsync(dataFolder, cancellationToken);
        var book = host.Services.GetRequiredService<RateBook>();
        if (rates.Count == 0)
        {
            Print((await book.FindAsync(cancellationToken))?.Sets ?? []);
            return CommandLine.AllWell;
        }
        if (currency is null)
        {
            throw UsageException.Argument("rates: it takes --currency, for example --currency DKK.");
        }
        rates.Remove("other", out var other);
        try
        {
            Print([await book.SetAsync(currency, rates, other, cancellationToken)]);
        }
        catch (ArgumentException error)
        {
            throw UsageException.Argument(error.Message);
        }
        return CommandLine.AllWell;
    }

    private static (string Channel, decimal Cost) Read(string given)
    {
        var parts = given.Split('=', 2);
        if (
            parts.Length != 2
            || !decimal.TryParse(parts[1], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var cost)
        )
        {
            throw UsageException.Argument($"rates {given}: it takes a channel and a cost, for example linkedin=14.50.");
        }
        if (parts[0] != "other" && ShareChannels.All.All(channel => channel.Key != parts[0]))
        {
            throw UsageException.Argument(
                $"rates {given}: '{parts[0]}' is no channel; there are {string.Join(", ", ShareChannels.All.Select(channel => channel.Key))} and other."
            );
        }
        return (parts[0], cost);
    }

    private static void Print(IReadOnlyList<RateSet> sets)
    {
        Console.WriteLine(sets.Count == 0 ? "No rates are set: audience clicks are counted and not valued." : "");
        foreach (var set in sets)
        {
            var rates = set
                .PerClick.OrderBy(rate => rate.Key, StringComparer.Ordinal)
                .Append(KeyValuePair.Create("other", set.Other))
                .Select(rate => string.Create(CultureInfo.InvariantCulture, $"{rate.Key} {rate.Value}"));
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Version {set.Version}, since {set.Since:yyyy-MM-dd}, {set.Currency} a click: {string.Join(", ", rates)}"
                )
            );
        }
    }
}
