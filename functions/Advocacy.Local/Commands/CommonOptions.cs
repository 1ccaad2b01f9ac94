using System.CommandLine;
using System.Globalization;
using Advocacy.Digests;

namespace Advocacy.Local.Commands;

/// <summary>Options that several commands take.</summary>
internal static class CommonOptions
{
    public static Option<string> Data()
    {
        var data = new Option<string>("--data")
        {
            Description =
                "The data folder: documents, queues, outbox. Created where it does not exist. Example: --data ./trial",
            HelpName = "DIR",
            // The setting that names it everywhere else counts here too, as long as nobody says otherwise.
            DefaultValueFactory = _ =>
                Environment.GetEnvironmentVariable(DataFolderVariable) is { Length: > 0 } set ? set : ".advocacy",
        };
        data.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var given }] && (given.Trim().Length == 0 || File.Exists(given)))
            {
                result.AddError($"--data '{given}': it takes a folder.");
            }
        });
        return data;
    }

    private const string DataFolderVariable = "Advocacy__Data__Folder";

    /// <summary>An option that takes a whole number; says so where it got something else.</summary>
    public static Option<int?> WholeNumber(string name) =>
        new(name)
        {
            CustomParser = result =>
            {
                if (int.TryParse(result.Tokens[0].Value, CultureInfo.InvariantCulture, out var number))
                {
                    return number;
                }
                result.AddError($"{name} {result.Tokens[0].Value}: it takes a whole number.");
                return null;
            },
        };

    /// <summary>The week that <c>--week</c> names; <c>null</c> where it names none.</summary>
    /// <exception cref="UsageException">It is no week.</exception>
    public static string? IsoWeek(string? given)
    {
        if (given is null)
        {
            return null;
        }
        var parts = given.Split("-W");
        if (
            parts.Length != 2
            || !int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            || !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || year is < 2000 or > 2199
            || number < 1
            || number > ISOWeek.GetWeeksInYear(year)
        )
        {
            throw UsageException.Argument($"--week {given}: it takes an ISO week such as 2026-W48.");
        }
        return Edition.IdOf(DateOnly.FromDateTime(ISOWeek.ToDateTime(year, number, DayOfWeek.Monday)));
    }

    public static Option<string?> Company() =>
        new("--company")
        {
            Description = "A folder with company.json, feeds, roster and drops. Example: --company ./my-company",
            HelpName = "DIR",
        };

    /// <exception cref="UsageException">There is no such file.</exception>
    public static string ExistingFile(string option, string path) =>
        File.Exists(path) ? path : throw UsageException.Argument($"{option} {path}: there is no such file.");

    /// <exception cref="UsageException">There is no such folder, or its company.json is wrong.</exception>
    public static CompanyFolder LoadCompany(string path)
    {
        if (!Directory.Exists(path))
        {
            throw UsageException.Argument($"--company {path}: there is no such folder.");
        }
        try
        {
            return CompanyFolder.Load(path);
        }
        catch (InvalidDataException error)
        {
            throw UsageException.Argument($"--company {path}: {error.Message}");
        }
    }
}
