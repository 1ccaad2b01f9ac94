using Advocacy.Platform.Store;

namespace Advocacy.Local.Weeks;

/// <summary>
/// The company's folder and the feed files that a data folder was given. They are served at another address each time, and a first
/// run may be cut short: so the next one must know which they are.
/// </summary>
internal sealed record GivenInputs : Document
{
    public const string GivenId = "given-inputs";

    /// <summary>Stands for the company that comes with the program, wherever that lies.</summary>
    private const string Sample = "sample";

    public override string PartitionKey => Id;

    /// <summary>Full path of the last company's folder; <c>null</c> for none.</summary>
    public string? Company { get; init; }

    /// <summary>Full paths of single feeds, in the order in which they were given.</summary>
    public IReadOnlyList<string> FeedFiles { get; init; } = [];

    /// <summary>These and what a run is given now.</summary>
    public GivenInputs With(WeekInputs inputs) =>
        this with
        {
            Company = inputs.Company switch
            {
                null => Company,
                { IsSample: true } => Sample,
                var folder => folder.Directory,
            },
            FeedFiles = [.. FeedFiles.Union(inputs.FeedFiles)],
        };

    /// <summary>The company's folder as it is now; <c>null</c> where there is none, or none that can be read any more.</summary>
    public CompanyFolder? Folder()
    {
        try
        {
            return Company switch
            {
                null => null,
                Sample => CompanyFolder.Sample(),
                _ => CompanyFolder.Load(Company),
            };
        }
        catch (Exception error) when (error is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
