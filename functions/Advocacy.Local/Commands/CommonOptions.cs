using System.CommandLine;

namespace Advocacy.Local.Commands;

/// <summary>Options that several commands take.</summary>
internal static class CommonOptions
{
    public static Option<string> Data() =>
        new("--data")
        {
            Description = "The data folder: documents, queues, outbox. Created where it does not exist.",
            HelpName = "DIR",
            DefaultValueFactory = _ => ".advocacy",
        };

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
