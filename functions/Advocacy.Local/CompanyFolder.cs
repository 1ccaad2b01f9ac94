using Advocacy.Programme;

namespace Advocacy.Local;

/// <summary>
/// A company as one folder: <c>company.json</c> with the profile and the names of everything else. <c>Sample/README.md</c> describes it.
/// </summary>
/// <param name="Directory">Full path.</param>
/// <param name="Profile">Who the company is.</param>
/// <param name="Feeds">In the file's order; may be empty.</param>
/// <param name="RosterPath">Full path; <c>null</c> where the folder has none.</param>
/// <param name="DropPaths">Full paths: in the list's order, or by name where a folder is given.</param>
internal sealed record CompanyFolder(
    string Directory,
    CompanyProfile Profile,
    IReadOnlyList<CompanyFeed> Feeds,
    string? RosterPath,
    IReadOnlyList<string> DropPaths
)
{
    public const string FileName = "company.json";

    /// <summary>What the company asks of those who share; <c>null</c> where the folder says nothing.</summary>
    public Guidelines? Guidelines { get; init; }

    /// <summary>Goals, tips and the pulse question; all of them empty where the folder says nothing.</summary>
    public required CompanyProgramme Programme { get; init; }

    /// <summary>Where the pictures lie that feeds and drops name by <c>{base}/images/NAME</c>.</summary>
    public string ImageDirectory => Path.Combine(Directory, "images");

    private static string SampleDirectory => Path.Combine(AppContext.BaseDirectory, "Sample");

    /// <summary>The company that comes with the program.</summary>
    public static CompanyFolder Sample() => Load(SampleDirectory);

    public bool IsSample => Directory == SampleDirectory;

    /// <exception cref="InvalidDataException">
    /// <c>company.json</c> is missing, is not JSON or has wrong fields; the message has one line for each fault: file, field, what it got and
    /// what it takes.
    /// </exception>
    public static CompanyFolder Load(string directory)
    {
        // Relative names are resolved against it and compared with it: without a separator at its end.
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(directory));
        return new CompanyFile(full).Read();
    }

    /// <summary>A drop's JSON with its tokens replaced, ready for the <c>content</c> queue; it is not checked here.</summary>
    /// <param name="path">One of <see cref="DropPaths"/>.</param>
    /// <param name="time">Gives the week that its dates are counted from.</param>
    /// <param name="baseUrl">Where the folder is served, without a slash at its end.</param>
    /// <exception cref="InvalidDataException">The file is not UTF-8.</exception>
    public string DropText(string path, TimeProvider time, string baseUrl) =>
        FreshTokens.Replace(DropFile.Read(path), FreshTokens.WeekStart(time), baseUrl);
}

/// <summary>One feed of a company: a file that is served from the folder, or a URL.</summary>
/// <param name="Key">Unique in the folder: lower-case letters, digits and hyphens, at most 40.</param>
/// <param name="Name">For people.</param>
/// <param name="File">Full path; <c>null</c> where it has a URL.</param>
/// <param name="Url">Absolute http(s) URL; <c>null</c> where it is a file.</param>
/// <param name="Topics">Given to every entry; lower case.</param>
/// <param name="Language">ISO 639-1 for entries that name none; <c>null</c> to take the feed's own, or guess.</param>
internal sealed record CompanyFeed(
    string Key,
    string Name,
    string? File,
    string? Url,
    IReadOnlyList<string> Topics,
    string? Language
)
{
    /// <summary>Where it is fetched when the folder is served at <paramref name="baseUrl"/>.</summary>
    public string UrlAt(string baseUrl) => Url ?? FeedServer.FeedUrl(baseUrl, Key);
}
